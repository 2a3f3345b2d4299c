package dev.brine.sql;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ClauseAdapter} that gives the same for the same element each time, and one after which
 * another may follow: SQLAlchemy's {@code ColumnAdapter} (rel_2_0_52, {@code sql/util.py}). Not
 * thread-safe.
 */
public final class ColumnAdapter {

  private final ClauseAdapter adapter;
  private final boolean requiresAdaption;
  private final @Nullable ColumnAdapter own;
  private final @Nullable ColumnAdapter wrapped;
  private final Map<ElementKey, @Nullable ColumnElement> columns = new HashMap<>();

  /**
   * @param own the one without another after it; null where this is it
   */
  private ColumnAdapter(
      ClauseAdapter adapter,
      boolean requiresAdaption,
      @Nullable ColumnAdapter own,
      @Nullable ColumnAdapter wrapped) {
    this.adapter = adapter;
    this.requiresAdaption = requiresAdaption;
    this.own = own;
    this.wrapped = wrapped;
  }

  public static ColumnAdapter of(ClauseAdapter adapter) {
    return new ColumnAdapter(adapter, false, null, null);
  }

  /** One that has nothing for an element in which nothing is to be adapted. */
  public static ColumnAdapter requiring(ClauseAdapter adapter) {
    return new ColumnAdapter(adapter, true, null, null);
  }

  /** What is put in the place of others. */
  public FromClause selectable() {
    return adapter.selectable();
  }

  public ClauseAdapter adapter() {
    return adapter;
  }

  /** This one, and another that adapts what comes out of it: {@code wrap()}. */
  public ColumnAdapter wrap(ColumnAdapter other) {
    return new ColumnAdapter(
        adapter,
        requiresAdaption,
        own == null ? this : own,
        wrapped == null ? other : wrapped.wrap(other));
  }

  /** The element adapted; null only if adaption is required and there is none. */
  public @Nullable ColumnElement find(ColumnElement element) {
    return columns.computeIfAbsent(ElementKey.of(element), key -> located(element));
  }

  /** The element adapted; itself if nothing in it is. */
  public ColumnElement adapt(ColumnElement element) {
    ColumnElement found = find(element);
    return found == null ? element : found;
  }

  /** The element adapted if the selectable has it; null otherwise: {@code adapt_check_present}. */
  public @Nullable ColumnElement findPresent(ColumnElement element) {
    ColumnElement found = find(element);
    boolean isSame = found != null && ElementKey.of(found).equals(ElementKey.of(element));
    return isSame && !adapter.hasCorresponding(element) ? null : found;
  }

  private @Nullable ColumnElement located(ColumnElement element) {
    // A label that is made for it is the same whatever follows, so that a UNION's column is found.
    ColumnElement found = own == null ? adapter.adapt(element) : own.adapt(element);
    if (wrapped != null) {
      ColumnElement further = wrapped.located(found);
      found = further == null ? found : further;
    }
    boolean isSame = ElementKey.of(found).equals(ElementKey.of(element));
    return requiresAdaption && isSame ? null : found;
  }
}
