package dev.brine.orm;

import dev.brine.error.DatabaseException;
import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Select;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Mapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of an entity by a statement for them alone: SQLAlchemy's {@code load_scalar_attributes}
 * (rel_2_0_58, {@code orm/loading.py}).
 */
final class ColumnRefresh {

  private ColumnRefresh() {}

  /** Loads all that is expired. */
  static void loadExpired(LoadedState state) {
    Set<String> keys = new LinkedHashSet<>(state.expired());
    state.expired().clear();
    load(state, keys, true);
  }

  /**
   * Loads a deferred attribute, and those of its group.
   *
   * @param raises whether to refuse it
   */
  static @Nullable Object loadDeferred(LoadedState state, ColumnProperty property, boolean raises) {
    if (raises) {
      throw new UsageException(
          "'%s.%s' is not available due to raiseload=True"
              .formatted(property.parent().simpleName(), property.key()),
          "load it in the query, with undefer()");
    }
    String group = property.options().group();
    Set<String> keys = new LinkedHashSet<>();
    for (ColumnProperty each : state.mapper().columnAttrs()) {
      boolean isOfGroup = group != null && each.deferred() && group.equals(each.options().group());
      if (each.key().equals(property.key()) || isOfGroup) {
        keys.add(each.key());
      }
    }
    load(state, keys, !state.mapper().release().loadsDeferredFromAllTables());
    return state.value(property.key());
  }

  /**
   * @param narrows whether the tables that none of it is in are left out
   */
  private static void load(LoadedState state, Set<String> keys, boolean narrows) {
    Mapper mapper = state.mapper();
    List<ColumnProperty> properties =
        mapper.columnAttrs().stream().filter(each -> keys.contains(each.key())).toList();
    Select narrow =
        narrows && mapper.inherits() != null && !mapper.isConcrete()
            ? SubclassSelect.of(state, properties)
            : null;
    Select select = narrow == null ? wide(state, properties) : narrow;
    List<Object[]> rows = state.session().rawRows(select);
    if (rows.isEmpty()) {
      throw new DatabaseException(
          "Instance '%s' has been deleted, or its row is otherwise not present.".formatted(state),
          null,
          null);
    }
    int index = 0;
    for (ColumnProperty property : properties) {
      state.put(property.key(), rows.get(0)[index]);
      index += property.columns().size();
    }
    Composites.compose(state, false);
  }

  /** From all the tables of the class. */
  private static Select wide(LoadedState state, List<ColumnProperty> properties) {
    Mapper mapper = state.mapper();
    List<ColumnElement> conditions = new ArrayList<>();
    conditions.add(GetClause.of(mapper, state.identity()));
    ColumnElement single = mapper.singleTableCriterion();
    if (single != null) {
      conditions.add(single);
    }
    return new Select.Builder()
        .columns(columns(properties))
        .from(List.of(mapper.mappedTable()))
        .where(conditions)
        .labelStyle(mapper.release().keyLabels())
        .build();
  }

  static List<dev.brine.expr.ClauseElement> columns(List<ColumnProperty> properties) {
    List<dev.brine.expr.ClauseElement> columns = new ArrayList<>();
    properties.forEach(each -> columns.addAll(each.columns()));
    return columns;
  }
}
