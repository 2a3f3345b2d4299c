package dev.brine.orm;

import dev.brine.expr.Assignment;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.expr.Update;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Mapper;
import dev.brine.schema.Column;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives entities what an UPDATE set: values that can be told without the database, the rest is
 * forgotten and loaded anew ({@code _apply_update_set_values_to_objects}).
 */
final class UpdatedEntities {

  private final Mapper mapper;
  private final Map<String, Evaluation> values = new HashMap<>();
  private final Set<String> forgotten = new HashSet<>();

  UpdatedEntities(Mapper mapper, Update update) {
    this.mapper = mapper;
    if (update.values() != null) {
      update.values().forEach(this::add);
    }
    for (ColumnProperty property : mapper.columnAttrs()) {
      if (!values.containsKey(property.key()) && changesByItself(property.expression())) {
        forgotten.add(property.key());
      }
    }
  }

  private void add(Assignment assignment) {
    String key = key(assignment);
    if (key == null) {
      return;
    }
    try {
      Object value = assignment.value();
      ColumnElement expression =
          value instanceof ColumnElement element ? element : Sql.literal(value);
      values.put(key, new Evaluator(mapper).of(expression));
    } catch (Unevaluable unknown) {
      forgotten.add(key);
    }
  }

  private @Nullable String key(Assignment assignment) {
    if (assignment.column() != null) {
      ColumnProperty property = mapper.propertyOf(Changed.bare(assignment.column()));
      return property == null ? null : property.key();
    }
    return Changed.property(mapper, String.valueOf(assignment.name())) instanceof ColumnProperty own
        ? own.key()
        : null;
  }

  /** {@code onupdate=} and {@code server_onupdate=}. */
  private static boolean changesByItself(ColumnElement element) {
    return element instanceof ColumnRef ref
        && ref.table() instanceof TableRef of
        && of.table().columns().stream()
            .filter(column -> column.key().equals(ref.key()))
            .map(Column::defaults)
            .anyMatch(each -> each.onUpdate() != null || each.isUpdatedByServer());
  }

  void apply(Collection<LoadedState> states) {
    states.forEach(this::apply);
  }

  private void apply(LoadedState state) {
    values.forEach(
        (key, value) -> {
          if (state.has(key)) {
            Object told = value.of(state);
            if (told == Evaluation.EXPIRED) {
              state.drop(key, true);
            } else {
              state.put(key, told);
            }
          }
        });
    forgotten.stream().filter(state::has).forEach(key -> state.drop(key, true));
  }
}
