package dev.brine.expr;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The methods by which a {@link Query} is refined, under SQLAlchemy's names (rel_2_0_58, {@code
 * orm/query.py}). Those that SQLAlchemy refuses in an order that means nothing, such as {@code
 * filter()} behind {@code limit()}, are refused with a {@link dev.brine.error.UsageException}, as
 * long as the query's {@linkplain Query#enableAssertions assertions} are on.
 */
public sealed interface QueryMethods permits Query {

  /** This, as the query it is. */
  Query self();

  private Query with(UnaryOperator<Select> change) {
    return self().withClauses(change.apply(self().clauses()));
  }

  /** What changes which rows there are, which is too late once they are limited. */
  private Query criterion(String method, UnaryOperator<Select> change) {
    QueryAssertions.noStatement(self(), method);
    QueryAssertions.noLimit(self(), method);
    return with(change);
  }

  /** What a statement given whole cannot be told. */
  private Query clause(String method, UnaryOperator<Select> change) {
    QueryAssertions.noStatement(self(), method);
    return with(change);
  }

  /** {@code filter(…)}: conditions that must hold beside those that are there. */
  default Query filter(ColumnElement... conditions) {
    return criterion("filter", select -> select.where(conditions));
  }

  /** {@code where(…)}: the same as {@link #filter}. */
  default Query where(ColumnElement... conditions) {
    return filter(conditions);
  }

  /** {@code filter_by(key=value)}: of what was joined last, or else of what is selected first. */
  default Query filterBy(String key, @Nullable Object value) {
    return criterion("filter", select -> select.filterBy(key, value));
  }

  /** {@code with_parent(entity, Parent.relationship)}: what the relationship of an entity holds. */
  default Query withParent(Object entity, MappedAttribute relationship) {
    return filter(relationship.withParent(entity));
  }

  /** {@code having(…)}. */
  default Query having(ColumnElement... conditions) {
    return criterion("having", select -> select.having(conditions));
  }

  /** {@code join(User.addresses)}. */
  default Query join(MappedAttribute relationship) {
    return criterion("join", select -> select.join(relationship));
  }

  /** {@code outerjoin(User.addresses)}. */
  default Query outerjoin(MappedAttribute relationship) {
    return criterion("join", select -> select.outerjoin(relationship));
  }

  /** {@code join(target)}. */
  default Query join(FromClause target) {
    return criterion("join", select -> select.join(target));
  }

  /** {@code join(target, onclause)}: a condition, or the relationship to the target. */
  default Query join(FromClause target, ColumnElement onclause) {
    return criterion("join", select -> select.join(target, onclause));
  }

  /** {@code outerjoin(target, onclause)}. */
  default Query outerjoin(FromClause target, ColumnElement onclause) {
    return criterion("join", select -> select.outerjoin(target, onclause));
  }

  /** {@code join(User.addresses, full=True)}. */
  default Query fullJoin(MappedAttribute relationship) {
    return criterion("join", select -> select.fullJoin(relationship));
  }

  /** {@code join(target, onclause, full=True)}. */
  default Query fullJoin(FromClause target, ColumnElement onclause) {
    return criterion("join", select -> select.fullJoin(target, onclause));
  }

  /** {@code outerjoin(target)}. */
  default Query outerjoin(FromClause target) {
    return criterion("join", select -> select.outerjoin(target));
  }

  /** {@code correlate(…)}. */
  default Query correlate(FromClause... elements) {
    return with(select -> select.correlate(elements));
  }

  /** {@code select_from(…)}. */
  default Query selectFrom(FromClause... elements) {
    QueryAssertions.noCriterion(self(), "select_from");
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
  default Query orderBy(@Nullable Object... entries) {
    return with(select -> select.orderBy(entries));
  }

  /** {@code group_by(…)}. */
  default Query groupBy(@Nullable Object... entries) {
    return with(select -> select.groupBy(entries));
  }

  /** {@code limit(number)}. */
  default Query limit(long number) {
    return clause("limit", select -> select.limit(number));
  }

  /** {@code offset(number)}. */
  default Query offset(long number) {
    return clause("offset", select -> select.offset(number));
  }

  /** {@code slice(start, stop)}: the rows from one number to before another. */
  default Query slice(long start, long stop) {
    return clause("slice", select -> select.slice(start, stop));
  }

  /** {@code distinct()}. */
  default Query distinct() {
    return clause("distinct", Select::distinct);
  }

  /** {@code distinct(…)}: PostgreSQL's DISTINCT ON. */
  default Query distinct(ColumnElement... on) {
    return clause("distinct", select -> select.distinct(on));
  }

  /** {@code with_for_update(…)}: locks the rows. */
  default Query withForUpdate(ForUpdate lock) {
    return with(select -> select.withForUpdate(lock));
  }

  /** {@code set_label_style(style)}: how columns without a label are named. */
  default Query setLabelStyle(LabelStyle style) {
    return with(select -> select.setLabelStyle(style));
  }

  /** {@code enable_eagerloads(value)}: whether relationships are loaded at once at all. */
  default Query enableEagerloads(boolean on) {
    return with(select -> select.withCompileOption("_enable_eagerloads", on));
  }

  /** {@code populate_existing()}: loads anew what the session has already. */
  default Query populateExisting() {
    return loadOption("_populate_existing", true);
  }

  /** {@code only_return_tuples(value)}: whether a row is a tuple though it is of one entity. */
  default Query onlyReturnTuples(boolean on) {
    return loadOption("_only_return_tuples", on);
  }

  private Query loadOption(String name, Object value) {
    return with(
        select -> {
          StatementOptions options = select.options();
          return select.withOptions(options.withOrm(options.orm().withLoadOption(name, value)));
        });
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
    return loadOption("_yield_per", count);
  }
}
