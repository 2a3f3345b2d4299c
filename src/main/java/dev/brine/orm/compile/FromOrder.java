package dev.brine.orm.compile;

import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.FromObjects;
import dev.brine.expr.Join;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Select;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.OrmRelease;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order a SELECT names what it selects from: the named elements first, as 2.0 does and our
 * compiler too; or what its columns and conditions are of, then the named ones, as 1.4 does
 * (rel_1_4_54, {@code SelectState._get_froms} of {@code sql/selectable.py}).
 */
final class FromOrder {

  private FromOrder() {}

  /** The release of the classes that a statement is about; null if it is about none. */
  static @Nullable OrmRelease release(@Nullable ClauseElement statement) {
    OrmEntity entity = statement == null ? null : entity(statement);
    return entity != null && entity.entity() instanceof Mapper mapper ? mapper.release() : null;
  }

  /** Any entity in a statement, as all are of one release; null for none at all. */
  private static @Nullable OrmEntity entity(ClauseElement statement) {
    Set<ClauseElement> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<ClauseElement> left = new ArrayDeque<>(List.of(statement));
    while (!left.isEmpty()) {
      ClauseElement element = left.removeFirst();
      OrmEntity subject = subject(element);
      if (subject != null) {
        return subject;
      }
      if (seen.add(element)) {
        left.addAll(element.children());
      }
    }
    return null;
  }

  private static @Nullable OrmEntity subject(ClauseElement element) {
    if (element instanceof OrmEntity entity) {
      return entity;
    }
    if (element instanceof AnnotatedColumn annotated) {
      return annotated.annotations().parentEntity();
    }
    return element instanceof Select select ? select.options().orm().subject() : null;
  }

  /** The same SELECT of Core, whose FROM is in the order of a release. */
  static Select ordered(Select select, @Nullable OrmRelease release) {
    if (release == null || !release.selectsFromColumnsFirst() || select.from().isEmpty()) {
      return select;
    }
    Map<ElementKey, FromClause> froms = new LinkedHashMap<>();
    List<ClauseElement> parts = new ArrayList<>(select.columns());
    parts.addAll(select.where());
    for (FromClause derived : FromObjects.of(parts)) {
      FromClause from = named(derived, select.from());
      if (from != null) {
        froms.putIfAbsent(ElementKey.of(from), from);
      }
    }
    select.from().forEach(from -> froms.putIfAbsent(ElementKey.of(from), from));
    List<FromClause> ordered = List.copyOf(froms.values());
    // What stays the same stays the same object, by which others know it.
    return isSame(ordered, select.from()) ? select : select.toBuilder().from(ordered).build();
  }

  private static boolean isSame(List<FromClause> ordered, List<FromClause> before) {
    List<ElementKey> keys = before.stream().map(ElementKey::of).toList();
    return ordered.stream().map(ElementKey::of).toList().equals(keys);
  }

  /** What stands for an element that columns are of; null where that is told already. */
  private static @Nullable FromClause named(FromClause derived, List<FromClause> named) {
    for (FromClause each : named) {
      if (RelationshipJoin.isSame(each, derived)) {
        return each;
      }
    }
    return named.stream().anyMatch(each -> isWithin(derived, each)) ? null : derived;
  }

  private static boolean isWithin(FromClause derived, FromClause named) {
    if (named instanceof Join join) {
      return isWithin(derived, join.left()) || isWithin(derived, join.right());
    }
    return named instanceof FromGrouping grouping
        ? isWithin(derived, grouping.element())
        : RelationshipJoin.isSame(named, derived);
  }
}
