package dev.brine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** SQL under construction: parts in a row, put together without copying what they are made of. */
final class Fragment {

  static final Fragment EMPTY = new Fragment(List.of());

  private final List<Object> pieces;

  private Fragment(List<Object> pieces) {
    this.pieces = pieces;
  }

  /**
   * Pieces in a row.
   *
   * @param pieces {@code String}s, {@link SqlPart}s and other fragments
   */
  static Fragment of(Object... pieces) {
    return new Fragment(List.of(pieces));
  }

  /** What each element becomes, with a separator between those that become anything. */
  static <T> Fragment join(
      String separator, List<T> elements, Function<? super T, Fragment> compile) {
    List<Object> pieces = new ArrayList<>();
    for (T element : elements) {
      Fragment fragment = compile.apply(element);
      if (fragment.isEmpty()) {
        continue;
      }
      if (!pieces.isEmpty()) {
        pieces.add(separator);
      }
      pieces.add(fragment);
    }
    return new Fragment(pieces);
  }

  boolean isEmpty() {
    for (Object piece : pieces) {
      if (!isEmpty(piece)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEmpty(Object piece) {
    return piece instanceof Fragment fragment
        ? fragment.isEmpty()
        : piece instanceof String text && text.isEmpty();
  }

  /** The parts, with neighbouring texts made one. */
  List<SqlPart> parts() {
    PartList parts = new PartList();
    addTo(parts);
    return parts.toList();
  }

  private void addTo(PartList parts) {
    for (Object piece : pieces) {
      if (piece instanceof Fragment fragment) {
        fragment.addTo(parts);
      } else if (piece instanceof SqlPart part) {
        parts.add(part);
      } else {
        parts.text((String) piece);
      }
    }
  }
}
