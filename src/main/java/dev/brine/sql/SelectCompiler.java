package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromClause;
import dev.brine.expr.Label;
import dev.brine.expr.LabelReference;
import dev.brine.expr.Select;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.TextualLabelReference;
import dev.brine.expr.UnaryExpression;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SELECT and its clauses. */
final class SelectCompiler {

  private final StatementCompiler compiler;
  private final Compilation compilation;
  private final Deque<SelectState> stack = new ArrayDeque<>();

  SelectCompiler(StatementCompiler compiler, Compilation compilation) {
    this.compiler = compiler;
    this.compilation = compilation;
  }

  /** The SELECT that is being compiled; null outside of any. */
  @Nullable SelectState current() {
    return stack.peek();
  }

  Fragment select(Select select) {
    SelectState state = new SelectState(select, compilation.elementNames());
    stack.push(state);
    try {
      return compiler.within(
          compiler.scope().inColumns(false).result(false), () -> body(select, state));
    } finally {
      stack.pop();
    }
  }

  private Fragment body(Select select, SelectState state) {
    Scope outside = compiler.scope();
    Fragment columns =
        Fragment.join(
            ", ", state.columns(), column -> compiler.columns().selected(column, outside));
    String keyword = select.isDistinct() ? "SELECT DISTINCT" : "SELECT";
    return Fragment.of(
        columns.isEmpty() ? keyword : keyword + " ",
        columns,
        from(select, state),
        conditions(" \nWHERE ", select.where()),
        list(" GROUP BY ", select.groupBy()),
        conditions(" \nHAVING ", select.having()),
        list(" ORDER BY ", select.orderBy()),
        limit(select));
  }

  private Fragment from(Select select, SelectState state) {
    if (state.froms().isEmpty()) {
      return Fragment.of(compilation.rules().defaultFrom(select));
    }
    Scope inside = compiler.scope().from(true);
    return Fragment.of(
        " \nFROM ",
        Fragment.join(", ", state.froms(), (FromClause from) -> compiler.compile(from, inside)));
  }

  private Fragment conditions(String keyword, List<ColumnElement> conditions) {
    return after(keyword, Fragment.join(" AND ", Conditions.forAnd(conditions), compiler::compile));
  }

  private Fragment list(String keyword, List<ColumnElement> elements) {
    return after(keyword, Fragment.join(", ", elements, compiler::compile));
  }

  private static Fragment after(String keyword, Fragment clause) {
    return clause.isEmpty() ? Fragment.EMPTY : Fragment.of(keyword, clause);
  }

  private Fragment limit(Select select) {
    return select.limit() == null && select.offset() == null
        ? Fragment.EMPTY
        : compilation.rules().limit(compiler, select.limit(), select.offset());
  }

  /** A label in ORDER BY is printed by its name where it is selected. */
  Fragment labelReference(LabelReference reference) {
    SelectState state = current();
    Label label = label(reference.element());
    boolean isSelected = state != null && label != null && state.selects(label);
    Scope scope = compiler.scope();
    return compiler.compile(reference.element(), isSelected ? scope.printedByName(label) : scope);
  }

  /** The label behind ASC, DESC and NULLS: {@code _order_by_label_element}. */
  private static @Nullable Label label(ColumnElement element) {
    if (element instanceof UnaryExpression unary && isOrdering(unary)) {
      return label(unary.element());
    }
    return element instanceof Label label ? label : null;
  }

  private static boolean isOrdering(UnaryExpression unary) {
    return unary.modifier() == StandardOperator.ASC
        || unary.modifier() == StandardOperator.DESC
        || unary.modifier() == StandardOperator.NULLS_FIRST
        || unary.modifier() == StandardOperator.NULLS_LAST;
  }

  Fragment textualLabelReference(TextualLabelReference reference) {
    SelectState state = current();
    if (state == null) {
      return Fragment.of(reference.name());
    }
    ColumnElement found = state.find(reference.name());
    if (found == null) {
      throw new CompileException(
          "Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. Textual SQL"
              + " expression '"
              + reference.name()
              + "' should be explicitly declared as text('"
              + reference.name()
              + "')");
    }
    Scope scope = compiler.scope();
    return compiler.compile(
        found, found instanceof Label label ? scope.printedByName(label) : scope);
  }
}
