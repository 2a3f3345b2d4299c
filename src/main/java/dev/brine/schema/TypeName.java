package dev.brine.schema;

import static dev.brine.schema.TypeArguments.and;
import static dev.brine.schema.TypeName.Attribute.attribute;
import static dev.brine.schema.TypeOrigin.MSSQL;
import static dev.brine.schema.TypeOrigin.MYSQL;
import static dev.brine.schema.TypeOrigin.ORACLE;
import static dev.brine.schema.TypeOrigin.POSTGRESQL;
import static dev.brine.schema.TypeOrigin.SQLITE;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes of SQLAlchemy's type hierarchy, under their own names, each with its parent and the
 * constructor arguments it keeps (rel_2_0_52, {@code sql/sqltypes.py} and the {@code types.py} of
 * each dialect). Python tells {@code Integer} from {@code INTEGER} by case; here a trailing
 * underscore marks the generic one of such a pair. A dialect's own class has the dialect before its
 * name.
 */
public enum TypeName {
  NULL_TYPE("NullType", null),
  STRING("String", null, TypeArguments.STRING),
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

  NUMERIC_("Numeric", null, TypeArguments.NUMERIC),
  NUMERIC("NUMERIC", NUMERIC_),
  DECIMAL("DECIMAL", NUMERIC_),
  FLOAT_("Float", NUMERIC_, TypeArguments.FLOAT),
  DOUBLE_("Double", FLOAT_),
  FLOAT("FLOAT", FLOAT_),
  REAL("REAL", FLOAT_),
  DOUBLE("DOUBLE", DOUBLE_),
  DOUBLE_PRECISION("DOUBLE_PRECISION", DOUBLE_),

  BOOLEAN_("Boolean", null, TypeArguments.BOOLEAN),
  BOOLEAN("BOOLEAN", BOOLEAN_),
  MATCH_TYPE("MatchType", BOOLEAN_),

  DATE_("Date", null),
  DATE("DATE", DATE_),
  DATE_TIME("DateTime", null, TypeArguments.TIMEZONE),
  DATETIME("DATETIME", DATE_TIME),
  TIMESTAMP("TIMESTAMP", DATE_TIME),
  TIME_("Time", null, TypeArguments.TIMEZONE),
  TIME("TIME", TIME_),
  INTERVAL(
      "Interval",
      null,
      List.of(
          attribute("native", true), attribute("second_precision"), attribute("day_precision"))),

  BINARY_("_Binary", null, TypeArguments.LENGTH),
  LARGE_BINARY("LargeBinary", BINARY_),
  BLOB("BLOB", LARGE_BINARY),
  BINARY("BINARY", BINARY_),
  VARBINARY("VARBINARY", BINARY_),
  /** {@code comparator} is the path of a function. */
  PICKLE_TYPE(
      "PickleType",
      null,
      List.of(attribute("protocol", 5L), attribute("impl"), attribute("comparator"))),

  /**
   * {@code enums} is the list of names; {@code enum_class} the dotted path of the Python class
   * ({@code module:Outer.Name} of a nested one) and {@code values} the list of its members' values
   * in the order of the names, both absent for plain strings; {@code values_callable} the path of
   * the function that names the members.
   */
  ENUM("Enum", STRING, TypeArguments.ENUM),
  UUID_("Uuid", null, TypeArguments.UUID),
  UUID("UUID", UUID_),

  JSON_("JSON", null, TypeArguments.JSON),
  JSON_INDEX_TYPE("JSON.JSONIndexType", null),
  JSON_INT_INDEX_TYPE("JSON.JSONIntIndexType", JSON_INDEX_TYPE),
  JSON_STR_INDEX_TYPE("JSON.JSONStrIndexType", JSON_INDEX_TYPE),
  JSON_PATH_TYPE("JSON.JSONPathType", null),
  ARRAY(
      "ARRAY",
      null,
      List.of(
          attribute("item_type"),
          attribute("as_tuple", false),
          attribute("dimensions"),
          attribute("zero_indexes", false))),
  TUPLE_TYPE("TupleType", null, List.of(attribute("types", List.of()))),
  TABLE_VALUE_TYPE("TableValueType", null, List.of(attribute("elements", List.of()))),

