package dev.brine.catalog;

import static java.util.Map.entry;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a database says about a column's type, as the type that SQLAlchemy reflects: by the name
 * that the database uses (rel_2_0_52, the {@code ischema_names} of each dialect), else by JDBC's
 * type code, else as SQLite's affinity rules have it. Where SQLAlchemy has a type for one dialect
 * alone, the generic one beneath it stands here.
 */
final class ReflectedTypes {

  /** JDBC drivers report lengths from here on for what has none. */
  private static final int UNBOUNDED_LENGTH = 100_000_000;

  /** PostgreSQL's greatest declared precision; what is beyond means that none was declared. */
  private static final int GREATEST_PRECISION = 1000;

  /** {@code NUMERIC(10, 2)}, as SQLite keeps what was declared. */
  private static final Pattern DECLARED =
      Pattern.compile("([^(]*)\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\)(.*)");

  private static final Map<String, TypeName> BY_NAME =
      Map.ofEntries(
          entry("INT", TypeName.INTEGER),
          entry("INT2", TypeName.SMALLINT),
          entry("INT4", TypeName.INTEGER),
          entry("INT8", TypeName.BIGINT),
          entry("INTEGER", TypeName.INTEGER),
          entry("SERIAL", TypeName.INTEGER),
          entry("BIGSERIAL", TypeName.BIGINT),
          entry("SMALLSERIAL", TypeName.SMALLINT),
          entry("MEDIUMINT", TypeName.INTEGER),
          entry("SMALLINT", TypeName.SMALLINT),
          entry("TINYINT", TypeName.SMALLINT),
          entry("YEAR", TypeName.SMALLINT),
          entry("BIGINT", TypeName.BIGINT),
          entry("NUMERIC", TypeName.NUMERIC),
          entry("DECIMAL", TypeName.DECIMAL),
          entry("DEC", TypeName.DECIMAL),
          entry("FLOAT", TypeName.FLOAT),
          entry("FLOAT4", TypeName.REAL),
          entry("FLOAT8", TypeName.DOUBLE_PRECISION),
          entry("REAL", TypeName.REAL),
          entry("DOUBLE", TypeName.DOUBLE),
          entry("DOUBLE PRECISION", TypeName.DOUBLE_PRECISION),
          entry("BOOL", TypeName.BOOLEAN),
          entry("BOOLEAN", TypeName.BOOLEAN),
          entry("CHAR", TypeName.CHAR),
          entry("BPCHAR", TypeName.CHAR),
          entry("CHARACTER", TypeName.CHAR),
          entry("NCHAR", TypeName.NCHAR),
          entry("VARCHAR", TypeName.VARCHAR),
          entry("CHARACTER VARYING", TypeName.VARCHAR),
          entry("VARCHAR_IGNORECASE", TypeName.VARCHAR),
          entry("NVARCHAR", TypeName.NVARCHAR),
          entry("TEXT", TypeName.TEXT),
          entry("TINYTEXT", TypeName.TEXT),
          entry("MEDIUMTEXT", TypeName.TEXT),
          entry("LONGTEXT", TypeName.TEXT),
          entry("CLOB", TypeName.CLOB),
          entry("CHARACTER LARGE OBJECT", TypeName.CLOB),
          entry("DATE", TypeName.DATE),
          entry("DATETIME", TypeName.DATETIME),
          entry("TIMESTAMP", TypeName.TIMESTAMP),
          entry("TIME", TypeName.TIME),
          entry("INTERVAL", TypeName.INTERVAL),
          entry("BLOB", TypeName.BLOB),
          entry("TINYBLOB", TypeName.BLOB),
          entry("MEDIUMBLOB", TypeName.BLOB),
          entry("LONGBLOB", TypeName.BLOB),
          entry("BYTEA", TypeName.BLOB),
          entry("BINARY LARGE OBJECT", TypeName.BLOB),
          entry("BINARY", TypeName.BINARY),
          entry("VARBINARY", TypeName.VARBINARY),
          entry("BINARY VARYING", TypeName.VARBINARY),
          entry("UUID", TypeName.UUID),
          entry("JSON", TypeName.JSON_),
          entry("JSONB", TypeName.JSON_));

  private static final Map<String, SqlType> WITH_ZONE =
      Map.of(
          "TIMESTAMPTZ", zoned(TypeName.TIMESTAMP),
          "TIMESTAMP WITH TIME ZONE", zoned(TypeName.TIMESTAMP),
          "TIMETZ", zoned(TypeName.TIME),
          "TIME WITH TIME ZONE", zoned(TypeName.TIME));

