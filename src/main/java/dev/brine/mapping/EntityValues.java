package dev.brine.mapping;

import dev.brine.error.DetachedInstanceException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of an entity that has no session, such as one from a dump: SQLAlchemy's detached object.
 * What is not there cannot be fetched. Values are put in after the entity was made, since entities
 * refer to each other. Not thread-safe until it is filled.
 */
public final class EntityValues implements EntityState {

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private @Nullable List<@Nullable Object> identity;

  /** Sets an attribute. */
  public EntityValues put(String key, @Nullable Object value) {
    values.put(key, value);
    return this;
  }

  /** Sets the primary key. */
  public EntityValues identity(@Nullable List<? extends @Nullable Object> key) {
    identity = key == null ? null : Collections.unmodifiableList(key);
    return this;
  }

  @Override
  public Map<String, @Nullable Object> values() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public @Nullable List<@Nullable Object> identity() {
    return identity;
  }

  @Override
  public @Nullable Object load(Entity entity, String key) {
    throw new DetachedInstanceException(entity.toString(), key);
  }
}
