package dev.brine.expr;

import dev.brine.expr.OrmOptions.MemoizedEntities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT: SQLAlchemy's {@code Select}. Immutable; each method that changes something gives a new
 * one, as in Python.
 *
 * @param columns what is selected: values, and FROM elements, which stand for all their columns
 * @param where conditions that must all hold
 * @param from FROM elements named by {@code select_from()}; those of the columns and conditions are
 *     found when it is compiled
 * @param setupJoins joins made by {@code join()}
 * @param having conditions on groups that must all hold
 * @param isDistinct whether equal rows are given once
 * @param distinctOn by what rows are equal; empty for all their values
 * @param correlation which FROM elements are left to the statement around it
 * @param tail how rows are grouped, ordered, limited and locked
 * @param labelStyle how columns without a label are named
 * @param options what it carries beside its clauses
 */
public record Select(
    List<ClauseElement> columns,
    List<ColumnElement> where,
    List<FromClause> from,
    List<SetupJoin> setupJoins,
    List<ColumnElement> having,
    boolean isDistinct,
    List<ColumnElement> distinctOn,
    Correlation correlation,
    SelectTail tail,
    LabelStyle labelStyle,
    StatementOptions options)
    implements GenerativeSelect<Select> {

  public Select {
    columns = List.copyOf(columns);
    where = List.copyOf(where);
    from = List.copyOf(from);
    setupJoins = List.copyOf(setupJoins);
    having = List.copyOf(having);
    distinctOn = List.copyOf(distinctOn);
    Objects.requireNonNull(correlation, "correlation");
    Objects.requireNonNull(tail, "tail");
    Objects.requireNonNull(labelStyle, "labelStyle");
    Objects.requireNonNull(options, "options");
  }

  /** Starts a SELECT of these columns, tables or other values. */
  public static Select of(ClauseElement... columns) {
    return new Builder()
        .columns(List.of(columns))
        .options(OrmSubjects.about(List.of(columns), StatementOptions.NONE))
        .build();
  }

  /** {@code add_columns(…)}: selects more. */
  public Select addColumns(ClauseElement... more) {
    return with(select -> select.columns(Coercions.append(columns, Stream.of(more))))
        .about(List.of(more));
  }

  /** {@code with_only_columns(…)}: selects something else. */
  public Select withOnlyColumns(ClauseElement... others) {
    return memoized().with(select -> select.columns(List.of(others))).about(List.of(others));
  }

  /**
   * {@code with_only_columns(…, maintain_column_froms=True)}: selects something else from what the
   * columns until now are of.
   */
  public Select withOnlyColumnsOfTheSameFroms(ClauseElement... others) {
    FromClause[] froms = FromObjects.listed(FromObjects.of(columns)).toArray(FromClause[]::new);
    return selectFrom(froms).withOnlyColumns(others);
  }

  /**
   * {@code reduce_columns()}: without those of the columns that are equal to others by a foreign
   * key, or by a condition, and have the same name.
   */
  public Select reduceColumns() {
    return reduceColumns(true);
  }

  /** {@code reduce_columns(only_synonyms)}: false for equal columns of another name, too. */
  public Select reduceColumns(boolean onlySynonyms) {
    List<ClauseElement> conditions = new ArrayList<>(where);
    conditions.addAll(from);
    List<ColumnElement> reduced =
        new ReducedColumns(selectedColumns(), onlySynonyms).given(conditions);
    return withOnlyColumns(reduced.toArray(ClauseElement[]::new));
  }

  /**
   * {@code filter_by(key=value)}: where a column of what was joined last, or else of what is
   * selected from first, has this value.
   *
   * @throws dev.brine.error.UnresolvedReferenceException if it has no such column
   */
  public Select filterBy(String key, @Nullable Object value) {
    return where(FilteredBy.attribute(this, key).eq(value));
  }

  /** {@code where(…)}: conditions that must hold beside those that are there. */
  public Select where(ColumnElement... conditions) {
    return with(select -> select.where(Coercions.append(where, Stream.of(conditions))))
        .about(List.of(conditions));
  }

  /** {@code having(…)}: conditions on groups that must hold beside those that are there. */
  public Select having(ColumnElement... conditions) {
    return with(select -> select.having(Coercions.append(having, Stream.of(conditions))));
  }

  /** {@code select_from(…)}: FROM elements beside those that the columns bring along. */
  public Select selectFrom(FromClause... elements) {
    return with(select -> select.from(Coercions.append(from, Stream.of(elements))))
        .about(List.of(elements));
  }

  /** {@code join(target)}: by the foreign keys between it and what is selected from. */
  public Select join(FromClause target) {
    return join(new SetupJoin(target, null, null, false, false));
  }

  /** {@code join(target, onclause)}. */
  public Select join(FromClause target, ColumnElement onclause) {
    return join(new SetupJoin(target, onclause, null, false, false));
  }

  /** {@code join_from(left, target)}. */
  public Select joinFrom(FromClause left, FromClause target) {
    return join(new SetupJoin(target, null, left, false, false));
  }

  /** {@code join_from(left, target, onclause)}. */
  public Select joinFrom(FromClause left, FromClause target, ColumnElement onclause) {
    return join(new SetupJoin(target, onclause, left, false, false));
  }

  /** {@code outerjoin(target)}: a LEFT OUTER JOIN. */
  public Select outerjoin(FromClause target) {
    return join(new SetupJoin(target, null, null, true, false));
  }

  /** {@code outerjoin(target, onclause)}. */
  public Select outerjoin(FromClause target, ColumnElement onclause) {
    return join(new SetupJoin(target, onclause, null, true, false));
  }

  /** {@code outerjoin_from(left, target)}. */
  public Select outerjoinFrom(FromClause left, FromClause target) {
    return join(new SetupJoin(target, null, left, true, false));
  }

  /** {@code outerjoin_from(left, target, onclause)}. */
  public Select outerjoinFrom(FromClause left, FromClause target, ColumnElement onclause) {
    return join(new SetupJoin(target, onclause, left, true, false));
  }

  /** {@code join(target, full=True)}: a FULL OUTER JOIN. */
  public Select fullJoin(FromClause target) {
    return join(new SetupJoin(target, null, null, false, true));
  }

  /** {@code join(target, onclause, full=True)}. */
  public Select fullJoin(FromClause target, ColumnElement onclause) {
    return join(new SetupJoin(target, onclause, null, false, true));
  }

  /** A join of any kind; the methods above are its common cases. */
  public Select join(SetupJoin join) {
    return with(select -> select.setupJoins(Coercions.append(setupJoins, Stream.of(join))))
        .about(List.of(join.target()));
  }

  /** {@code join(User.addresses)}: along a relationship. */
  public Select join(MappedAttribute relationship) {
    return join(new SetupJoin(relationship, null, null, false, false));
  }

  /** {@code outerjoin(User.addresses)}: along a relationship. */
  public Select outerjoin(MappedAttribute relationship) {
    return join(new SetupJoin(relationship, null, null, true, false));
  }

  /** {@code join(User.addresses, full=True)}: along a relationship. */
  public Select fullJoin(MappedAttribute relationship) {
    return join(new SetupJoin(relationship, null, null, false, true));
  }

  /** {@code from_statement(statement)}: entities from the rows of that. */
  public FromStatement fromStatement(Statement rows) {
    OrmOptions orm = options.orm();
    OrmOptions carried =
        new OrmOptions(
            orm.isOrm(), orm.subject(), orm.loaderOptions(), Map.of(), Map.of(), List.of());
    StatementOptions own =
        StatementOptions.NONE.withExecutionOptions(options.executionOptions()).withOrm(carried);
    return new FromStatement(columns, rows, true, own);
  }

  /** Of entities: what is selected and joined is kept where something else is selected. */
  private Select memoized() {
    OrmOptions orm = options.orm();
    if (!orm.isOrm() || (setupJoins.isEmpty() && orm.loaderOptions().isEmpty())) {
      return this;
    }
    MemoizedEntities before = new MemoizedEntities(columns, setupJoins, orm.loaderOptions());
    OrmOptions after =
        orm.withLoaderOptions(List.of())
            .withMemoized(Coercions.append(orm.memoized(), Stream.of(before)));
    return with(select -> select.setupJoins(List.of()).options(options.withOrm(after)));
  }

  Select withCompileOption(String name, @Nullable Object value) {
    return withOptions(options.withOrm(options.orm().withCompileOption(name, value)));
  }

  /** {@code options(…)}: how attributes are loaded, if the statement is of entities. */
  public Select options(ExecutableOption... added) {
    return withOptions(options.withLoaderOptions(added));
  }

  private Select about(List<? extends ClauseElement> elements) {
    StatementOptions changed = OrmSubjects.about(elements, options);
    return options.orm().isOrm() == changed.orm().isOrm() ? this : withOptions(changed);
  }

  /** {@code distinct()}: equal rows once. */
  public Select distinct() {
    return with(select -> select.distinct(true));
  }

  /** {@code distinct(…)}: the first of the rows that are equal in these, on PostgreSQL. */
  public Select distinct(ColumnElement... on) {
    return with(
        select -> select.distinct(true).distinctOn(Coercions.append(distinctOn, Stream.of(on))));
  }

  /**
   * {@code correlate(…)}: of these FROM elements, those that the statement around it has are left
   * to it, and no others; with none, nothing is.
   */
  public Select correlate(FromClause... elements) {
    return with(select -> select.correlation(correlation.to(elements)));
  }

  /** {@code correlate_except(…)}: all that the statement around it has are left to it but these. */
  public Select correlateExcept(FromClause... elements) {
    return with(select -> select.correlation(correlation.except(elements)));
  }

  /** {@code prefix_with(…)}: written behind SELECT. */
  public Select prefixWith(Affix... prefixes) {
    return withOptions(options.withPrefixes(prefixes));
  }

  /** {@code suffix_with(…)}: written at the end. */
  public Select suffixWith(Affix... suffixes) {
    return withOptions(options.withSuffixes(suffixes));
  }

  /** {@code with_hint(from, text, dialect)}: about one of the FROM elements. */
  public Select withHint(FromClause element, String text, String dialect) {
    return withOptions(options.withHint(new FromHint(element, dialect, text)));
  }

  /** {@code with_statement_hint(text, dialect)}: at the end of the statement. */
  public Select withStatementHint(String text, String dialect) {
    return withOptions(options.withStatementHint(new StatementHint(dialect, text)));
  }

  /** {@code set_label_style(style)}. */
  @Override
  public Select setLabelStyle(LabelStyle style) {
    return with(select -> select.labelStyle(style));
  }

  @Override
  public Select withTail(SelectTail other) {
    return with(select -> select.tail(other));
  }

  @Override
  public Select withOptions(StatementOptions other) {
    return with(select -> select.options(other));
  }

  /** {@inheritDoc} A table among the columns stands for all of its own. */
  @Override
  public List<ColumnElement> selectedColumns() {
    return SelectIterable.of(columns);
  }

  /** This statement as something to be changed. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  Select with(UnaryOperator<Builder> change) {
    return change.apply(toBuilder()).build();
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(columns);
    children.addAll(from);
    setupJoins.forEach(join -> children.addAll(join.children()));
    children.addAll(where);
    children.addAll(having);
    children.addAll(distinctOn);
    children.addAll(tail.children());
    children.addAll(options.children());
    return List.copyOf(children);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitSelect(this);
  }

  /** The parts of a SELECT, to be set one by one. Not thread-safe. */
  public static final class Builder {

    private List<ClauseElement> columns = List.of();
    private List<ColumnElement> where = List.of();
    private List<FromClause> from = List.of();
    private List<SetupJoin> setupJoins = List.of();
    private List<ColumnElement> having = List.of();
    private boolean isDistinct;
    private List<ColumnElement> distinctOn = List.of();
    private Correlation correlation = Correlation.AUTOMATIC;
    private SelectTail tail = SelectTail.EMPTY;
    private LabelStyle labelStyle = LabelStyle.DISAMBIGUATE_ONLY;
    private StatementOptions options = StatementOptions.NONE;

    public Builder() {}

    private Builder(Select select) {
      columns = select.columns;
      where = select.where;
      from = select.from;
      setupJoins = select.setupJoins;
      having = select.having;
      isDistinct = select.isDistinct;
      distinctOn = select.distinctOn;
      correlation = select.correlation;
      tail = select.tail;
      labelStyle = select.labelStyle;
      options = select.options;
    }

    public Builder columns(List<ClauseElement> all) {
      columns = all;
      return this;
    }

    public Builder where(List<ColumnElement> all) {
      where = all;
      return this;
    }

    public Builder from(List<FromClause> all) {
      from = all;
      return this;
    }

    public Builder setupJoins(List<SetupJoin> all) {
      setupJoins = all;
      return this;
    }

    public Builder groupBy(List<ColumnElement> all) {
      return tail(tail.withGroupBy(all));
    }

    public Builder having(List<ColumnElement> all) {
      having = all;
      return this;
    }

    public Builder orderBy(List<ColumnElement> all) {
      return tail(tail.withOrderBy(all));
    }

    public Builder limit(@Nullable ColumnElement number) {
      return tail(tail.withLimit(number));
    }

    public Builder offset(@Nullable ColumnElement number) {
      return tail(tail.withOffset(number));
    }

    public Builder distinct(boolean on) {
      isDistinct = on;
      return this;
    }

    public Builder distinctOn(List<ColumnElement> all) {
      distinctOn = all;
      return this;
    }

    public Builder correlation(Correlation which) {
      correlation = which;
      return this;
    }

    public Builder tail(SelectTail clauses) {
      tail = clauses;
      return this;
    }

    public Builder labelStyle(LabelStyle style) {
      labelStyle = style;
      return this;
    }

    public Builder options(StatementOptions carried) {
      options = carried;
      return this;
    }

    public Select build() {
      return new Select(
          columns,
          where,
          from,
          setupJoins,
          having,
          isDistinct,
          distinctOn,
          correlation,
          tail,
          labelStyle,
          options);
    }
  }
}
