package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;

/**
 * {@code ANY (…)} or {@code ALL (…)}, to be compared with.
 *
 * @param element an array or a subquery, in its parentheses
 */
public record CollectionAggregate(ColumnElement element, StandardOperator operator)
    implements ColumnElement {

  public CollectionAggregate {
    Objects.requireNonNull(element, "element");
    if (operator != StandardOperator.ANY && operator != StandardOperator.ALL) {
      throw new IllegalArgumentException("a collection is compared by ANY or ALL");
    }
  }

  static CollectionAggregate of(StandardOperator operator, ColumnElement collection) {
    return new CollectionAggregate(collection.selfGroup().selfGroup(operator), operator);
  }

  /** The type of what it is compared with. */
  SqlType memberType() {
    return element.type().affinity() == TypeName.ARRAY
            && element.type().attribute("item_type") instanceof SqlType item
        ? item
        : element.type();
  }

  @Override
  public SqlType type() {
    return Types.BOOLEAN;
  }

  @Override
  public ColumnElement selfGroup(Operator against) {
    return operator.isPrecedent(against) ? Grouping.of(this) : this;
  }

  @Override
  public ColumnElement not() {
    throw new UsageException(
        "only comparison operators may be used with ANY and ALL", "negate the comparison");
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitCollectionAggregate(this);
  }
}
