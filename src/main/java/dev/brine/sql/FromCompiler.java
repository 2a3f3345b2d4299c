package dev.brine.sql;

import dev.brine.expr.Alias;
import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.FromHint;
import dev.brine.expr.Join;
import dev.brine.expr.LabelName;
import dev.brine.expr.Subquery;
import dev.brine.expr.TableClause;
import dev.brine.expr.TableRef;
import dev.brine.expr.TableValuedAlias;
import dev.brine.schema.QuotedName;
import dev.brine.sql.Scope.Place;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands behind FROM. */
final class FromCompiler {

  private final StatementCompiler compiler;
  private final Compilation compilation;

  FromCompiler(StatementCompiler compiler, Compilation compilation) {
    this.compiler = compiler;
    this.compilation = compilation;
  }

  Fragment table(TableRef ref) {
    return table(ref, ref.table().name());
  }

  Fragment table(TableClause table) {
    return table(table, table.name());
  }

  /** A table by itself, outside of a FROM, is nothing. */
  private Fragment table(FromClause table, QuotedName name) {
    Scope scope = compiler.scope();
    if (!scope.isFrom() && !scope.is(Place.NAME_ONLY)) {
      return Fragment.EMPTY;
    }
    AliasedReturnsRows enclosing = scope.enclosingAlias();
    boolean isAliased =
        enclosing != null
            && enclosing.element() instanceof FromClause element
            && element.identity() == table.identity();
    QuotedName effective = compilation.schema(table);
    QuotedName schema = scope.is(Place.BARE_TABLES) ? null : effective;
    boolean mayBeAmbiguous = !isAliased && !hasText(effective);
    return hinted(table, named(name, schema, mayBeAmbiguous));
  }

  private static boolean hasText(@Nullable QuotedName name) {
    return name != null && !name.text().isEmpty();
  }

  private Fragment named(QuotedName table, @Nullable QuotedName schema, boolean mayBeAmbiguous) {
    IdentifierPreparer identifiers = compilation.rules().identifiers();
    String name = identifiers.quote(table);
    if (schema != null && hasText(schema)) {
      return Fragment.of(identifiers.quoteSchema(schema) + "." + name);
    }
    LabelName other = mayBeAmbiguous ? ambiguousName(table.text()) : null;
    return other == null
        ? Fragment.of(name)
        : Fragment.of(name, compilation.rules().asAlias(), aliasName(other));
  }

  private Fragment hinted(FromClause from, Fragment text) {
    String hint = compiler.scope().hints().get(ElementKey.of(from));
    return hint == null ? text : compilation.rules().hinted(text, hint);
  }

  /**
   * A hint as the database is to see it. SQLAlchemy leaves it to its author to double percent signs
   * where the driver wants them doubled.
   */
  String asSeen(String hint) {
    boolean isDoubled =
        compilation.dialect().paramStyle(compilation.options().paramStyle()).doublesPercents();
    return isDoubled ? hint.replace("%%", "%") : hint;
  }

  /** The text of a hint, with the name of what it is about filled in. */
  String hintText(FromHint hint) {
    String name =
        compiler.compile(hint.from(), compiler.scope().with(Place.NAME_ONLY, true)).parts().stream()
            .map(part -> part instanceof SqlPart.Text text ? text.text() : "")
            .collect(Collectors.joining());
    return asSeen(HintText.of(hint.text(), name));
  }

  /** The name of a table whose own name is also that of one in a schema; null for all others. */
  @Nullable LabelName ambiguousName(String tableName) {
    SelectState select = compilation.stack().top().select();
    return select == null ? null : select.ambiguousName(tableName);
  }

  private String aliasName(LabelName name) {
    return compilation
        .rules()
        .identifiers()
        .quote(compilation.names().printed(NameMap.Kind.ALIAS, name));
  }

  Fragment alias(Alias alias) {
    return aliased(alias, false);
  }

  /** A SELECT in parentheses. */
  Fragment subquery(Subquery subquery) {
    return aliased(subquery, true);
  }

  /** Something under a name: {@code visit_alias}. */
  Fragment aliased(AliasedReturnsRows alias, boolean isSubquery) {
    Scope scope = compiler.scope();
    AliasedReturnsRows around = scope.enclosingAlias();
    Scope inside = scope.enclosedBy(alias).hinted(Map.of());
    // An alias of an alias is an alias of what that one stands for.
    if (around != null && around.element() == alias) {
      boolean isWritten = scope.isFrom() || scope.is(Place.LATERAL);
      return inParentheses(compiler.compile(alias.element(), inside), isSubquery && isWritten);
    }
    if (scope.is(Place.NAME_ONLY)) {
      return Fragment.of(aliasName(LabelName.of(alias.name())));
    }
    if (!scope.isFrom()) {
      return compiler.compile(alias.element(), inside);
    }
    String name = aliasName(LabelName.of(alias.name()));
    Fragment inner = inParentheses(compiler.compile(alias.element(), inside), isSubquery);
    Fragment derived =
        alias instanceof TableValuedAlias valued
            ? compiler.specialFroms().derivedColumns(valued)
            : Fragment.EMPTY;
    return hinted(alias, Fragment.of(inner, compilation.rules().asAlias(), name, derived));
  }

  private static Fragment inParentheses(Fragment text, boolean on) {
    return on ? Fragment.of("(", text, ")") : text;
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
