package dev.brine.expr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a SELECT and a UNION have in common behind what gives the rows.
 *
 * @param groupBy what rows are grouped by
 * @param orderBy what rows are ordered by
 * @param limit how many rows at most; null for all
 * @param offset how many rows are left out first; null for none
 * @param fetch how many rows at most, in the words of standard SQL; null for all
 * @param forUpdate how the rows are locked; null if they are not
 */
public record SelectTail(
    List<ColumnElement> groupBy,
    List<ColumnElement> orderBy,
    @Nullable ColumnElement limit,
    @Nullable ColumnElement offset,
    @Nullable Fetch fetch,
    @Nullable ForUpdate forUpdate) {

  /** Nothing. */
  public static final SelectTail EMPTY =
      new SelectTail(List.of(), List.of(), null, null, null, null);

  public SelectTail {
    groupBy = List.copyOf(groupBy);
    orderBy = List.copyOf(orderBy);
  }

  public SelectTail withGroupBy(List<ColumnElement> all) {
    return new SelectTail(all, orderBy, limit, offset, fetch, forUpdate);
  }

  public SelectTail withOrderBy(List<ColumnElement> all) {
    return new SelectTail(groupBy, all, limit, offset, fetch, forUpdate);
  }

  /** A limit takes the place of a fetch. */
  public SelectTail withLimit(@Nullable ColumnElement number) {
    return new SelectTail(groupBy, orderBy, number, offset, null, forUpdate);
  }

  public SelectTail withOffset(@Nullable ColumnElement number) {
    return new SelectTail(groupBy, orderBy, limit, number, fetch, forUpdate);
  }

  /** A fetch takes the place of a limit. */
  public SelectTail withFetch(@Nullable Fetch rows) {
    return new SelectTail(groupBy, orderBy, null, offset, rows, forUpdate);
  }

  public SelectTail withForUpdate(@Nullable ForUpdate lock) {
    return new SelectTail(groupBy, orderBy, limit, offset, fetch, lock);
  }

  /** Whether a number of rows is given. */
  public boolean limitsRows() {
    return limit != null || offset != null || fetch != null;
  }

  /** The elements in it. */
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(groupBy);
    children.addAll(orderBy);
    if (limit != null) {
      children.add(limit);
    }
    if (offset != null) {
      children.add(offset);
    }
    if (fetch != null) {
      children.add(fetch.count());
    }
    if (forUpdate != null) {
      children.addAll(forUpdate.of());
    }
    return children;
  }
}
