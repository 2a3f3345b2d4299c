package dev.brine.schema;

import dev.brine.error.UsageException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A SQLAlchemy type: its class and the constructor arguments that differ from the defaults, so that
 * equal types are equal however they were spelled.
 *
 * <p>Attribute values are {@code Long}, {@code Boolean}, {@code String}, {@code List} of those, or
 * {@code SqlType}; the values of an Enum's members are any immutable values.
 *
 * @param name the class
 * @param attributes constructor arguments by SQLAlchemy's name; only those that differ from {@link
 *     TypeName#attributes()}
 * @param variants other types to use on the dialect named by the key: {@code with_variant}
 */
public record SqlType(
    TypeName name, Map<String, Object> attributes, Map<String, SqlType> variants) {

  public SqlType {
    Objects.requireNonNull(name, "name");
    attributes = withoutDefaults(name, attributes);
    variants =
        variants.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(variants));
  }

  /** A type with every argument at its default. */
  public static SqlType of(TypeName name) {
    return new SqlType(name, Map.of(), Map.of());
  }

  private static Map<String, Object> withoutDefaults(TypeName name, Map<String, Object> given) {
    if (given.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> kept = new LinkedHashMap<>(given);
    for (TypeName.Attribute attribute : name.attributes()) {
      if (Objects.equals(kept.get(attribute.name()), attribute.defaultValue())) {
        kept.remove(attribute.name());
      }
    }
    return Collections.unmodifiableMap(kept);
  }

  /**
   * This type with one argument set; null sets it to its default.
   *
   * @throws UsageException if the class takes no such argument
   */
  public SqlType with(String attribute, @Nullable Object value) {
    List<String> known = name.attributes().stream().map(TypeName.Attribute::name).toList();
    if (!known.contains(attribute)) {
      throw new UsageException(
          "the type %s takes no '%s'".formatted(name.qualifiedName(), attribute),
          NearestName.hint(attribute, known));
    }
    Map<String, Object> changed = new LinkedHashMap<>(attributes);
    if (value == null) {
      changed.remove(attribute);
    } else {
      changed.put(attribute, value);
    }
    return new SqlType(name, changed, variants);
  }

  /** This type, but another one on one dialect. */
  public SqlType withVariant(SqlType type, String dialect) {
    Map<String, SqlType> changed = new LinkedHashMap<>(variants);
    changed.put(dialect, type);
    return new SqlType(name, attributes, changed);
  }

  /** The argument's value, its default if it was not given, null for None. */
  public @Nullable Object attribute(String attribute) {
    Object value = attributes.get(attribute);
    if (value != null) {
      return value;
    }
    for (TypeName.Attribute known : name.attributes()) {
      if (known.name().equals(attribute)) {
        return known.defaultValue();
      }
    }
    return null;
  }

  /** Whether a boolean argument is on. */
  public boolean flag(String attribute) {
    return Boolean.TRUE.equals(attribute(attribute));
  }

  public boolean isA(TypeName ancestor) {
    return name.isA(ancestor);
  }

  /**
   * The class that decides how operators behave; of a decorated type, that of the type it
   * decorates.
   */
  public TypeName affinity() {
    if (name == TypeName.ORACLE_NUMBER) {
      boolean isFraction = attribute("scale") instanceof Long scale && scale > 0;
      return isFraction ? TypeName.NUMERIC_ : TypeName.INTEGER_;
    }
    return name == TypeName.TYPE_DECORATOR && attribute("impl") instanceof SqlType impl
        ? impl.affinity()
        : name.affinity();
  }

  /**
   * Whether the database's own type is to be used where it has one: {@code native}, {@code
   * native_enum}, {@code native_uuid}.
   */
  public boolean isNative() {
    return switch (name) {
      case INTERVAL -> flag("native");
      case UUID_ -> flag("native_uuid");
      default -> !isA(TypeName.ENUM) || flag("native_enum");
    };
  }

  /** Whether nothing is known about the type. */
  public boolean isNull() {
    return name == TypeName.NULL_TYPE;
  }
}
