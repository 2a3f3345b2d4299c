package dev.brine.shape;

import dev.brine.schema.TypeName;
import java.util.Map;

/** In which module of SQLAlchemy 2.0 each type class lives (rel_2_0_52). */
final class TypeModules {

  private static final String DIALECTS = "sqlalchemy.dialects.";

  /** Where a dialect's types are, but for those in {@link #OTHERS}. */
  private static final Map<String, String> USUAL =
      Map.of(
          "postgresql", "types",
          "mysql", "types",
          "sqlite", "base",
          "mssql", "base",
          "oracle", "types");

  private static final Map<TypeName, String> OTHERS =
      Map.ofEntries(
          Map.entry(TypeName.POSTGRESQL_ENUM, "named_types"),
          Map.entry(TypeName.POSTGRESQL_DOMAIN, "named_types"),
          Map.entry(TypeName.POSTGRESQL_ARRAY, "array"),
          Map.entry(TypeName.POSTGRESQL_HSTORE, "hstore"),
          Map.entry(TypeName.POSTGRESQL_JSON, "json"),
          Map.entry(TypeName.POSTGRESQL_JSONB, "json"),
          Map.entry(TypeName.POSTGRESQL_JSONPATH, "json"),
          Map.entry(TypeName.POSTGRESQL_JSON_PATH_TYPE, "json"),
          Map.entry(TypeName.MYSQL_ENUM, "enumerated"),
          Map.entry(TypeName.MYSQL_SET, "enumerated"),
          Map.entry(TypeName.MYSQL_JSON, "json"),
          Map.entry(TypeName.MYSQL_INET4, "mariadb"),
          Map.entry(TypeName.MYSQL_INET6, "mariadb"),
          Map.entry(TypeName.SQLITE_JSON, "json"),
          Map.entry(TypeName.MSSQL_JSON, "json"),
          Map.entry(TypeName.ORACLE_VECTOR, "vector"));

  private TypeModules() {}

  /** The module of a dialect's class. */
  static String of(TypeName name) {
    String dialect = name.origin().dialect();
    return DIALECTS + dialect + "." + module(name, dialect);
  }

  private static String module(TypeName name, String dialect) {
    boolean isRange =
        name.isA(TypeName.POSTGRESQL_RANGE) || name.isA(TypeName.POSTGRESQL_MULTIRANGE);
    return isRange ? "ranges" : OTHERS.getOrDefault(name, USUAL.getOrDefault(dialect, "types"));
  }

  /**
   * The dialect and the name of a dialect's class, {@code "postgresql.INET"}, in whichever module
   * of the dialect a series has it; the path itself if it is no such class.
   */
  static String withoutModule(String path) {
    if (!path.startsWith(DIALECTS)) {
      return path;
    }
    String rest = path.substring(DIALECTS.length());
    int dialectEnd = rest.indexOf('.');
    int nameStart = rest.lastIndexOf('.');
    return dialectEnd < 0 ? path : rest.substring(0, dialectEnd) + rest.substring(nameStart);
  }
}
