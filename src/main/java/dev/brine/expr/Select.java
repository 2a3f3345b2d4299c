package dev.brine.expr;

import java.util.ArrayList;
import java.util.List;
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
 * @param groupBy what rows are grouped by
 * @param having conditions on groups that must all hold
 * @param orderBy what rows are ordered by
 * @param limit how many rows at most; null for all
 * @param offset how many rows are left out first; null for none
 * @param isDistinct whether equal rows are given once
 * @param labelStyle how columns without a label are named
 */
public record Select(
    List<ClauseElement> columns,
    List<ColumnElement> where,
    List<FromClause> from,
    List<SetupJoin> setupJoins,
    List<ColumnElement> groupBy,
    List<ColumnElement> having,
    List<ColumnElement> orderBy,
    @Nullable ColumnElement limit,
    @Nullable ColumnElement offset,
    boolean isDistinct,
    LabelStyle labelStyle)
    implements Statement {

  public Select {
    columns = List.copyOf(columns);
    where = List.copyOf(where);
    from = List.copyOf(from);
    setupJoins = List.copyOf(setupJoins);
    groupBy = List.copyOf(groupBy);
    having = List.copyOf(having);
    orderBy = List.copyOf(orderBy);
    Objects.requireNonNull(labelStyle, "labelStyle");
  }

  /** Starts a SELECT of these columns, tables or other values. */
  public static Select of(ClauseElement... columns) {
    return new Builder().columns(List.of(columns)).build();
  }

  /** {@code add_columns(…)}: selects more. */
  public Select addColumns(ClauseElement... more) {
    return with(select -> select.columns(Coercions.append(columns, Stream.of(more))));
  }

  /** {@code with_only_columns(…)}: selects something else. */
  public Select withOnlyColumns(ClauseElement... others) {
    return with(select -> select.columns(List.of(others)));
  }

  /** {@code where(…)}: conditions that must hold beside those that are there. */
  public Select where(ColumnElement... conditions) {
    return with(select -> select.where(Coercions.append(where, Stream.of(conditions))));
  }

  /** {@code having(…)}: conditions on groups that must hold beside those that are there. */
  public Select having(ColumnElement... conditions) {
    return with(select -> select.having(Coercions.append(having, Stream.of(conditions))));
  }

  /** {@code select_from(…)}: FROM elements beside those that the columns bring along. */
  public Select selectFrom(FromClause... elements) {
    return with(select -> select.from(Coercions.append(from, Stream.of(elements))));
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
    return with(select -> select.setupJoins(Coercions.append(setupJoins, Stream.of(join))));
  }

  /** {@code group_by(…)}: expressions, or names of labels as strings. */
  public Select groupBy(Object... entries) {
    Stream<ColumnElement> added = Stream.of(entries).map(Coercions::groupBy);
    return with(select -> select.groupBy(Coercions.append(groupBy, added)));
  }

  /** {@code order_by(…)}: expressions, or names of labels as strings. */
  public Select orderBy(Object... entries) {
    Stream<ColumnElement> added = Stream.of(entries).map(Coercions::orderBy);
    return with(select -> select.orderBy(Coercions.append(orderBy, added)));
  }

  /** {@code order_by(None)}: in no order. */
  public Select withoutOrderBy() {
    return with(select -> select.orderBy(List.of()));
  }

  /** {@code distinct()}: equal rows once. */
  public Select distinct() {
    return with(select -> select.distinct(true));
  }

  /** {@code limit(number)}: so many rows at most. */
  public Select limit(long number) {
    return limit(BindParameter.limitOrOffset(number));
  }

  /** {@code limit(expression)}. */
  public Select limit(ColumnElement expression) {
    return with(select -> select.limit(expression));
  }

  /** {@code offset(number)}: without so many rows at the start. */
  public Select offset(long number) {
    return offset(BindParameter.limitOrOffset(number));
  }

  /** {@code offset(expression)}. */
  public Select offset(ColumnElement expression) {
    return with(select -> select.offset(expression));
  }

  /** {@code set_label_style(style)}. */
  public Select setLabelStyle(LabelStyle style) {
    return with(select -> select.labelStyle(style));
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
    for (SetupJoin join : setupJoins) {
      addIfPresent(children, join.left());
      children.add(join.target());
      addIfPresent(children, join.onclause());
    }
    children.addAll(where);
    children.addAll(groupBy);
    children.addAll(having);
    children.addAll(orderBy);
    addIfPresent(children, limit);
    addIfPresent(children, offset);
    return List.copyOf(children);
  }

  private static void addIfPresent(List<ClauseElement> children, @Nullable ClauseElement child) {
    if (child != null) {
      children.add(child);
    }
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
    private List<ColumnElement> groupBy = List.of();
    private List<ColumnElement> having = List.of();
    private List<ColumnElement> orderBy = List.of();
    private @Nullable ColumnElement limit;
    private @Nullable ColumnElement offset;
    private boolean isDistinct;
    private LabelStyle labelStyle = LabelStyle.DISAMBIGUATE_ONLY;

    public Builder() {}

    private Builder(Select select) {
      columns = select.columns;
      where = select.where;
      from = select.from;
      setupJoins = select.setupJoins;
      groupBy = select.groupBy;
      having = select.having;
      orderBy = select.orderBy;
      limit = select.limit;
      offset = select.offset;
      isDistinct = select.isDistinct;
      labelStyle = select.labelStyle;
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
      groupBy = all;
      return this;
    }

    public Builder having(List<ColumnElement> all) {
      having = all;
      return this;
    }

    public Builder orderBy(List<ColumnElement> all) {
      orderBy = all;
      return this;
    }

    public Builder limit(@Nullable ColumnElement number) {
      limit = number;
      return this;
    }

    public Builder offset(@Nullable ColumnElement number) {
      offset = number;
      return this;
    }

    public Builder distinct(boolean on) {
      isDistinct = on;
      return this;
    }

    public Builder labelStyle(LabelStyle style) {
      labelStyle = style;
      return this;
    }

    public Select build() {
      return new Select(
          columns,
          where,
          from,
          setupJoins,
          groupBy,
          having,
          orderBy,
          limit,
          offset,
          isDistinct,
          labelStyle);
    }
  }
}
