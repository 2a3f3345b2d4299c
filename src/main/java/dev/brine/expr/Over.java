package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A window function: {@code rank() OVER (PARTITION BY a ORDER BY b)}.
 *
 * @param element the function, with its FILTER or WITHIN GROUP if it has one
 * @param frame null for the default
 */
public record Over(
    ColumnElement element,
    List<ColumnElement> partitionBy,
    List<ColumnElement> orderBy,
    @Nullable Frame frame)
    implements ColumnElement {

  public Over {
    Objects.requireNonNull(element, "element");
    partitionBy = List.copyOf(partitionBy);
    orderBy = List.copyOf(orderBy);
  }

  /** {@code partition_by=…}: elements, or the names of labels. */
  public Over partitionBy(Object... elements) {
    return new Over(element, Coercions.byList(elements), orderBy, frame);
  }

  /** {@code order_by=…}: elements, or the names of labels. */
  public Over orderBy(Object... elements) {
    return new Over(element, partitionBy, Coercions.byList(elements), frame);
  }

  /**
   * {@code rows=(start, end)}: so many rows before the current one if negative, after it if
   * positive, 0 for the current row and null for no bound.
   */
  public Over rows(@Nullable Integer start, @Nullable Integer end) {
    return framed(Frame.Unit.ROWS, start, end);
  }

  /** {@code range_=(start, end)}; see {@link #rows}. */
  public Over range(@Nullable Integer start, @Nullable Integer end) {
    return framed(Frame.Unit.RANGE, start, end);
  }

  /** {@code groups=(start, end)}; see {@link #rows}. */
  public Over groups(@Nullable Integer start, @Nullable Integer end) {
    return framed(Frame.Unit.GROUPS, start, end);
  }

  /**
   * {@code exclude=phrase}, new in SQLAlchemy 2.1: {@code "CURRENT ROW"}, {@code "GROUP"}, {@code
   * "TIES"} or {@code "NO OTHERS"}, which the compiler checks.
   *
   * @throws UsageException without rows, range or groups
   */
  public Over exclude(String phrase) {
    if (frame == null) {
      throw new UsageException(
          "'exclude' requires that one of 'rows', 'range_', or 'groups' is also specified",
          "call rows(), range() or groups() before");
    }
    Frame changed = new Frame(frame.unit(), frame.start(), frame.end(), phrase);
    return new Over(element, partitionBy, orderBy, changed);
  }

  private Over framed(Frame.Unit unit, @Nullable Integer start, @Nullable Integer end) {
    if (frame != null && frame.unit() != unit) {
      throw new UsageException(
          "only one of rows, range and groups may be given", "leave out the others");
    }
    String exclude = frame == null ? null : frame.exclude();
    Frame given = new Frame(unit, Frame.bound(number(start)), Frame.bound(number(end)), exclude);
    return new Over(element, partitionBy, orderBy, given);
  }

  private static @Nullable Long number(@Nullable Integer number) {
    return number == null ? null : (Long) number.longValue();
  }

  @Override
  public SqlType type() {
    return element.type();
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(List.of(element));
    children.addAll(partitionBy);
    children.addAll(orderBy);
    return children;
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitOver(this);
  }
}
