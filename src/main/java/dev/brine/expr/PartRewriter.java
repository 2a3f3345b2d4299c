package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.error.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What rewriting has in common for all kinds of elements: each is rewritten once, wherever it is
 * reached, and one whose parts did not change is handed on as it is.
 */
abstract sealed class PartRewriter implements ClauseVisitor<ClauseElement>
    permits ExpressionRewriter {

  private final IdentityHashMap<ClauseElement, ClauseElement> rewritten = new IdentityHashMap<>();
  private final Map<ElementKey, FromClause> rewrittenFroms = new HashMap<>();

  /**
   * What takes an element's place; null to rewrite its parts. What is given here is not looked into
   * any further.
   */
  protected @Nullable ClauseElement replacement(ClauseElement element) {
    return null;
  }

  /** The element made of rewritten parts; itself if none of them changed. */
  public final ClauseElement rewrite(ClauseElement element) {
    ClauseElement known =
        element instanceof FromClause from
            ? rewrittenFroms.get(ElementKey.of(from))
            : rewritten.get(element);
    if (known != null) {
      return isSameTable(known, element) ? element : known;
    }
    ClauseElement replacement = replacement(element);
    ClauseElement result = replacement == null ? element.accept(this) : replacement;
    if (element instanceof FromClause from && result instanceof FromClause changed) {
      rewrittenFroms.put(ElementKey.of(from), changed);
    } else {
      rewritten.put(element, result);
    }
    return result;
  }

  /** Whether two name one table, so that what holds either of them need not be made anew. */
  private static boolean isSameTable(ClauseElement one, ClauseElement other) {
    return one instanceof TableRef known
        && other instanceof TableRef table
        && known.identity() == table.identity();
  }

  /** A value made of rewritten parts. */
  public final ColumnElement column(ColumnElement element) {
    return expect(ColumnElement.class, rewrite(element), element);
  }

  /** A FROM element made of rewritten parts. */
  public final FromClause from(FromClause element) {
    return expect(FromClause.class, rewrite(element), element);
  }

  /** A statement made of rewritten parts. */
  public final Statement statement(Statement element) {
    return expect(Statement.class, rewrite(element), element);
  }

  /** Values made of rewritten parts; the same list if none changed. */
  public final List<ColumnElement> columns(List<ColumnElement> elements) {
    return each(elements, this::column);
  }

  final @Nullable ColumnElement columnOrNull(@Nullable ColumnElement element) {
    return element == null ? null : column(element);
  }

  final @Nullable FromClause fromOrNull(@Nullable FromClause element) {
    return element == null ? null : from(element);
  }

  /** The same kind of element as before: a part that can be of no other. */
  final <E extends ClauseElement> E sameKind(Class<E> kind, E element) {
    return expect(kind, rewrite(element), element);
  }

  /** The FROM element that a column belongs to. */
  protected FromClause owner(FromClause table) {
    return from(table);
  }

  private static <E> E expect(Class<E> role, ClauseElement result, ClauseElement element) {
    if (role.isInstance(result)) {
      return role.cast(result);
    }
    throw new UsageException(
        "%s cannot take the place of %s"
            .formatted(
                Wording.a(result.getClass().getSimpleName()),
                Wording.a(element.getClass().getSimpleName())),
        "replace it with " + Wording.a(role.getSimpleName()));
  }

  /** Whether a part is the very one it was. */
  static boolean isSame(@Nullable Object after, @Nullable Object before) {
    return after == before;
  }

  /** Each of a list changed; the same list if none is another object than before. */
  static <E> List<E> each(List<E> before, UnaryOperator<E> change) {
    List<E> after = new ArrayList<>(before.size());
    boolean isChanged = false;
    for (E one : before) {
      E changed = change.apply(one);
      isChanged |= changed != one;
      after.add(changed);
    }
    return isChanged ? after : before;
  }

  static <E> @Nullable List<E> eachOrNull(@Nullable List<E> before, UnaryOperator<E> change) {
    return before == null ? null : each(before, change);
  }

  static <K, E> Map<K, E> eachValue(Map<K, E> before, UnaryOperator<E> change) {
    Map<K, E> after = new LinkedHashMap<>();
    boolean isChanged = false;
    for (Map.Entry<K, E> one : before.entrySet()) {
      E changed = change.apply(one.getValue());
      isChanged |= changed != one.getValue();
      after.put(one.getKey(), changed);
    }
    return isChanged ? after : before;
  }

  /** Something that is an element or a plain value, as in VALUES. */
  final @Nullable Object valueOrElement(@Nullable Object value) {
    return value instanceof ClauseElement element ? rewrite(element) : value;
  }

  /** The same for each of a list in which there may be nulls. */
  final List<@Nullable Object> valuesOrElements(List<@Nullable Object> values) {
    List<@Nullable Object> after = new ArrayList<>(values.size());
    boolean isChanged = false;
    for (Object value : values) {
      Object changed = valueOrElement(value);
      isChanged |= changed != value;
      after.add(changed);
    }
    return isChanged ? after : values;
  }
}
