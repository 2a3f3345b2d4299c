package dev.brine.catalog;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names in JDBC's {@link DatabaseMetaData}. Stateless. */
public final class JdbcNames {

  private static final Set<String> SYSTEM_SCHEMAS =
      Set.of("information_schema", "pg_catalog", "mysql", "performance_schema", "sys");

  private JdbcNames() {}

  /** Whether a schema is the database's own, with nothing of its users in it. */
  public static boolean isSystemSchema(@Nullable String schema) {
    return schema != null && SYSTEM_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT));
  }

  /** A name where JDBC takes a LIKE pattern: that and no other; null, which is any, stays. */
  public static @Nullable String pattern(DatabaseMetaData source, @Nullable String name)
      throws SQLException {
    String escape = source.getSearchStringEscape();
    return name == null || escape == null || escape.isEmpty()
        ? name
        : name.replace(escape, escape + escape)
            .replace("_", escape + "_")
            .replace("%", escape + "%");
  }
}
