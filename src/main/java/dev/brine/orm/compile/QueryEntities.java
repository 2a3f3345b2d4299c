package dev.brine.orm.compile;

import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.Label;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes apart what a statement selects: {@code _QueryEntity.to_compile_state}. */
final class QueryEntities {

  private QueryEntities() {}

  static List<QueryEntity> of(List<ClauseElement> entries) {
    List<QueryEntity> entities = new ArrayList<>();
    entries.forEach(entry -> add(entry, entities));
    return entities;
  }

  private static void add(ClauseElement entry, List<QueryEntity> entities) {
    if (entry instanceof OrmEntity entity) {
      entities.add(new QueryEntity.OfEntity(entity));
    } else if (entry instanceof Bundle bundle) {
      QueryEntity.OfBundle parts = new QueryEntity.OfBundle(bundle.name(), bundle.isSingleEntity());
      bundle.expressions().forEach(each -> add(each, parts.parts));
      entities.add(parts);
    } else if (entry instanceof ClauseList list) {
      list.clauses().forEach(each -> add(each, entities));
    } else if (entry instanceof ColumnElement column) {
      entities.add(new QueryEntity.OfColumn(column, entity(column), name(column)));
    } else {
      ((FromClause) entry).columns().forEach(column -> add(column, entities));
    }
  }

  /** The entity of the first attribute in an expression; null for none. */
  private static @Nullable OrmEntity entity(ColumnElement column) {
    Deque<ClauseElement> left = new ArrayDeque<>(List.of(column));
    while (!left.isEmpty()) {
      ClauseElement element = left.removeFirst();
      if (element instanceof AnnotatedColumn annotated
          && annotated.annotations().parentEntity() != null) {
        return annotated.annotations().parentEntity();
      }
      if (!(element instanceof OrmEntity)) {
        element.children().stream()
            .filter(child -> !(child instanceof Statement || child instanceof FromGrouping))
            .forEach(left::add);
      }
    }
    return null;
  }

  private static @Nullable String name(ColumnElement column) {
    if (column instanceof AnnotatedColumn annotated) {
      String key = annotated.annotations().proxyKey();
      return key == null ? name(annotated.element()) : key;
    }
    if (column instanceof Label label) {
      return label.name().text();
    }
    return column instanceof ColumnRef ref ? ref.key() : null;
  }
}
