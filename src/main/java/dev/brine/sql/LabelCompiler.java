package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Label;
import dev.brine.expr.LabelReference;
import dev.brine.expr.Lineage;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.TextualLabelReference;
import dev.brine.expr.UnaryExpression;
import org.jspecify.annotations.Nullable;

/** Labels that ORDER BY and GROUP BY refer to. */
final class LabelCompiler {

  private final StatementCompiler compiler;
  private final Compilation compilation;
  private final CompileStack stack;

  LabelCompiler(StatementCompiler compiler, Compilation compilation) {
    this.compiler = compiler;
    this.compilation = compilation;
    this.stack = compilation.stack();
  }

  /** A label in ORDER BY is printed by its name where it is selected. */
  Fragment labelReference(LabelReference reference) {
    LabelTargets targets = stack.top().labels();
    Label label = label(reference.element());
    Scope scope = compiler.scope();
    if (targets == null || label == null || !compilation.rules().ordersByLabel()) {
      return compiler.compile(reference.element(), scope);
    }
    String name = label.name().text();
    ColumnElement found = scope.isInColumns() ? targets.fromElement(name) : targets.selected(name);
    boolean isSelected = found != null && Lineage.isShared(label, found);
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
    if (stack.isEmpty()) {
      return Fragment.of(reference.name());
    }
    Scope scope = compiler.scope();
    ColumnElement found = find(reference.name(), scope.isInColumns());
    if (found == null) {
      throw new CompileException(
          "Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. Textual SQL"
              + " expression '"
              + reference.name()
              + "' should be explicitly declared as text('"
              + reference.name()
              + "')",
          "select something of that name, or order by text() or a column");
    }
    return compiler.compile(
        found, found instanceof Label label ? scope.printedByName(label) : scope);
  }

  private @Nullable ColumnElement find(String name, boolean isInColumns) {
    LabelTargets targets = stack.top().labels();
    if (targets == null) {
      return null;
    }
    ColumnElement selected = isInColumns ? null : targets.selected(name);
    return selected == null ? targets.fromElement(name) : selected;
  }
}
