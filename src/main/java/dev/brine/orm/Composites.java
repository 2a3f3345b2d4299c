package dev.brine.orm;

import dev.brine.expr.UnmappedClass;
import dev.brine.mapping.Composite;
import dev.brine.mapping.Entity;
import dev.brine.mapping.EntityValues;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values made of several attributes: SQLAlchemy's {@code CompositeProperty} (rel_2_0_58, {@code
 * orm/descriptor_props.py}).
 */
final class Composites {

  private Composites() {}

  /** Makes those of an entity of which all parts are loaded. */
  static void compose(LoadedState state, boolean isAgain) {
    for (Composite composite : state.mapper().composites()) {
      boolean isReady = composite.attributes().stream().allMatch(state::has);
      if (isReady && (isAgain || !state.has(composite.key()))) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        composite.attributes().forEach(each -> parts.put(each, state.value(each)));
        state.put(composite.key(), of(composite, parts));
      }
    }
  }

  /** Makes one, loading what it is made of. */
  static Entity load(LoadedState state, Composite composite) {
    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
    composite.attributes().forEach(each -> parts.put(each, state.entity().get(each)));
    Entity value = of(composite, parts);
    state.put(composite.key(), value);
    return value;
  }

  private static Entity of(Composite composite, Map<String, @Nullable Object> parts) {
    EntityValues values = new EntityValues();
    parts.forEach(values::put);
    return new Entity(new UnmappedClass(composite.valueClass()), values);
  }
}
