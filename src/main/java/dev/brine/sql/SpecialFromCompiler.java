package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.LabelName;
import dev.brine.expr.Lateral;
import dev.brine.expr.TableSample;
import dev.brine.expr.TableValuedAlias;
import dev.brine.expr.Values;
import dev.brine.expr.ValuesData;
import dev.brine.schema.QuotedName;
import dev.brine.sql.Scope.Place;
import java.util.List;
import java.util.function.Supplier;

/**
 * What stands behind FROM but is neither a table nor a SELECT (rel_2_0_52, {@code
 * sql/compiler.py}).
 */
final class SpecialFromCompiler {

  private final StatementCompiler compiler;
  private final Compilation compilation;
  private final FromCompiler froms;
  private final CteCompiler ctes;

  SpecialFromCompiler(
      StatementCompiler compiler, Compilation compilation, FromCompiler froms, CteCompiler ctes) {
    this.compiler = compiler;
    this.compilation = compilation;
    this.froms = froms;
    this.ctes = ctes;
  }

  Fragment lateral(Lateral lateral) {
    return inLateral(() -> froms.aliased(lateral, false));
  }

  private Fragment inLateral(Supplier<Fragment> compile) {
    Scope inside = compiler.scope().with(Place.LATERAL, true);
    return Fragment.of("LATERAL ", compiler.within(inside, compile));
  }

  Fragment sample(TableSample sample) {
    Scope outside = compiler.scope();
    Scope apart = outside.from(false);
    Fragment table = compiler.within(outside.from(true), () -> froms.aliased(sample, false));
    Fragment method = compiler.compile(sample.sampling(), apart);
    Fragment sampled = Fragment.of(table, " TABLESAMPLE ", method);
    ColumnElement seed = sample.seed();
    return seed == null
        ? sampled
        : Fragment.of(sampled, " REPEATABLE (", compiler.compile(seed, apart), ")");
  }

  Fragment alias(TableValuedAlias alias) {
    return alias.isLateral()
        ? inLateral(() -> froms.aliased(alias, false))
        : froms.aliased(alias, false);
  }

  /** {@code (a, b)}, with types where they are asked for; nothing where names are not. */
  Fragment derivedColumns(TableValuedAlias alias) {
    if (alias.derivation() == TableValuedAlias.Derivation.NONE) {
      return Fragment.EMPTY;
    }
    boolean hasTypes = alias.derivation() == TableValuedAlias.Derivation.NAMES_AND_TYPES;
    return Fragment.of(
        "(", Fragment.join(", ", alias.columns(), column -> derived(column, hasTypes)), ")");
  }

  private Fragment derived(ColumnRef column, boolean hasType) {
    LabelName name = compilation.elementNames().columnName(column);
    String quoted = quote(compilation.names().printed(NameMap.Kind.COLUMN, name));
    return hasType
        ? Fragment.of(quoted + " " + compilation.rules().types().compile(column.type()))
        : Fragment.of(quoted);
  }

  Fragment values(Values values) {
    Scope scope = compiler.scope();
    ctes.independent(values.ctes());
    Fragment rows = rows(values.data());
    if (!scope.isFrom()) {
      return rows;
    }
    if (scope.visitedCte() != null && isOf(scope.visitedCte().element(), values)) {
      if (values.isLateral()) {
        throw new CompileException(
            "Can't use a LATERAL VALUES expression inside of a CTE",
            "take the LATERAL away, or the CTE");
      }
      return rows;
    }
    Fragment inner = Fragment.of(values.isLateral() ? "LATERAL (" : "(", rows, ")");
    if (values.naming() == Values.Naming.UNNAMED) {
      return inner;
    }
    QuotedName name = compilation.names().printed(NameMap.Kind.VALUES, LabelName.of(values.name()));
    Scope bare = scope.with(Place.BARE_COLUMNS, true);
    return Fragment.of(
        inner,
        compilation.rules().asAlias(),
        quote(name),
        " (",
        Fragment.join(", ", values.columns(), column -> compiler.compile(column, bare)),
        ")");
  }

  @SuppressWarnings("ReferenceEquality") // two equal VALUES are still two
  private static boolean isOf(ClauseElement element, Values values) {
    return element == values;
  }

  /** {@code VALUES (…), (…)}. */
  Fragment rows(ValuesData data) {
    Scope outside = compiler.scope();
    Scope inside =
        outside.from(false).literalBinds(outside.hasLiteralBinds() || data.hasLiteralBinds());
    return Fragment.of("VALUES ", Fragment.join(", ", data.rows(), row -> row(row, inside)));
  }

  private Fragment row(List<ColumnElement> row, Scope inside) {
    return Fragment.of(
        "(", Fragment.join(", ", row, value -> compiler.compile(value, inside)), ")");
  }

  private String quote(QuotedName name) {
    return compilation.rules().identifiers().quote(name);
  }
}