  /**
   * A user's {@code TypeDecorator}: {@code class} is its dotted Python path, {@code impl} the type
   * it decorates.
   */
  TYPE_DECORATOR(
      "TypeDecorator", null, List.of(attribute("class"), attribute("impl"), attribute("state"))),

  /**
   * A type class that this library does not know: {@code class} is its dotted Python path, {@code
   * state} what it holds.
   */
  OPAQUE("", null, List.of(attribute("class"), attribute("state"), attribute("sql"))),

  /** {@code check} is the condition's text. */
  POSTGRESQL_DOMAIN(POSTGRESQL, "DOMAIN", null, TypeArguments.DOMAIN),
  POSTGRESQL_ENUM(
      POSTGRESQL, "ENUM", ENUM, and(TypeArguments.ENUM, attribute("create_type", true))),
  POSTGRESQL_ARRAY(POSTGRESQL, "ARRAY", ARRAY),
  POSTGRESQL_HSTORE(POSTGRESQL, "HSTORE", null, List.of(attribute("text_type"))),
  POSTGRESQL_JSON(POSTGRESQL, "JSON", JSON_, and(TypeArguments.JSON, attribute("astext_type"))),
  POSTGRESQL_JSONB(POSTGRESQL, "JSONB", POSTGRESQL_JSON),
  POSTGRESQL_JSON_PATH_TYPE(POSTGRESQL, "JSONPathType", JSON_PATH_TYPE),
  POSTGRESQL_JSONPATH(POSTGRESQL, "JSONPATH", POSTGRESQL_JSON_PATH_TYPE),
  POSTGRESQL_BIT(
      POSTGRESQL, "BIT", null, List.of(attribute("length"), attribute("varying", false))),
  POSTGRESQL_BYTEA(POSTGRESQL, "BYTEA", LARGE_BINARY),
  POSTGRESQL_CIDR(POSTGRESQL, "CIDR", null),
  POSTGRESQL_CITEXT(POSTGRESQL, "CITEXT", TEXT),
  POSTGRESQL_INET(POSTGRESQL, "INET", null),
  POSTGRESQL_INTERVAL(
      POSTGRESQL, "INTERVAL", INTERVAL, List.of(attribute("precision"), attribute("fields"))),
  POSTGRESQL_MACADDR(POSTGRESQL, "MACADDR", null),
  POSTGRESQL_MACADDR8(POSTGRESQL, "MACADDR8", null),
  POSTGRESQL_MONEY(POSTGRESQL, "MONEY", null),
  POSTGRESQL_OID(POSTGRESQL, "OID", null),
  POSTGRESQL_REGCLASS(POSTGRESQL, "REGCLASS", null),
  POSTGRESQL_REGCONFIG(POSTGRESQL, "REGCONFIG", null),
  POSTGRESQL_TIME(POSTGRESQL, "TIME", TIME, TypeArguments.TIMEZONE_AND_PRECISION),
  POSTGRESQL_TIMESTAMP(POSTGRESQL, "TIMESTAMP", TIMESTAMP, TypeArguments.TIMEZONE_AND_PRECISION),
  POSTGRESQL_TSQUERY(POSTGRESQL, "TSQUERY", null),
  POSTGRESQL_TSVECTOR(POSTGRESQL, "TSVECTOR", null),
  /** Above all ranges. */
  POSTGRESQL_RANGE(POSTGRESQL, "AbstractSingleRange", null),
  POSTGRESQL_DATERANGE(POSTGRESQL, "DATERANGE", POSTGRESQL_RANGE),
  POSTGRESQL_INT4RANGE(POSTGRESQL, "INT4RANGE", POSTGRESQL_RANGE),
  POSTGRESQL_INT8RANGE(POSTGRESQL, "INT8RANGE", POSTGRESQL_RANGE),
  POSTGRESQL_NUMRANGE(POSTGRESQL, "NUMRANGE", POSTGRESQL_RANGE),
  POSTGRESQL_TSRANGE(POSTGRESQL, "TSRANGE", POSTGRESQL_RANGE),
  POSTGRESQL_TSTZRANGE(POSTGRESQL, "TSTZRANGE", POSTGRESQL_RANGE),
  /** Above all multiranges. */
  POSTGRESQL_MULTIRANGE(POSTGRESQL, "AbstractMultiRange", null),
  POSTGRESQL_DATEMULTIRANGE(POSTGRESQL, "DATEMULTIRANGE", POSTGRESQL_MULTIRANGE),
  POSTGRESQL_INT4MULTIRANGE(POSTGRESQL, "INT4MULTIRANGE", POSTGRESQL_MULTIRANGE),
  POSTGRESQL_INT8MULTIRANGE(POSTGRESQL, "INT8MULTIRANGE", POSTGRESQL_MULTIRANGE),
  POSTGRESQL_NUMMULTIRANGE(POSTGRESQL, "NUMMULTIRANGE", POSTGRESQL_MULTIRANGE),
  POSTGRESQL_TSMULTIRANGE(POSTGRESQL, "TSMULTIRANGE", POSTGRESQL_MULTIRANGE),
  POSTGRESQL_TSTZMULTIRANGE(POSTGRESQL, "TSTZMULTIRANGE", POSTGRESQL_MULTIRANGE),