  private static final Map<Integer, TypeName> BY_CODE =
      Map.ofEntries(
          entry(java.sql.Types.TINYINT, TypeName.SMALLINT),
          entry(java.sql.Types.SMALLINT, TypeName.SMALLINT),
          entry(java.sql.Types.INTEGER, TypeName.INTEGER),
          entry(java.sql.Types.BIGINT, TypeName.BIGINT),
          entry(java.sql.Types.NUMERIC, TypeName.NUMERIC),
          entry(java.sql.Types.DECIMAL, TypeName.DECIMAL),
          entry(java.sql.Types.REAL, TypeName.REAL),
          entry(java.sql.Types.FLOAT, TypeName.FLOAT),
          entry(java.sql.Types.DOUBLE, TypeName.DOUBLE),
          entry(java.sql.Types.BIT, TypeName.BOOLEAN),
          entry(java.sql.Types.BOOLEAN, TypeName.BOOLEAN),
          entry(java.sql.Types.CHAR, TypeName.CHAR),
          entry(java.sql.Types.NCHAR, TypeName.NCHAR),
          entry(java.sql.Types.VARCHAR, TypeName.VARCHAR),
          entry(java.sql.Types.NVARCHAR, TypeName.NVARCHAR),
          entry(java.sql.Types.LONGVARCHAR, TypeName.TEXT),
          entry(java.sql.Types.LONGNVARCHAR, TypeName.TEXT),
          entry(java.sql.Types.CLOB, TypeName.CLOB),
          entry(java.sql.Types.NCLOB, TypeName.CLOB),
          entry(java.sql.Types.DATE, TypeName.DATE),
          entry(java.sql.Types.TIME, TypeName.TIME),
          entry(java.sql.Types.TIMESTAMP, TypeName.TIMESTAMP),
          entry(java.sql.Types.BINARY, TypeName.BINARY),
          entry(java.sql.Types.VARBINARY, TypeName.VARBINARY),
          entry(java.sql.Types.LONGVARBINARY, TypeName.BLOB),
          entry(java.sql.Types.BLOB, TypeName.BLOB));

  /** In this order: "If the declared type contains …" (sqlite.org/datatype3.html, section 3.1). */
  private static final List<Map.Entry<Pattern, TypeName>> SQLITE_AFFINITY =
      List.of(
          entry(Pattern.compile("INT"), TypeName.INTEGER),
          entry(Pattern.compile("CHAR|CLOB|TEXT"), TypeName.TEXT),
          entry(Pattern.compile("BLOB|^$"), TypeName.NULL_TYPE),
          entry(Pattern.compile("REAL|FLOA|DOUB"), TypeName.REAL),
          entry(Pattern.compile(""), TypeName.NUMERIC));

  private ReflectedTypes() {}

  private static SqlType zoned(TypeName name) {
    return SqlType.of(name).with("timezone", true);
  }

  /**
   * The type of a column.
   *
   * @param code of {@link java.sql.Types}
   * @param name as the database spells it, in any case
   * @param size the length or the precision, as the driver tells it; 0 for none
   * @param scale digits behind the point
   */
  static SqlType of(int code, String name, int size, int scale) {
    Matcher declared = DECLARED.matcher(name);
    if (declared.matches()) {
      int declaredScale = declared.group(3) == null ? 0 : Integer.parseInt(declared.group(3));
      return of(
          code,
          (declared.group(1).strip() + " " + declared.group(4).strip()).strip(),
          Integer.parseInt(declared.group(2)),
          declaredScale);
    }
    String spelling = name.strip().toUpperCase(Locale.ROOT).replaceFirst(" UNSIGNED.*", "");
    SqlType zoned = WITH_ZONE.get(spelling);
    if (zoned != null) {
      return zoned;
    }
    SqlType array = arrayOf(spelling);
    return array != null ? array : sized(name(code, spelling), size, scale);
  }

  /** PostgreSQL writes {@code _int4}, H2 {@code INTEGER ARRAY}. */
  private static @Nullable SqlType arrayOf(String spelling) {
    String item =
        spelling.startsWith("_")
            ? spelling.substring(1)
            : spelling.endsWith(" ARRAY") ? spelling.replaceFirst(" ARRAY$", "") : null;
    return item == null
        ? null
        : SqlType.of(TypeName.ARRAY).with("item_type", of(java.sql.Types.OTHER, item, 0, 0));
  }

  private static TypeName name(int code, String spelling) {
    TypeName byName = BY_NAME.get(spelling);
    return byName != null ? byName : BY_CODE.getOrDefault(code, TypeName.NULL_TYPE);
  }

  /** The type that SQLite gives a column declared as what no other rule knows. */
  static SqlType ofSqliteAffinity(String declared) {
    String spelling = declared.strip().toUpperCase(Locale.ROOT);
    return SQLITE_AFFINITY.stream()
        .filter(rule -> rule.getKey().matcher(spelling).find())
        .map(rule -> SqlType.of(rule.getValue()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the last rule holds for everything"));
  }

  static boolean isKnown(String declared) {
    String spelling = declared.replaceFirst("\\(.*", "").strip().toUpperCase(Locale.ROOT);
    return BY_NAME.containsKey(spelling);
  }

  private static SqlType sized(TypeName name, int size, int scale) {
    SqlType type = SqlType.of(name);
    boolean text = name.isA(TypeName.STRING) && !name.isA(TypeName.TEXT_);
    boolean binary = name == TypeName.BINARY || name == TypeName.VARBINARY;
    if ((text || binary) && size > 0 && size < UNBOUNDED_LENGTH) {
      return type.with("length", (long) size);
    }
    boolean decimal = name == TypeName.NUMERIC || name == TypeName.DECIMAL;
    if (decimal && size > 0 && size <= GREATEST_PRECISION) {
      return type.with("precision", (long) size).with("scale", (long) scale);
    }
    return type;
  }
}
