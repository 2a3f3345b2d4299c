package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;

/**
 * A function that compares two of its arguments: {@code func.is_equal(a, b).as_comparison(1, 2)}.
 *
 * @param leftIndex which argument is the left side, counted from 1
 * @param rightIndex which one is the right side
 */
public record FunctionAsBinary(FunctionCall function, long leftIndex, long rightIndex)
    implements ColumnElement {

  public FunctionAsBinary {
    Objects.requireNonNull(function, "function");
    int count = function.arguments().size();
    if (leftIndex < 1 || leftIndex > count || rightIndex < 1 || rightIndex > count) {
      throw new UsageException(
          "the function has no arguments %d and %d".formatted(leftIndex, rightIndex),
          "arguments are counted from 1; there are " + count);
    }
  }

  @Override
  public SqlType type() {
    return Types.BOOLEAN;
  }

  @Override
  public boolean isImplicitlyBoolean() {
    return true;
  }

  @Override
  public ColumnElement not() {
    return Grouping.of(this).not();
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return Groups.operated(this, StandardOperator.FUNCTION_AS_COMPARISON, against);
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(function);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitFunctionAsBinary(this);
  }
}
