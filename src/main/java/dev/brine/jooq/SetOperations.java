package dev.brine.jooq;

import dev.brine.expr.CompoundSelect;
import dev.brine.expr.SelectBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jooq.Select;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;

/**
 * The set operations of a query. jOOQ's object model has no accessor for them: {@code $from} and
 * the like are those of the first SELECT. They are found by how the query is printed.
 *
 * @param arms in their order; empty for a plain SELECT
 * @param order what all rows together are ordered by
 * @param firstLimits how many rows of the first SELECT are taken
 */
// jOOQ's set operations want both queries to have one type of row.
@SuppressWarnings({"rawtypes", "unchecked"})
record SetOperations(List<Arm> arms, List<SortField<?>> order, LimitClause firstLimits) {

  /** One kind of operation, as either side says it. */
  record Operation(
      BiFunction<SelectBase, SelectBase[], CompoundSelect> build,
      BiFunction<Select, Select, Select> mirror,
      boolean isAssociative) {}

  /** An operation and the query on its right. */
  record Arm(Operation operation, Select<?> query) {}

  private static final Map<String, Operation> OPERATIONS =
      Map.of(
          "union", new Operation(SelectBase::union, Select::union, true),
          "union all", new Operation(SelectBase::unionAll, Select::unionAll, true),
          "intersect", new Operation(SelectBase::intersect, Select::intersect, true),
          "intersect all", new Operation(SelectBase::intersectAll, Select::intersectAll, true),
          "except", new Operation(SelectBase::except, Select::except, false),
          "except all", new Operation(SelectBase::exceptAll, Select::exceptAll, false));

  /**
   * Finds them.
   *
   * @param query the query as it was printed, with its parts as children
   */
  static SetOperations of(Printed query) {
    List<Arm> arms = new ArrayList<>();
    List<SortField<?>> order = List.of();
    LimitClause limits = LimitClause.NONE;
    String keyword = "";
    for (Printed child : query.children()) {
      Operation operation = OPERATIONS.get(keyword);
      if (operation != null && child.part() instanceof Select<?> select) {
        arms.add(new Arm(operation, select));
      } else if (keyword.equals("by") && isOrder(child.part())) {
        order = (List<SortField<?>>) Objects.requireNonNull(child.part());
      } else if (arms.isEmpty() && LimitClause.isIn(child)) {
        limits = LimitClause.of(child);
      }
      keyword = child.keyword();
    }
    return new SetOperations(arms, order, limits);
  }

  private static boolean isOrder(@Nullable Object part) {
    return part instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof SortField<?>;
  }

  boolean isEmpty() {
    return arms.isEmpty();
  }
}
