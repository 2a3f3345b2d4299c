package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.Set;

/** The names of types in PostgreSQL (rel_2_0_52, {@code dialects/postgresql/base.py}). */
final class PostgresqlTypeCompiler extends TypeCompiler {

  private static final IdentifierPreparer IDENTIFIERS =
      new IdentifierPreparer("\"", ReservedWords.POSTGRESQL);

  private static final String OWN_CLASSES = "sqlalchemy.dialects.postgresql.";

  /** Types without arguments that are known by the path of their class alone. */
  private static final Set<String> OWN_TYPES =
      Set.of(
          "BYTEA",
          "CIDR",
          "CITEXT",
          "DATEMULTIRANGE",
          "DATERANGE",
          "HSTORE",
          "INET",
          "INT4MULTIRANGE",
          "INT4RANGE",
          "INT8MULTIRANGE",
          "INT8RANGE",
          "JSONB",
          "JSONPATH",
          "MACADDR",
          "MACADDR8",
          "MONEY",
          "NUMMULTIRANGE",
          "NUMRANGE",
          "OID",
          "REGCLASS",
          "REGCONFIG",
          "TSMULTIRANGE",
          "TSQUERY",
          "TSRANGE",
          "TSTZMULTIRANGE",
          "TSTZRANGE",
          "TSVECTOR");

  PostgresqlTypeCompiler() {
    super("postgresql");
  }

  @Override
  String compileExactly(SqlType type) {
    return switch (type.name()) {
      case FLOAT_, FLOAT -> withPrecision(type);
      case DOUBLE_ -> "DOUBLE PRECISION";
      case DATE_TIME, TIMESTAMP -> "TIMESTAMP" + zone(type);
      case TIME_, TIME -> "TIME" + zone(type);
      case INTERVAL -> type.flag("native") ? "INTERVAL" : compile(Types.DATE_TIME);
      case LARGE_BINARY -> "BYTEA";
      case ENUM -> type.flag("native_enum") ? enumName(type) : super.compileExactly(type);
      case JSON_ -> "JSON";
      case JSON_INT_INDEX_TYPE -> "INT";
      case JSON_STR_INDEX_TYPE -> "TEXT";
      case JSON_PATH_TYPE -> "JSONPATH";
      case ARRAY -> array(type);
      case OPAQUE -> isOwn(type) ? simpleName(type) : super.compileExactly(type);
      default -> super.compileExactly(type);
    };
  }

  /** Whether this is one of the dialect's own classes whose name says all about the type. */
  static boolean isOwn(SqlType type) {
    return String.valueOf(type.attribute("class")).startsWith(OWN_CLASSES)
        && OWN_TYPES.contains(simpleName(type));
  }

  static String simpleName(SqlType type) {
    String path = String.valueOf(type.attribute("class"));
    return path.substring(path.lastIndexOf('.') + 1);
  }

  @Override
  String uuid(SqlType type) {
    return type.flag("native_uuid") ? "UUID" : super.uuid(type);
  }

  private static String withPrecision(SqlType type) {
    Long precision = number(type, "precision");
    return precision == null || precision == 0 ? "FLOAT" : "FLOAT(" + precision + ")";
  }

  private static String zone(SqlType type) {
    return type.flag("timezone") ? " WITH TIME ZONE" : " WITHOUT TIME ZONE";
  }

  private static String enumName(SqlType type) {
    Object name = type.attribute("name");
    if (name == null) {
      throw new CompileException("PostgreSQL ENUM type requires a name.");
    }
    String quoted = IDENTIFIERS.quote(Name.of(name.toString()));
    Object schema = type.attribute("schema");
    return schema == null ? quoted : IDENTIFIERS.quote(Name.of(schema.toString())) + "." + quoted;
  }

  private String array(SqlType type) {
    String item =
        compile(type.attribute("item_type") instanceof SqlType itemType ? itemType : Types.NULL);
    Long dimensions = number(type, "dimensions");
    String brackets = "[]".repeat(dimensions == null ? 1 : dimensions.intValue());
    int collation = item.lastIndexOf(" COLLATE");
    return collation < 0
        ? item + brackets
        : item.substring(0, collation) + brackets + item.substring(collation);
  }
}
