package dev.brine.codec;

import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.OrmAnnotations;
import dev.brine.expr.TableRef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Elements that are nothing but what they refer to: a column of a FROM element, an attribute of a
 * mapped class. SQLAlchemy has one object for each however often it is looked up; Java makes a new
 * one each time. Here they become one. Not thread-safe.
 */
public final class Interning {

  private final Map<List<@Nullable Object>, ClauseElement> known = new HashMap<>();

  /** The first that was the same reference; an element that is none comes back as it is. */
  public ClauseElement of(ClauseElement element) {
    if (!isReference(element)) {
      return element;
    }
    return known.computeIfAbsent(key(element), unseen -> element);
  }

  /** Whether an element is nothing but what it refers to. */
  public static boolean isReference(ClauseElement element) {
    if (element instanceof ColumnRef column) {
      return column.table() != null;
    }
    if (element instanceof MappedAttribute attribute) {
      return attribute.ofType() == null && attribute.extraCriteria().isEmpty();
    }
    return element instanceof AnnotatedColumn annotated
        && annotated.annotations().negation() == null
        && isReference(annotated.element());
  }

  private List<@Nullable Object> key(ClauseElement element) {
    if (element instanceof ColumnRef column) {
      return Arrays.asList(
          owner(column.table()),
          column.name(),
          column.key(),
          column.type(),
          column.isLiteral(),
          column.occurrence());
    }
    if (element instanceof MappedAttribute attribute) {
      return Arrays.asList(owner(attribute.parent()), attribute.key());
    }
    AnnotatedColumn annotated = (AnnotatedColumn) element;
    OrmAnnotations notes = annotated.annotations();
    return Arrays.asList(
        owner(of(annotated.element())),
        owner(notes.parentEntity()),
        notes.proxyKey(),
        notes.isAdaptable(),
        notes.isFixed());
  }

  /** Tables and classes are what they are called; anything else is told apart by identity. */
  private static @Nullable Object owner(@Nullable ClauseElement element) {
    if (element == null || element instanceof TableRef || element instanceof MappedClass) {
      return element;
    }
    return new Identity(element);
  }

  private record Identity(ClauseElement element) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Identity that && element == that.element;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(element);
    }
  }
}
