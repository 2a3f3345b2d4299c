package dev.brine.expr;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The methods by which a {@link Query} is refined, under SQLAlchemy's names (rel_2_0_58, {@code
 * orm/query.py}).
 */
public sealed interface QueryMethods permits Query {

  /** This, as the query it is. */
  Query self();

  private Query with(UnaryOperator<Select> change) {
    return self().withClauses(change.apply(self().clauses()));
  }

  /** {@code filter(…)}: conditions that must hold beside those that are there. */
  default Query filter(ColumnElement... conditions) {
    return with(select -> select.where(conditions));
  }

  /** {@code where(…)}: the same as {@link #filter}. */
  default Query where(ColumnElement... conditions) {
    return filter(conditions);
  }

  /** {@code filter_by(key=value)}: of what was joined last, or else of what is selected first. */
  default Query filterBy(String key, @Nullable Object value) {
    return with(select -> select.filterBy(key, value));
  }

  /** {@code having(…)}. */
  default Query having(ColumnElement... conditions) {
    return with(select -> select.having(conditions));
  }

  /** {@code join(User.addresses)}. */
  default Query join(MappedAttribute relationship) {
    return with(select -> select.join(relationship));
  }

  /** {@code outerjoin(User.addresses)}. */
  default Query outerjoin(MappedAttribute relationship) {
    return with(select -> select.outerjoin(relationship));
  }

  /** {@code join(target)}. */
  default Query join(FromClause target) {
    return with(select -> select.join(target));
  }

  /** {@code join(target, onclause)}: a condition, or the relationship to the target. */
  default Query join(FromClause target, ColumnElement onclause) {
    return with(select -> select.join(target, onclause));
  }

  /** {@code outerjoin(target, onclause)}. */
  default Query outerjoin(FromClause target, ColumnElement onclause) {
    return with(select -> select.outerjoin(target, onclause));
  }

  /** {@code join(User.addresses, full=True)}. */
  default Query fullJoin(MappedAttribute relationship) {
    return with(select -> select.fullJoin(relationship));
  }

  /** {@code join(target, onclause, full=True)}. */
  default Query fullJoin(FromClause target, ColumnElement onclause) {
    return with(select -> select.fullJoin(target, onclause));
  }

  /** {@code outerjoin(target)}. */
  default Query outerjoin(FromClause target) {
    return with(select -> select.outerjoin(target));
  }

  /** {@code correlate(…)}. */
  default Query correlate(FromClause... elements) {
    return with(select -> select.correlate(elements));
  }

  /** {@code select_from(…)}. */
  default Query selectFrom(FromClause... elements) {
    return with(select -> select.selectFrom(elements));
  }

  /** {@code with_entities(…)}: selects something else. */
  default Query withEntities(ClauseElement... entities) {
    return with(select -> select.withOnlyColumns(entities));
  }

  /** {@code add_columns(…)}. */
  default Query addColumns(ClauseElement... more) {
    return with(select -> select.addColumns(more));
  }

  /** {@code order_by(…)}. */
  default Query orderBy(Object... entries) {
    return with(select -> select.orderBy(entries));
  }

  /** {@code group_by(…)}. */
  default Query groupBy(Object... entries) {
    return with(select -> select.groupBy(entries));
  }

  /** {@code limit(number)}. */
  default Query limit(long number) {
    return with(select -> select.limit(number));
  }

  /** {@code offset(number)}. */
  default Query offset(long number) {
    return with(select -> select.offset(number));
  }

  /** {@code distinct()}. */
  default Query distinct() {
    return with(Select::distinct);
  }

  /** {@code options(…)}: how attributes are loaded. */
  default Query options(ExecutableOption... options) {
    return with(select -> select.options(options));
  }

  /** {@code execution_options(…)}: how Python is to run it. */
  default Query executionOptions(Map<String, ? extends @Nullable Object> added) {
    return with(select -> select.executionOptions(added));
  }

  /** {@code yield_per(count)}: reads so many rows at once. */
  default Query yieldPer(int count) {
    return with(
        select -> {
          StatementOptions options = select.options();
          return select.withOptions(
              options.withOrm(options.orm().withLoadOption("_yield_per", count)));
        });
  }
}