  MYSQL_BIGINT(MYSQL, "BIGINT", BIGINT, TypeArguments.MYSQL_INTEGER),
  MYSQL_BIT(MYSQL, "BIT", null, TypeArguments.LENGTH),
  MYSQL_CHAR(MYSQL, "CHAR", CHAR, TypeArguments.MYSQL_STRING),
  MYSQL_DATETIME(MYSQL, "DATETIME", DATETIME, TypeArguments.MYSQL_TIME),
  MYSQL_DECIMAL(MYSQL, "DECIMAL", DECIMAL, TypeArguments.MYSQL_NUMERIC),
  MYSQL_DOUBLE(
      MYSQL,
      "DOUBLE",
      DOUBLE,
      List.of(
          attribute("precision"),
          attribute("asdecimal", true),
          attribute("decimal_return_scale"),
          attribute("scale"),
          attribute("unsigned", false),
          attribute("zerofill", false))),
  MYSQL_ENUM(MYSQL, "ENUM", ENUM, and(TypeArguments.ENUM, TypeArguments.MYSQL_CHARACTERS)),
  MYSQL_FLOAT(MYSQL, "FLOAT", FLOAT, TypeArguments.MYSQL_FLOAT),
  MYSQL_INET4(MYSQL, "INET4", null),
  MYSQL_INET6(MYSQL, "INET6", null),
  MYSQL_INTEGER(MYSQL, "INTEGER", INTEGER, TypeArguments.MYSQL_INTEGER),
  MYSQL_JSON(MYSQL, "JSON", JSON_),
  MYSQL_LONGBLOB(MYSQL, "LONGBLOB", BINARY_),
  MYSQL_LONGTEXT(MYSQL, "LONGTEXT", STRING, TypeArguments.MYSQL_STRING),
  MYSQL_MEDIUMBLOB(MYSQL, "MEDIUMBLOB", BINARY_),
  MYSQL_MEDIUMINT(MYSQL, "MEDIUMINT", INTEGER_, TypeArguments.MYSQL_INTEGER),
  MYSQL_MEDIUMTEXT(MYSQL, "MEDIUMTEXT", STRING, TypeArguments.MYSQL_STRING),
  MYSQL_NCHAR(MYSQL, "NCHAR", NCHAR, TypeArguments.MYSQL_NATIONAL),
  MYSQL_NUMERIC(MYSQL, "NUMERIC", NUMERIC, TypeArguments.MYSQL_NUMERIC),
  MYSQL_NVARCHAR(MYSQL, "NVARCHAR", NVARCHAR, TypeArguments.MYSQL_NATIONAL),
  MYSQL_REAL(
      MYSQL,
      "REAL",
      REAL,
      List.of(
          attribute("precision"),
          attribute("asdecimal", true),
          attribute("decimal_return_scale"),
          attribute("scale"),
          attribute("unsigned", false),
          attribute("zerofill", false))),
  MYSQL_SET(
      MYSQL,
      "SET",
      STRING,
      List.of(
          attribute("retrieve_as_bitwise", false),
          attribute("values", List.of()),
          attribute("charset"),
          attribute("ascii", false),
          attribute("unicode", false),
          attribute("binary", false),
          attribute("national", false),
          attribute("length"),
          attribute("collation"))),
  MYSQL_SMALLINT(MYSQL, "SMALLINT", SMALLINT, TypeArguments.MYSQL_INTEGER),
  MYSQL_TEXT(MYSQL, "TEXT", TEXT, TypeArguments.MYSQL_STRING),
  MYSQL_TIME(MYSQL, "TIME", TIME, TypeArguments.MYSQL_TIME),
  MYSQL_TIMESTAMP(MYSQL, "TIMESTAMP", TIMESTAMP, TypeArguments.MYSQL_TIME),
  MYSQL_TINYBLOB(MYSQL, "TINYBLOB", BINARY_),
  MYSQL_TINYINT(MYSQL, "TINYINT", INTEGER_, TypeArguments.MYSQL_INTEGER),
  MYSQL_TINYTEXT(MYSQL, "TINYTEXT", STRING, TypeArguments.MYSQL_STRING),
  MYSQL_VARCHAR(MYSQL, "VARCHAR", VARCHAR, TypeArguments.MYSQL_STRING),
  MYSQL_YEAR(MYSQL, "YEAR", null, List.of(attribute("display_width"))),

