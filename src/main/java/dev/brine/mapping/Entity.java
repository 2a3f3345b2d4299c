package dev.brine.mapping;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.MappedEntity;
import dev.brine.schema.NearestName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object of a mapped Python class, by the names of its attributes: what an ORM query gives where
 * Python gives an instance of the user's class, and what a pickled instance is.
 *
 * <p>Values are those of {@code engine.Connection}; of a relationship an {@code Entity}, null, or a
 * {@code List}, {@code Set} or {@code Map} of entities, by {@link CollectionKind}; of a composite
 * an {@code Entity} of the value's class, its attributes those the composite is made of; of an
 * association proxy what it gives of each.
 *
 * <p>Within a session there is one object for a row, so that entities are compared by identity. An
 * attribute that was not loaded is fetched by {@link #get} while the session is open. Not
 * thread-safe, as the session is not.
 */
public final class Entity {

  private final MappedEntity type;
  private final EntityState state;

  public Entity(MappedEntity type, EntityState state) {
    this.type = Objects.requireNonNull(type, "type");
    this.state = Objects.requireNonNull(state, "state");
  }

  /** The path of the Python class: {@code "zoomodels.User"}. */
  public String className() {
    return type.className();
  }

  /**
   * The mapped class: a {@link Mapper}, or {@link dev.brine.expr.UnmappedClass} where no mapping
   * was given.
   */
  public MappedEntity type() {
    return type;
  }

  /** What holds its values. */
  public EntityState state() {
    return state;
  }

  /** The primary key; null if it is not known. */
  public @Nullable List<@Nullable Object> identity() {
    return state.identity();
  }

  /** Whether {@link #get} would answer without asking the database. */
  public boolean isLoaded(String key) {
    return state.values().containsKey(nameOf(key));
  }

  /**
   * The value of an attribute, fetched if it was not.
   *
   * @throws UnresolvedReferenceException if the class has no such attribute
   * @throws dev.brine.error.BrineException if it is not loaded and cannot be, for its session is
   *     closed, it came from a dump, or {@code raiseload()} forbids it
   */
  public @Nullable Object get(String key) {
    String name = nameOf(key);
    Map<String, @Nullable Object> values = state.values();
    if (values.containsKey(name)) {
      return values.get(name);
    }
    return type instanceof Mapper mapper
            && mapper.findProperty(name) instanceof AssociationProxy proxy
        ? proxy.of(this)
        : state.load(this, name);
  }

  /** The same as an object of this class. */
  public <T> @Nullable T get(String key, Class<T> as) {
    return as.cast(get(key));
  }

  /** The entity that a relationship leads to; null for none. */
  public @Nullable Entity entity(String relationship) {
    return get(relationship, Entity.class);
  }

  /** The entities of a relationship that is a list. */
  @SuppressWarnings("unchecked") // Lists of entities are all that such an attribute holds.
  public List<Entity> entities(String relationship) {
    return (List<Entity>) Objects.requireNonNull(get(relationship, List.class));
  }

  /** The values that are loaded, in the order of {@link Mapper#attrs}. */
  public Map<String, @Nullable Object> loaded() {
    Map<String, @Nullable Object> values = state.values();
    Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
    if (type instanceof Mapper mapper) {
      mapper.attrs().stream()
          .map(MapperProperty::key)
          .filter(values::containsKey)
          .forEach(key -> ordered.put(key, values.get(key)));
    }
    values.forEach(ordered::putIfAbsent);
    return Collections.unmodifiableMap(ordered);
  }

  /** The name that values are kept by, past synonyms. */
  private String nameOf(String key) {
    if (!(type instanceof Mapper mapper)) {
      return key;
    }
    MapperProperty property = mapper.findProperty(key);
    if (property instanceof Synonym synonym) {
      return nameOf(synonym.target());
    }
    if (property == null && !state.values().containsKey(key)) {
      throw new UnresolvedReferenceException(
          "the class '" + className() + "' has no attribute '" + key + "'",
          NearestName.hint(key, mapper.attrs().stream().map(MapperProperty::key).toList()));
    }
    return key;
  }

  /** The class and the primary key: {@code zoomodels.User[1]}. */
  @Override
  public String toString() {
    List<@Nullable Object> identity = state.identity();
    return identity == null ? className() : className() + identity;
  }
}
