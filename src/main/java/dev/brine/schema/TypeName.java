package dev.brine.schema;

import static dev.brine.schema.TypeName.Attribute.attribute;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes of SQLAlchemy's type hierarchy, under their own names, each with its parent and the
 * constructor arguments it keeps (rel_2_0_52, {@code sql/sqltypes.py}). Python tells {@code
 * Integer} from {@code INTEGER} by case; here a trailing underscore marks the generic one of such a
 * pair.
 */
public enum TypeName {
  NULL_TYPE("NullType", null),

  STRING("String", null, attribute("length"), attribute("collation")),
  TEXT_("Text", STRING),
  UNICODE("Unicode", STRING),
  UNICODE_TEXT("UnicodeText", TEXT_),
  VARCHAR("VARCHAR", STRING),
  NVARCHAR("NVARCHAR", UNICODE),
  CHAR("CHAR", STRING),
  NCHAR("NCHAR", UNICODE),
  TEXT("TEXT", TEXT_),
  CLOB("CLOB", TEXT_),

  INTEGER_("Integer", null),
  SMALL_INTEGER("SmallInteger", INTEGER_),
  BIG_INTEGER("BigInteger", INTEGER_),
  INTEGER("INTEGER", INTEGER_),
  SMALLINT("SMALLINT", SMALL_INTEGER),
  BIGINT("BIGINT", BIG_INTEGER),

  NUMERIC_(
      "Numeric",
      null,
      attribute("precision"),
      attribute("scale"),
      attribute("decimal_return_scale"),
      attribute("asdecimal", true)),
  NUMERIC("NUMERIC", NUMERIC_),
  DECIMAL("DECIMAL", NUMERIC_),
  FLOAT_(
      "Float",
      NUMERIC_,
      attribute("precision"),
      attribute("asdecimal", false),
      attribute("decimal_return_scale")),
  DOUBLE_("Double", FLOAT_),
  FLOAT("FLOAT", FLOAT_),
  REAL("REAL", FLOAT_),
  DOUBLE("DOUBLE", DOUBLE_),
  DOUBLE_PRECISION("DOUBLE_PRECISION", DOUBLE_),

  BOOLEAN_("Boolean", null, attribute("create_constraint", false), attribute("name")),
  BOOLEAN("BOOLEAN", BOOLEAN_),
  MATCH_TYPE("MatchType", BOOLEAN_),

  DATE_("Date", null),
  DATE("DATE", DATE_),
  DATE_TIME("DateTime", null, attribute("timezone", false)),
  DATETIME("DATETIME", DATE_TIME),
  TIMESTAMP("TIMESTAMP", DATE_TIME),
  TIME_("Time", null, attribute("timezone", false)),
  TIME("TIME", TIME_),
  INTERVAL(
      "Interval",
      null,
      attribute("native", true),
      attribute("second_precision"),
      attribute("day_precision")),

  BINARY_("_Binary", null, attribute("length")),
  LARGE_BINARY("LargeBinary", BINARY_),
  BLOB("BLOB", LARGE_BINARY),
  BINARY("BINARY", BINARY_),
  VARBINARY("VARBINARY", BINARY_),
  PICKLE_TYPE("PickleType", null, attribute("protocol", 5L), attribute("impl")),

  /**
   * {@code enums} is the list of names; {@code enum_class} the dotted path of the Python class
   * ({@code module:Outer.Name} of a nested one) and {@code values} the list of its members' values
   * in the order of the names, both absent for plain strings.
   */
  ENUM(
      "Enum",
      STRING,
      attribute("length"),
      attribute("collation"),
      attribute("enums", List.of()),
      attribute("enum_class"),
      attribute("values"),
      attribute("name"),
      attribute("native_enum", true),
      attribute("create_constraint", false),
      attribute("validate_strings", false),
      attribute("schema"),
      attribute("inherit_schema", false)),
  UUID_("Uuid", null, attribute("as_uuid", true), attribute("native_uuid", true)),
  UUID("UUID", UUID_),

  JSON_("JSON", null, attribute("none_as_null", false)),
  JSON_INDEX_TYPE("JSON.JSONIndexType", null),
  JSON_INT_INDEX_TYPE("JSON.JSONIntIndexType", JSON_INDEX_TYPE),
  JSON_STR_INDEX_TYPE("JSON.JSONStrIndexType", JSON_INDEX_TYPE),
  JSON_PATH_TYPE("JSON.JSONPathType", null),
  ARRAY(
      "ARRAY",
      null,
      attribute("item_type"),
      attribute("as_tuple", false),
      attribute("dimensions"),
      attribute("zero_indexes", false)),
  TUPLE_TYPE("TupleType", null, attribute("types", List.of())),
  TABLE_VALUE_TYPE("TableValueType", null, attribute("elements", List.of())),

  /**
   * A user's {@code TypeDecorator}: {@code class} is its dotted Python path, {@code impl} the type
   * it decorates.
   */
  TYPE_DECORATOR("TypeDecorator", null, attribute("class"), attribute("impl"), attribute("state")),

  /**
   * A type class that this library does not know: {@code class} is its dotted Python path, {@code
   * state} what it holds.
   */
  OPAQUE("", null, attribute("class"), attribute("state"));

  private final String pythonName;
  private final @Nullable TypeName parent;
  private final List<Attribute> attributes;

  TypeName(String pythonName, @Nullable TypeName parent, Attribute... attributes) {
    this.pythonName = pythonName;
    this.parent = parent;
    this.attributes =
        attributes.length == 0 && parent != null ? parent.attributes : List.of(attributes);
  }

  /** The class name in Python, dotted for a nested class, without its module. */
  public String pythonName() {
    return pythonName;
  }

  public @Nullable TypeName parent() {
    return parent;
  }

  /** What an instance keeps of its constructor's arguments, in SQLAlchemy's spelling. */
  public List<Attribute> attributes() {
    return attributes;
  }

  /** Whether this is the given class or below it. */
  public boolean isA(TypeName ancestor) {
    for (TypeName name = this; name != null; name = name.parent) {
      if (name == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** The topmost class that still behaves alike: SQLAlchemy's {@code _type_affinity}. */
  public TypeName affinity() {
    if (this == ENUM) {
      return STRING;
    }
    TypeName top = this;
    while (top.parent != null) {
      top = top.parent;
    }
    return top;
  }

  /**
   * One constructor argument.
   *
   * @param defaultValue what the class takes when it is not given; null for None
   */
  public record Attribute(String name, @Nullable Object defaultValue) {

    static Attribute attribute(String name) {
      return new Attribute(name, null);
    }

    static Attribute attribute(String name, Object defaultValue) {
      return new Attribute(name, defaultValue);
    }
  }
}
