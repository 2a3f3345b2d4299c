package dev.brine.json;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A type by SQLAlchemy's name of its class, {@code "Integer"} or {@code "postgresql.INET"}; an
 * object where it has arguments: {@code {"type": "String", "length": 50}}, with {@code "variants"}
 * by dialect.
 */
enum TypeForm implements Shape {
  SHAPE;

  static final String TYPE = "type";
  private static final String VARIANTS = "variants";

  /** A type of which only the Python class is known has no name of its own. */
  private static final String OPAQUE = "opaque";

  static final Map<String, TypeName> NAMES = names();

  private static Map<String, TypeName> names() {
    Map<String, TypeName> names = new LinkedHashMap<>();
    for (TypeName name : TypeName.values()) {
      names.put(spelling(name), name);
    }
    return names;
  }

  private static String spelling(TypeName name) {
    return name == TypeName.OPAQUE ? OPAQUE : name.qualifiedName();
  }

  @Override
  public Object write(@Nullable Object value, Writing out) {
    SqlType type = (SqlType) Objects.requireNonNull(value);
    return type.attributes().isEmpty() && type.variants().isEmpty()
        ? spelling(type.name())
        : writeObject(type, out);
  }

  /** As an object in any case, to be told from a text. */
  Map<String, @Nullable Object> writeObject(SqlType type, Writing out) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(TYPE, spelling(type.name()));
    type.attributes().forEach((name, value) -> json.put(name, out.value(value)));
    if (!type.variants().isEmpty()) {
      Map<String, @Nullable Object> variants = new LinkedHashMap<>();
      type.variants().forEach((dialect, variant) -> variants.put(dialect, write(variant, out)));
      json.put(VARIANTS, variants);
    }
    return json;
  }

  @Override
  public Object read(Place json, Reading in) {
    return in.nested(json, () -> readNested(json, in));
  }

  private Object readNested(Place json, Reading in) {
    if (!json.isObject()) {
      return SqlType.of(name(json));
    }
    TypeName name = name(json.get(TYPE));
    List<String> known = name.attributes().stream().map(TypeName.Attribute::name).toList();
    Map<String, Object> attributes = new LinkedHashMap<>();
    Map<String, SqlType> variants = new LinkedHashMap<>();
    for (Map.Entry<String, ?> field : json.fields()) {
      String key = field.getKey();
      Place place = json.get(key);
      if (key.equals(VARIANTS)) {
        place
            .fields()
            .forEach(
                each -> {
                  String dialect = each.getKey();
                  variants.put(dialect, (SqlType) read(place.get(dialect), in));
                });
      } else if (!key.equals(TYPE)) {
        if (!known.contains(key)) {
          throw place.unknown("the argument of " + spelling(name), key, known);
        }
        Object value = in.value(place);
        if (value != null) {
          attributes.put(key, value);
        }
      }
    }
    return new SqlType(name, attributes, variants);
  }

  private static TypeName name(Place json) {
    TypeName name = NAMES.get(json.text());
    if (name == null) {
      throw json.unknown("the type", json.text(), NAMES.keySet());
    }
    return name;
  }

  @Override
  public Map<String, Object> schema() {
    return SchemaMaker.reference("type");
  }
}
