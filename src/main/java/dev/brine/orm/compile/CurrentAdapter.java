package dev.brine.orm.compile;

import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Rewriter;
import dev.brine.mapping.Mapper;
import dev.brine.sql.ColumnAdapter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adapts what a statement says to where its entities are in fact selected from: {@code
 * _get_current_adapter} (rel_2_0_52, {@code orm/context.py}). Needed for UNIONs of queries, and for
 * classes mapped to a UNION of their tables.
 */
final class CurrentAdapter {

  private @Nullable ColumnAdapter alias;
  private final Map<Object, ColumnAdapter> polymorphic = new HashMap<>();
  private boolean adaptsAll;

  void selectFrom(ColumnAdapter adapter) {
    alias = adapter;
  }

  @Nullable ColumnAdapter alias() {
    return alias;
  }

  /** The adapter of a class that is mapped to an alias; null for none. */
  @Nullable ColumnAdapter polymorphic(Mapper mapper) {
    return polymorphic.get(mapper);
  }

  boolean isAdapted(FromClause table) {
    return polymorphic.containsKey(ElementKey.of(table));
  }

  void load(Mapper mapper, ColumnAdapter adapter) {
    adaptsAll |= mapper.release().adaptsAll();
    List<Mapper> with = mapper.withPolymorphicMappers();
    for (Mapper each : with.isEmpty() ? List.of(mapper) : with) {
      polymorphic.put(each, adapter);
      each.toRoot().forEach(above -> polymorphic.put(ElementKey.of(above.localTable()), adapter));
    }
  }

  boolean isIdle() {
    return alias == null && polymorphic.isEmpty();
  }

  ColumnElement adapt(ColumnElement element) {
    return isIdle() ? element : new Adaption().column(element);
  }

  List<ColumnElement> adaptAll(List<ColumnElement> elements) {
    return isIdle() ? elements : elements.stream().map(this::adapt).toList();
  }

  /** A condition of the ORM's own, which is adapted whatever it tells of itself. */
  ColumnElement adaptOwn(ColumnElement element) {
    if (isIdle()) {
      return element;
    }
    Adaption adaption = new Adaption();
    adaption.isOwn = true;
    return adaption.column(element);
  }

  private final class Adaption extends Rewriter {

    private boolean isOwn;

    @Override
    protected FromClause owner(FromClause table) {
      return table;
    }

    @Override
    protected @Nullable ClauseElement replacement(ClauseElement element) {
      if (element instanceof AnnotatedColumn annotated && annotated.annotations().isFixed()) {
        return element;
      }
      if (alias != null) {
        ClauseElement found = alias.adapter().replacement(bare(element));
        if (found != null) {
          return found;
        }
      }
      return isOwn
              || adaptsAll
              || element instanceof AnnotatedColumn
              || element instanceof OrmEntity
          ? polymorphicReplacement(element)
          : null;
    }

    private ClauseElement bare(ClauseElement element) {
      return element instanceof AnnotatedColumn annotated ? annotated.element() : element;
    }

    private @Nullable ClauseElement polymorphicReplacement(ClauseElement element) {
      ColumnAdapter adapter = null;
      if (element instanceof AnnotatedColumn annotated
          && annotated.annotations().parentEntity() != null) {
        adapter = polymorphic.get(annotated.annotations().parentEntity().entity());
      }
      ClauseElement bare = bare(element);
      if (adapter == null && bare instanceof ColumnRef column && column.table() != null) {
        adapter = polymorphic.get(ElementKey.of(column.table()));
      }
      return adapter != null && bare instanceof ColumnElement column ? adapter.adapt(column) : null;
    }
  }
}
