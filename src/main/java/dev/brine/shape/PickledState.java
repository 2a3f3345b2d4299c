package dev.brine.shape;

import dev.brine.expr.Opaque;
import dev.brine.mapping.Entity;
import dev.brine.mapping.EntityState;
import dev.brine.mapping.EntityValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an instance in a pickle held: the attributes that were loaded when it was dumped.
 *
 * @param attributes its attributes, put in once they are read
 * @param source the instance as it was read, which is what is written again
 * @param isValue whether it is the value of a composite
 */
public record PickledState(EntityValues attributes, Opaque source, boolean isValue)
    implements EntityState {

  public PickledState(Opaque source, boolean isValue) {
    this(new EntityValues(), source, isValue);
  }

  @Override
  public Map<String, @Nullable Object> values() {
    return attributes.values();
  }

  @Override
  public @Nullable List<@Nullable Object> identity() {
    return attributes.identity();
  }

  @Override
  public @Nullable Object load(Entity entity, String key) {
    return attributes.load(entity, key);
  }
}