  SQLITE_DATE(SQLITE, "DATE", DATE_, TypeArguments.SQLITE_FORMAT),
  SQLITE_DATETIME(
      SQLITE, "DATETIME", DATE_TIME, and(TypeArguments.TIMEZONE, TypeArguments.SQLITE_FORMAT)),
  SQLITE_TIME(SQLITE, "TIME", TIME_, and(TypeArguments.TIMEZONE, TypeArguments.SQLITE_FORMAT)),
  SQLITE_JSON(SQLITE, "JSON", JSON_),

  MSSQL_BIT(MSSQL, "BIT", BOOLEAN_),
  MSSQL_DATETIME2(MSSQL, "DATETIME2", DATE_TIME, TypeArguments.TIMEZONE_AND_PRECISION),
  MSSQL_DATETIMEOFFSET(MSSQL, "DATETIMEOFFSET", DATE_TIME, TypeArguments.TIMEZONE_AND_PRECISION),
  MSSQL_DOUBLE_PRECISION(
      MSSQL,
      "DOUBLE_PRECISION",
      DOUBLE_PRECISION,
      List.of(
          attribute("precision", 53L),
          attribute("asdecimal", false),
          attribute("decimal_return_scale"))),
  MSSQL_IMAGE(MSSQL, "IMAGE", LARGE_BINARY),
  MSSQL_JSON(MSSQL, "JSON", JSON_),
  MSSQL_MONEY(MSSQL, "MONEY", null),
  MSSQL_NTEXT(MSSQL, "NTEXT", UNICODE_TEXT),
  MSSQL_REAL(
      MSSQL,
      "REAL",
      REAL,
      List.of(
          attribute("precision", 24L),
          attribute("asdecimal", false),
          attribute("decimal_return_scale"))),
  MSSQL_SMALLDATETIME(MSSQL, "SMALLDATETIME", DATE_TIME),
  MSSQL_SMALLMONEY(MSSQL, "SMALLMONEY", null),
  MSSQL_SQL_VARIANT(MSSQL, "SQL_VARIANT", null),
  MSSQL_TIME(MSSQL, "TIME", TIME, TypeArguments.TIMEZONE_AND_PRECISION),
  /** A row's version and no time. */
  MSSQL_TIMESTAMP(MSSQL, "TIMESTAMP", BINARY_, List.of(attribute("convert_int", false))),
  MSSQL_ROWVERSION(MSSQL, "ROWVERSION", MSSQL_TIMESTAMP),
  MSSQL_TINYINT(MSSQL, "TINYINT", INTEGER_),
  MSSQL_UNIQUEIDENTIFIER(MSSQL, "UNIQUEIDENTIFIER", UUID_),
  MSSQL_VARBINARY(
      MSSQL, "VARBINARY", VARBINARY, and(TypeArguments.LENGTH, attribute("filestream", false))),
  MSSQL_XML(MSSQL, "XML", TEXT_),

