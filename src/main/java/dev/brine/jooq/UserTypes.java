package dev.brine.jooq;

import dev.brine.schema.SqlType;
import dev.brine.sql.CustomRenderers;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The Java counterparts of Python type classes, by the classes' dotted paths: columns and
 * parameters of such a type have their values converted. Without one a {@code TypeDecorator}'s
 * values are those of the type it decorates. Immutable and thread-safe.
 */
public final class UserTypes {

  public static final UserTypes NONE = new UserTypes(Map.of());

  private static final String KEY = UserTypes.class.getName();

  private final Map<String, UserType> byClass;

  private UserTypes(Map<String, UserType> byClass) {
    this.byClass = Map.copyOf(byClass);
  }

  /**
   * These and one more.
   *
   * @param pythonClass such as {@code "shop.types.Money"}; of a class within another {@code
   *     "shop.types:Outer.Money"}
   */
  public UserTypes with(String pythonClass, UserType type) {
    Map<String, UserType> more = new HashMap<>(byClass);
    more.put(pythonClass, Objects.requireNonNull(type, "type"));
    return new UserTypes(more);
  }

  /** Makes jOOQ queries of this configuration, and of those derived from it, use these types. */
  public void register(Configuration configuration) {
    configuration.data(KEY, this);
  }

  /** The SQL that these write around their values, and what is given. */
  public CustomRenderers over(CustomRenderers given) {
    return given.withExpressions(byClass);
  }

  /** The types registered with a configuration. */
  static UserTypes of(Configuration configuration) {
    return configuration.data(KEY) instanceof UserTypes types ? types : NONE;
  }

  /** The counterpart of a user's type; null if there is none. */
  @Nullable UserType find(SqlType type) {
    return type.attribute("class") instanceof String path ? byClass.get(path) : null;
  }
}
