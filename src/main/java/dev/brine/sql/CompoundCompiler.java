package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.CompoundSelect;
import dev.brine.expr.ElementNames;
import dev.brine.expr.SelectStatementGrouping;
import dev.brine.expr.Statement;
import dev.brine.sql.Scope.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** UNION, EXCEPT and INTERSECT. */
final class CompoundCompiler {

  private final StatementCompiler compiler;
  private final Compilation compilation;
  private final CompileStack stack;
  private final SelectCompiler selects;

  CompoundCompiler(StatementCompiler compiler, Compilation compilation, SelectCompiler selects) {
    this.compiler = compiler;
    this.compilation = compilation;
    this.stack = compilation.stack();
    this.selects = selects;
  }

  Fragment compound(CompoundSelect select) {
    refuseUnequalColumns(select.selects());
    Scope outside = compiler.scope();
    boolean isTop = stack.isEmpty();
    CompileStack.Entry around = stack.top();
    boolean needsResult = isTop || (around.needsResult() && outside.is(Place.FIRST_OF_COMPOUND));
    CompileStack.Entry entry =
        new CompileStack.Entry(
            around.correlateFroms(),
            around.asFromFroms(),
            new Targets(select, compilation.elementNames()),
            around.select(),
            needsResult);
    Scope inside =
        outside.without(Place.FIRST_OF_COMPOUND, Place.LATER_OF_COMPOUND).hinted(Map.of());
    return stack.within(entry, () -> compiler.within(inside, () -> withCtes(text(select), isTop)));
  }

  /** Also the CTEs that belong to the SELECTs it is made of. */
  private Fragment withCtes(Fragment text, boolean isTop) {
    return Fragment.of(compilation.ctes().clause(isTop ? 0 : stack.depth(), true), text);
  }

  private Fragment text(CompoundSelect select) {
    compiler.independentCtes(select.options().ctes());
    Scope scope = compiler.scope();
    List<Fragment> operands = new ArrayList<>();
    for (Statement each : select.selects()) {
      operands.add(compiler.compile(each, operand(scope, operands.isEmpty())));
    }
    String keyword = compilation.rules().compoundKeyword(select.keyword());
    Scope behind = scope.from(false).with(Place.BARE_COLUMNS, true);
    return compiler.within(
        behind,
        () ->
            Fragment.of(
                Fragment.join(" " + keyword + " ", operands, each -> each),
                selects.list(" GROUP BY ", select.groupBy()),
                selects.orderBy(select),
                selects.rowLimit(select)));
  }

  private static Scope operand(Scope scope, boolean isFirst) {
    return scope.with(isFirst ? Place.FIRST_OF_COMPOUND : Place.LATER_OF_COMPOUND, true);
  }

  private static void refuseUnequalColumns(List<Statement> selects) {
    int first = selects.get(0).selectedColumns().size();
    for (int i = 1; i < selects.size(); i++) {
      int other = selects.get(i).selectedColumns().size();
      if (other != first) {
        throw new CompileException(
            "All selectables passed to CompoundSelect must have identical numbers of columns;"
                + " select #%d has %d columns, select #%d has %d".formatted(1, first, i + 1, other),
            "select as many columns in each");
      }
    }
  }

  /** Parentheses around one of the SELECTs. */
  Fragment grouping(SelectStatementGrouping grouping) {
    return Fragment.of("(", compiler.compile(grouping.element()), ")");
  }

  /** The columns that it would have as a subquery: {@code CompoundSelectState}. */
  private static final class Targets implements LabelTargets {

    private final Map<String, ColumnElement> byKey = new HashMap<>();

    Targets(CompoundSelect select, ElementNames names) {
      for (ColumnRef column : select.subquery().columns()) {
        String key = names.proxyKey(column);
        if (key != null) {
          byKey.put(key, column);
        }
      }
    }

    @Override
    public @Nullable ColumnElement selected(String name) {
      return byKey.get(name);
    }

    @Override
    public @Nullable ColumnElement fromElement(String name) {
      return byKey.get(name);
    }
  }
}
