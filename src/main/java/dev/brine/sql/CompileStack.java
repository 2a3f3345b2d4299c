package dev.brine.sql;

import dev.brine.expr.ElementKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The statements that are being compiled, each within the next: SQLAlchemy's {@code stack} of a
 * compiler (rel_2_0_52, {@code sql/compiler.py}). Not thread-safe.
 */
final class CompileStack {

  /**
   * A statement that is being compiled.
   *
   * @param correlateFroms the FROM elements of it and of all around it
   * @param asFromFroms those of it alone
   * @param labels what ORDER BY may mean by a name; null for a statement that selects nothing
   * @param select its tables and columns, if it is a SELECT
   * @param needsResult whether a SELECT that it is made of gives the columns of the result
   */
  record Entry(
      Set<ElementKey> correlateFroms,
      Set<ElementKey> asFromFroms,
      @Nullable LabelTargets labels,
      @Nullable SelectState select,
      boolean needsResult) {

    /** What is around a statement that is not within another. */
    static final Entry OUTSIDE = new Entry(Set.of(), Set.of(), null, null, false);

    /** Of a statement with these FROM elements of its own, within this one. */
    Entry inner(Set<ElementKey> froms, @Nullable SelectState select) {
      Set<ElementKey> all = new HashSet<>(froms);
      all.addAll(correlateFroms);
      return new Entry(all, froms, select, select, false);
    }
  }

  private final Deque<Entry> entries = new ArrayDeque<>();

  boolean isEmpty() {
    return entries.isEmpty();
  }

  int depth() {
    return entries.size();
  }

  /** The innermost statement; {@link Entry#OUTSIDE} where there is none. */
  Entry top() {
    Entry top = entries.peek();
    return top == null ? Entry.OUTSIDE : top;
  }

  /** Compiles something that belongs to a statement. */
  <T> T within(Entry entry, Supplier<T> compile) {
    entries.push(entry);
    try {
      return compile.get();
    } finally {
      entries.pop();
    }
  }
}
