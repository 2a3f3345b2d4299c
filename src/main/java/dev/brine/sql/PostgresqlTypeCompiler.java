package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeOrigin;
import dev.brine.schema.Types;

/** The names of types in PostgreSQL (rel_2_0_52, {@code dialects/postgresql/base.py}). */
final class PostgresqlTypeCompiler extends TypeCompiler {

  /** Far more than the 6 that PostgreSQL can store, so that its own error is the one to be seen. */
  private static final int MAX_DIMENSIONS = 1_000;

  private static final IdentifierPreparer IDENTIFIERS =
      new IdentifierPreparer("\"", ReservedWords.POSTGRESQL);

  PostgresqlTypeCompiler() {
    super("postgresql");
  }

  @Override
  String compileExactly(SqlType type) {
    return switch (type.name().rendered()) {
      case FLOAT_, FLOAT -> withPrecision(type);
      case DOUBLE_ -> "DOUBLE PRECISION";
      case DATE_TIME, TIMESTAMP -> "TIMESTAMP" + precisionAndZone(type);
      case TIME_, TIME -> "TIME" + precisionAndZone(type);
      case INTERVAL ->
          type.isNative() ? interval(type, "second_precision") : compile(Types.DATE_TIME);
      case POSTGRESQL_INTERVAL -> interval(type, "precision");
      case LARGE_BINARY -> "BYTEA";
      case ENUM -> type.isNative() ? named("ENUM", type) : super.compileExactly(type);
      case MYSQL_ENUM -> named("ENUM", type);
      case POSTGRESQL_DOMAIN -> named("DOMAIN", type);
      case JSON_ -> "JSON";
      case JSON_INT_INDEX_TYPE -> "INT";
      case JSON_STR_INDEX_TYPE -> "TEXT";
      case JSON_PATH_TYPE -> "JSONPATH";
      case ARRAY -> array(type);
      case POSTGRESQL_BIT -> bit(type);
      case MSSQL_MONEY -> "MONEY";
      case MSSQL_TIMESTAMP -> throw unsupported(type);
      case POSTGRESQL_RANGE, POSTGRESQL_MULTIRANGE -> super.compileExactly(type);
      default -> isOwn(type) ? type.name().pythonName() : super.compileExactly(type);
    };
  }

  /** Whether this is one of the dialect's own classes whose name says all about the type. */
  private static boolean isOwn(SqlType type) {
    return type.name().rendered().origin() == TypeOrigin.POSTGRESQL;
  }

  @Override
  String uuid(SqlType type) {
    return type.isNative() ? "UUID" : super.uuid(type);
  }

  private static String withPrecision(SqlType type) {
    Long precision = number(type, "precision");
    return precision == null || precision == 0 ? "FLOAT" : "FLOAT(" + precision + ")";
  }

  private static String precisionAndZone(SqlType type) {
    Long precision = number(type, "precision");
    String digits = precision == null ? "" : "(" + precision + ")";
    return digits + (type.flag("timezone") ? " WITH TIME ZONE" : " WITHOUT TIME ZONE");
  }

  private static String interval(SqlType type, String attribute) {
    Object fields = type.attribute("fields");
    Long precision = number(type, attribute);
    return "INTERVAL"
        + (fields == null ? "" : " " + fields)
        + (precision == null ? "" : " (" + precision + ")");
  }

  private static String bit(SqlType type) {
    Long length = number(type, "length");
    if (type.flag("varying")) {
      return "BIT VARYING" + (length == null ? "" : "(" + length + ")");
    }
    return "BIT(" + (length == null ? 1L : length) + ")";
  }

  private static String named(String kind, SqlType type) {
    Object name = type.attribute("name");
    if (name == null) {
      throw new CompileException(
          "PostgreSQL " + kind + " type requires a name.", "give the type a name");
    }
    String quoted = IDENTIFIERS.quote(given(name));
    Object schema = type.attribute("schema");
    return schema == null ? quoted : IDENTIFIERS.quote(given(schema)) + "." + quoted;
  }

  private static QuotedName given(Object name) {
    return name instanceof QuotedName quoted ? quoted : Name.of(name.toString());
  }

  /** Python repeats them no times where the number is negative, and PostgreSQL has but few. */
  private int dimensions(SqlType type) {
    Long dimensions = number(type, "dimensions");
    if (dimensions != null && dimensions > MAX_DIMENSIONS) {
      throw new CompileException(
          "an ARRAY of %d dimensions has more than %d".formatted(dimensions, MAX_DIMENSIONS),
          "give it fewer dimensions");
    }
    return dimensions == null ? 1 : (int) Math.max(0, dimensions);
  }

  private String array(SqlType type) {
    String item =
        compile(type.attribute("item_type") instanceof SqlType itemType ? itemType : Types.NULL);
    String brackets = "[]".repeat(dimensions(type));
    int collation = item.lastIndexOf(" COLLATE");
    return collation < 0
        ? item + brackets
        : item.substring(0, collation) + brackets + item.substring(collation);
  }
}
