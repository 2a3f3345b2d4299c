package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;

/**
 * A boolean column that stands as a condition by itself, or its negation; a dialect without
 * booleans prints {@code x = 1}.
 *
 * @param isTrue whether it must be true ({@code is_true}) rather than false ({@code is_false})
 */
public record AsBoolean(ColumnElement element, boolean isTrue) implements ColumnElement {

  public AsBoolean {
    Objects.requireNonNull(element, "element");
  }

  @Override
  public SqlType type() {
    return Types.BOOLEAN;
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return this;
  }

  @Override
  public ColumnElement not() {
    return element instanceof Constant ? element.not() : new AsBoolean(element, !isTrue);
  }

  @Override
  public boolean isImplicitlyBoolean() {
    return element.isImplicitlyBoolean();
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitAsBoolean(this);
  }
}
