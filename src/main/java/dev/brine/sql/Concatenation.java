package dev.brine.sql;

import dev.brine.expr.ColumnElement;
import java.util.ArrayList;
import java.util.List;

/** Strings put together, as the dialect does it. */
final class Concatenation {

  private final StatementCompiler compiler;
  private final ConcatenationStyle style;

  Concatenation(StatementCompiler compiler, DialectRules rules) {
    this.compiler = compiler;
    this.style = rules.concatenation();
  }

  Fragment of(List<? extends ColumnElement> operands) {
    return joined(operands(operands));
  }

  /** The operands, compiled where they will stand. */
  List<Fragment> operands(List<? extends ColumnElement> operands) {
    Scope inside = style.makesOperands() ? compiler.scope().inOperator() : compiler.scope();
    List<Fragment> compiled = new ArrayList<>();
    for (ColumnElement operand : operands) {
      compiled.add(compiler.compile(operand, inside));
    }
    return compiled;
  }

  Fragment joined(List<Fragment> operands) {
    return Fragment.of(
        style.start(), Fragment.join(style.separator(), operands, operand -> operand), style.end());
  }
}
