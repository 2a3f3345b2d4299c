package dev.brine.orm;

import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.Rewriter;
import dev.brine.expr.Sql;
import dev.brine.mapping.JoinCondition;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a relationship with the parent's values in the places of its columns: {@code
 * JoinCondition.create_lazy_clause} (rel_2_0_58, {@code orm/relationships.py}).
 */
final class LazyClause extends Rewriter {

  private final JoinCondition condition;
  private final Function<ColumnElement, @Nullable Object> values;
  private final Map<ElementKey, BindParameter> binds = new HashMap<>();

  private LazyClause(JoinCondition condition, Function<ColumnElement, @Nullable Object> values) {
    this.condition = condition;
    this.values = values;
  }

  /**
   * The condition for one parent.
   *
   * @param values what the parent has for its columns
   */
  static ColumnElement of(
      JoinCondition condition, Function<ColumnElement, @Nullable Object> values) {
    LazyClause clause = new LazyClause(condition, values);
    ColumnElement primary = clause.column(condition.primaryjoin());
    ColumnElement secondary = condition.secondaryjoin();
    return secondary == null ? primary : Sql.and(primary, clause.column(secondary));
  }

  @Override
  protected @Nullable ClauseElement replacement(ClauseElement element) {
    if (!(element instanceof ColumnElement column) || !isColumn(column)) {
      return null;
    }
    if (condition.isLocal(column)) {
      return binds.computeIfAbsent(
          ElementKey.of(column),
          key -> BindParameter.unique("param", values.apply(column), column.type()));
    }
    return Adaptable.column(column);
  }

  private static boolean isColumn(ColumnElement column) {
    return column instanceof ColumnRef
        || (column instanceof AnnotatedColumn annotated
            && annotated.element() instanceof ColumnRef);
  }
}
