package dev.brine.schema;

import java.util.List;

/**
 * The types most often written, under SQLAlchemy's names with Java's habits: {@code
 * Types.string(50)}. Every other is {@code SqlType.of(TypeName.POSTGRESQL_INET)}, and has its
 * arguments by {@code with("precision", 3L)}.
 */
public final class Types {

  public static final SqlType NULL = SqlType.of(TypeName.NULL_TYPE);
  public static final SqlType INTEGER = SqlType.of(TypeName.INTEGER_);
  public static final SqlType SMALL_INTEGER = SqlType.of(TypeName.SMALL_INTEGER);
  public static final SqlType BIG_INTEGER = SqlType.of(TypeName.BIG_INTEGER);
  public static final SqlType STRING = SqlType.of(TypeName.STRING);
  public static final SqlType TEXT = SqlType.of(TypeName.TEXT_);
  public static final SqlType UNICODE = SqlType.of(TypeName.UNICODE);
  public static final SqlType BOOLEAN = SqlType.of(TypeName.BOOLEAN_);
  public static final SqlType NUMERIC = SqlType.of(TypeName.NUMERIC_);
  public static final SqlType FLOAT = SqlType.of(TypeName.FLOAT_);
  public static final SqlType DOUBLE = SqlType.of(TypeName.DOUBLE_);
  public static final SqlType DATE = SqlType.of(TypeName.DATE_);
  public static final SqlType TIME = SqlType.of(TypeName.TIME_);
  public static final SqlType DATE_TIME = SqlType.of(TypeName.DATE_TIME);
  public static final SqlType INTERVAL = SqlType.of(TypeName.INTERVAL);
  public static final SqlType LARGE_BINARY = SqlType.of(TypeName.LARGE_BINARY);
  public static final SqlType JSON = SqlType.of(TypeName.JSON_);
  public static final SqlType JSONB = SqlType.of(TypeName.POSTGRESQL_JSONB);
  public static final SqlType PICKLE = SqlType.of(TypeName.PICKLE_TYPE);
  public static final SqlType UUID = SqlType.of(TypeName.UUID_);

  private Types() {}

  /** {@code String(length)}. */
  public static SqlType string(int length) {
    return STRING.with("length", (long) length);
  }

  /** {@code Unicode(length)}. */
  public static SqlType unicode(int length) {
    return UNICODE.with("length", (long) length);
  }

  /** {@code Numeric(precision, scale)}. */
  public static SqlType numeric(int precision, int scale) {
    return NUMERIC.with("precision", (long) precision).with("scale", (long) scale);
  }

  /** {@code DateTime(timezone=True)}. */
  public static SqlType dateTimeWithTimezone() {
    return DATE_TIME.with("timezone", true);
  }

  /** {@code Enum("a", "b", …, name=name)}. */
  public static SqlType enumOf(String name, String... values) {
    return SqlType.of(TypeName.ENUM).with("name", name).with("enums", List.of(values));
  }

  /**
   * {@code Enum(cls, name=name)}: stored by its members' names.
   *
   * @param pythonClass the dotted path of the class, {@code "shop.Color"}
   */
  public static SqlType enumOfClass(String pythonClass, String name, String... members) {
    return enumOf(name, members).with("enum_class", pythonClass);
  }

  /** {@code ARRAY(item)}. */
  public static SqlType array(SqlType item) {
    return SqlType.of(TypeName.ARRAY).with("item_type", item);
  }

  /** {@code ARRAY(item, dimensions=dimensions)}. */
  public static SqlType array(SqlType item, int dimensions) {
    return array(item).with("dimensions", (long) dimensions);
  }

  /** MySQL's {@code SET("a", "b", …)}. */
  public static SqlType mysqlSet(String... values) {
    return SqlType.of(TypeName.MYSQL_SET).with("values", List.of(values));
  }

  /** PostgreSQL's {@code BIT(length)}. */
  public static SqlType postgresqlBit(int length) {
    return SqlType.of(TypeName.POSTGRESQL_BIT).with("length", (long) length);
  }

  /** PostgreSQL's {@code ENUM("a", "b", …, name=name)}. */
  public static SqlType postgresqlEnum(String name, String... values) {
    return SqlType.of(TypeName.POSTGRESQL_ENUM).with("name", name).with("enums", List.of(values));
  }

  /** PostgreSQL's {@code DOMAIN(name, data_type)}. */
  public static SqlType postgresqlDomain(String name, SqlType dataType) {
    return SqlType.of(TypeName.POSTGRESQL_DOMAIN).with("name", name).with("data_type", dataType);
  }

  /** A user's {@code TypeDecorator} by its dotted Python path. */
  public static SqlType decorated(String pythonClass, SqlType impl) {
    return SqlType.of(TypeName.TYPE_DECORATOR).with("class", pythonClass).with("impl", impl);
  }
}
