package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two operands and an operator: {@code a = b}.
 *
 * @param negate the operator that NOT turns this one into; null if NOT is written out
 * @param modifiers what else the operator was given: {@code escape} (String), {@code symmetric}
 *     (Boolean), {@code flags}; absent for None
 */
public record BinaryExpression(
    ColumnElement left,
    Operator operator,
    ColumnElement right,
    SqlType type,
    @Nullable Operator negate,
    Map<String, Object> modifiers)
    implements ColumnElement {

  private static final String ESCAPE = "escape";

  public BinaryExpression {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(type, "type");
    if (!(modifiers.getOrDefault(ESCAPE, "") instanceof String)) {
      throw new IllegalArgumentException("the escape of a LIKE is text");
    }
    // Sorted, as Map.copyOf has another order in each process.
    modifiers =
        modifiers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(modifiers));
  }

  /** The character that escapes {@code %} and {@code _} in a LIKE, or null. */
  public @Nullable String escape() {
    return (String) modifiers.get(ESCAPE);
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return Groups.operated(this, operator, against);
  }

  @Override
  public ColumnElement not() {
    return negate == null ? Grouping.of(this).not() : opposite(operator, negate);
  }

  private BinaryExpression opposite(Operator before, Operator after) {
    return new BinaryExpression(
        left.selfGroup(after),
        after,
        negatedRight(after).selfGroup(after),
        type,
        before,
        modifiers);
  }

  /** The list of an IN knows which operator it belongs to. */
  private ColumnElement negatedRight(Operator negated) {
    return right instanceof BindParameter bind && operator.equals(bind.expandOperator())
        ? bind.asExpanding(negated)
        : right;
  }

  @Override
  public boolean isImplicitlyBoolean() {
    return operator.isBoolean();
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(left, right);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitBinary(this);
  }
}