  ORACLE_BFILE(ORACLE, "BFILE", LARGE_BINARY),
  ORACLE_BINARY_DOUBLE(ORACLE, "BINARY_DOUBLE", DOUBLE_),
  ORACLE_BINARY_FLOAT(ORACLE, "BINARY_FLOAT", FLOAT_),
  /** With a time of day. */
  ORACLE_DATE(ORACLE, "DATE", DATE_TIME),
  ORACLE_FLOAT(ORACLE, "FLOAT", FLOAT, and(TypeArguments.FLOAT, attribute("binary_precision"))),
  ORACLE_INTERVAL(
      ORACLE,
      "INTERVAL",
      INTERVAL,
      List.of(attribute("day_precision"), attribute("second_precision"))),
  ORACLE_LONG(ORACLE, "LONG", TEXT_),
  ORACLE_NCLOB(ORACLE, "NCLOB", TEXT_),
  ORACLE_NUMBER(
      ORACLE,
      "NUMBER",
      NUMERIC_,
      List.of(
          attribute("precision"),
          attribute("scale"),
          attribute("decimal_return_scale"),
          attribute("asdecimal", false))),
  ORACLE_RAW(ORACLE, "RAW", BINARY_),
  ORACLE_ROWID(ORACLE, "ROWID", null),
  ORACLE_TIMESTAMP(
      ORACLE,
      "TIMESTAMP",
      TIMESTAMP,
      and(TypeArguments.TIMEZONE, attribute("local_timezone", false))),
  ORACLE_VARCHAR2(ORACLE, "VARCHAR2", VARCHAR),
  /** {@code storage_format} and {@code storage_type} are names of members. */
  ORACLE_VECTOR(
      ORACLE,
      "VECTOR",
      null,
      List.of(attribute("dim"), attribute("storage_format"), attribute("storage_type")));

  private final TypeOrigin origin;
  private final String pythonName;
  private final @Nullable TypeName parent;
  private final List<Attribute> attributes;

  TypeName(String pythonName, @Nullable TypeName parent) {
    this(TypeOrigin.GENERIC, pythonName, parent);
  }

  TypeName(String pythonName, @Nullable TypeName parent, List<Attribute> attributes) {
    this(TypeOrigin.GENERIC, pythonName, parent, attributes);
  }

  /** A class whose arguments are its parent's. */
  TypeName(TypeOrigin origin, String pythonName, @Nullable TypeName parent) {
    this(origin, pythonName, parent, parent == null ? List.of() : parent.attributes);
  }

  TypeName(
      TypeOrigin origin, String pythonName, @Nullable TypeName parent, List<Attribute> attributes) {
    this.origin = origin;
    this.pythonName = pythonName;
    this.parent = parent;
    this.attributes = attributes;
  }

  /** The part of SQLAlchemy it is from. */
  public TypeOrigin origin() {
    return origin;
  }

  /** The class name in Python, dotted for a nested class, without its module. */
  public String pythonName() {
    return pythonName;
  }

  /** The name as it is written for people: {@code "Integer"}, {@code "postgresql.INET"}. */
  public String qualifiedName() {
    return origin == TypeOrigin.GENERIC ? pythonName : origin.dialect() + "." + pythonName;
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

  /**
   * The class whose name in SQL this one shares: itself, but for a dialect's class the generic one
   * that SQLAlchemy's type compilers do not tell it from ({@code __visit_name__}).
   */
  public TypeName rendered() {
    TypeName above = parent;
    return switch (this) {
      case POSTGRESQL_ENUM -> ENUM;
      case POSTGRESQL_JSON_PATH_TYPE -> JSON_PATH_TYPE;
      case SQLITE_DATE -> DATE_;
      case SQLITE_DATETIME -> DATE_TIME;
      case SQLITE_TIME -> TIME_;
      case ORACLE_DATE -> DATE;
      default -> above != null && above.pythonName.equals(pythonName) ? above : this;
    };
  }

  /** The topmost class that still behaves alike: SQLAlchemy's {@code _type_affinity}. */
  public TypeName affinity() {
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
