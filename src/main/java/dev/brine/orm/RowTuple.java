package dev.brine.orm;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tuple within a row, of a {@code Bundle}; compared by what it holds, unlike a list of JSON. */
final class RowTuple extends AbstractList<@Nullable Object> {

  private final List<@Nullable Object> members;

  RowTuple(List<@Nullable Object> members) {
    this.members = members;
  }

  @Override
  public @Nullable Object get(int index) {
    return members.get(index);
  }

  @Override
  public int size() {
    return members.size();
  }
}
