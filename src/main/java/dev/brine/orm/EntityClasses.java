package dev.brine.orm;

import dev.brine.error.UsageException;
import dev.brine.error.Wording;
import dev.brine.mapping.Entity;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The Java classes that stand for Python's, by the paths of the latter.
 *
 * <pre>{@code
 * record User(long id, String name, List<Address> addresses) {}
 *
 * EntityClasses classes =
 *     EntityClasses.NONE.with("shop.User", User.class).with("shop.Address", Address.class);
 * List<User> users = classes.read(query.all(), User.class);
 * }</pre>
 *
 * <p>A record is made by its canonical constructor, a component for the attribute of its name; any
 * other class by its constructor without arguments, a field for the attribute. {@code userId} is
 * the attribute {@code userId} or {@code user_id}. Subclasses of a Python class without a Java
 * class of their own become the class they inherit from.
 *
 * <p>Columns are read whether they were loaded or not: a deferred one is fetched. Of relationships
 * only what is loaded is read, so that no more is fetched than the query asked for; what is not
 * loaded is null. An entity met again within one call is the same object; a record that is not made
 * yet, since it leads back to itself, is null there.
 *
 * <p>Immutable and thread-safe.
 */
public final class EntityClasses {

  /** None yet. */
  public static final EntityClasses NONE = new EntityClasses(Map.of());

  private final Map<String, Class<?>> classes;

  private EntityClasses(Map<String, Class<?>> classes) {
    this.classes = Map.copyOf(classes);
  }

  /** The same, with a class in addition. */
  public EntityClasses with(String className, Class<?> type) {
    Map<String, Class<?>> all = new HashMap<>(classes);
    all.put(className, type);
    return new EntityClasses(all);
  }

  /**
   * An entity as an object of its Java class.
   *
   * @throws UsageException if there is none for it, or the class does not fit
   */
  public <T> T read(Entity entity, Class<T> type) {
    return cast(new EntityConversion(classes).of(entity), type);
  }

  /**
   * Entities as objects of their Java classes, such as the rows of a query that selects nothing but
   * one.
   *
   * @throws UsageException if one of them is no entity, or there is no class for it
   */
  public <T> List<T> read(Collection<? extends @Nullable Object> rows, Class<T> type) {
    EntityConversion conversion = new EntityConversion(classes);
    return rows.stream()
        .map(
            row -> {
              if (!(row instanceof Entity entity)) {
                throw new UsageException(
                    "a row is no entity but " + row,
                    "select nothing but one entity, or read the members of each record");
              }
              return cast(conversion.of(entity), type);
            })
        .toList();
  }

  private static <T> T cast(@Nullable Object made, Class<T> type) {
    Objects.requireNonNull(made, "only what leads back to itself is not made");
    if (!type.isInstance(made)) {
      throw new UsageException(
          "an entity is %s here, not %s"
              .formatted(
                  Wording.a(made.getClass().getSimpleName()), Wording.a(type.getSimpleName())));
    }
    return type.cast(made);
  }
}
