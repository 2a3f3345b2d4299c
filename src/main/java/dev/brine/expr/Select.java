package dev.brine.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
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
