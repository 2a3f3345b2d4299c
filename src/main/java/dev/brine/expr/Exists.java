package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Whether a SELECT gives any row: {@code EXISTS (SELECT …)}.
 *
 * @param element a {@link ScalarSelect}, in what SQLAlchemy makes
 */
public record Exists(ColumnElement element) implements ColumnElement {

  public Exists {
    Objects.requireNonNull(element, "element");
  }

  static Exists of(ScalarSelect select) {
    return new Exists(select);
  }

  /** {@code select()}: a SELECT of this alone. */
  public Select select() {
    return Select.of(this);
  }

  /** {@code where(…)}, of the SELECT in it. */
  public Exists where(ColumnElement... conditions) {
    return with(select -> select.where(conditions));
  }

  /** {@code select_from(…)}, of the SELECT in it. */
  public Exists selectFrom(FromClause... elements) {
    return with(select -> select.selectFrom(elements));
  }

  /** {@code correlate(…)}, of the SELECT in it. */
  public Exists correlate(FromClause... elements) {
    return with(select -> select.correlate(elements));
  }

  /** {@code correlate_except(…)}, of the SELECT in it. */
  public Exists correlateExcept(FromClause... elements) {
    return with(select -> select.correlateExcept(elements));
  }

  private Exists with(UnaryOperator<Select> change) {
    if (element instanceof ScalarSelect scalar && scalar.element() instanceof Select select) {
      return change.apply(select).exists();
    }
    throw new UsageException(
        "this can only be done to a plain SELECT", "change the SELECTs it is made of");
  }

  @Override
  public SqlType type() {
    return Types.BOOLEAN;
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return Groups.operated(this, StandardOperator.EXISTS, against);
  }

  @Override
  public ColumnElement not() {
    return Operations.prefix(StandardOperator.INV, this, Types.BOOLEAN);
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitExists(this);
  }
}
