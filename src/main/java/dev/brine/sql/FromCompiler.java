package dev.brine.sql;

import dev.brine.expr.Alias;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.Join;
import dev.brine.expr.TableRef;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Table;
import org.jspecify.annotations.Nullable;

/** What stands behind FROM. */
final class FromCompiler {

  private final StatementCompiler compiler;
  private final Compilation compilation;

  FromCompiler(StatementCompiler compiler, Compilation compilation) {
    this.compiler = compiler;
    this.compilation = compilation;
  }

  /** A table by itself, outside of a FROM, is nothing. */
  Fragment table(TableRef ref) {
    return compiler.scope().isFrom() ? table(ref, true) : Fragment.EMPTY;
  }

  private Fragment table(TableRef ref, boolean mayBeAmbiguous) {
    IdentifierPreparer identifiers = compilation.rules().identifiers();
    Table table = ref.table();
    String name = identifiers.quote(table.name());
    QuotedName schema = table.schema();
    if (schema != null && !schema.text().isEmpty()) {
      return Fragment.of(identifiers.quote(schema) + "." + name);
    }
    LabelName other = mayBeAmbiguous ? ambiguousName(table.name().text()) : null;
    return other == null ? Fragment.of(name) : Fragment.of(name, " AS ", aliasName(other));
  }

  /** The name of a table whose own name is also that of one in a schema; null for all others. */
  @Nullable LabelName ambiguousName(String tableName) {
    SelectState select = compiler.currentSelect();
    return select == null ? null : select.ambiguousName(tableName);
  }

  private String aliasName(LabelName name) {
    return compilation
        .rules()
        .identifiers()
        .quote(compilation.names().printed(NameMap.Kind.ALIAS, name));
  }

  Fragment alias(Alias alias) {
    if (!compiler.scope().isFrom()) {
      return compiler.compile(alias.element());
    }
    String name = aliasName(LabelName.of(alias.name()));
    return Fragment.of(aliased(alias.element()), " AS ", name);
  }

  /** An alias of an alias is an alias of what that one stands for. */
  private Fragment aliased(FromClause element) {
    if (element instanceof Alias inner) {
      return aliased(inner.element());
    }
    return element instanceof TableRef ref ? table(ref, false) : compiler.compile(element);
  }

  Fragment join(Join join) {
    Scope outside = compiler.scope();
    return Fragment.of(
        compiler.compile(join.left(), outside.from(true)),
        compilation.rules().joinKeyword(join),
        compiler.compile(join.right(), outside.from(true)),
        " ON ",
        compiler.compile(join.onclause(), outside.from(false)));
  }

  /** Parentheses around a FROM element. */
  Fragment grouping(FromGrouping grouping) {
    return Fragment.of("(", compiler.compile(grouping.element()), ")");
  }
}
