package dev.brine.catalog;

import dev.brine.error.DatabaseException;
import dev.brine.schema.Column;
import dev.brine.schema.ForeignKey;
import dev.brine.schema.MetaData;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tables and views as a database describes them: SQLAlchemy's {@code MetaData.reflect}. Those of
 * the connection's default schema go by their bare name, those of other schemas by {@code
 * schema.name}; the database's own schemas are left out.
 *
 * <p>Tried with SQLite, H2, PostgreSQL and MariaDB. Stateless.
 */
public final class JdbcReflection {

  private static final String[] TABLE_TYPES = {
    "TABLE", "BASE TABLE", "PARTITIONED TABLE", "VIEW", "MATERIALIZED VIEW"
  };

  private final DatabaseMetaData source;
  private final boolean sqlite;

  /** MySQL and MariaDB call a schema a catalog. */
  private final boolean catalogsAreSchemas;

  private final @Nullable String catalog;
  private final @Nullable String defaultSchema;

  private JdbcReflection(Connection connection) throws SQLException {
    source = connection.getMetaData();
    String product = source.getDatabaseProductName().toLowerCase(Locale.ROOT);
    sqlite = product.contains("sqlite");
    catalogsAreSchemas = product.contains("mysql") || product.contains("mariadb");
    catalog = catalogsAreSchemas ? null : connection.getCatalog();
    defaultSchema = catalogsAreSchemas ? connection.getCatalog() : connection.getSchema();
  }

  /**
   * Reflects over a connection of the source, which is closed afterwards.
   *
   * @throws DatabaseException if the database refuses
   */
  public static MetaData reflect(DataSource source) {
    try (Connection connection = source.getConnection()) {
      return reflect(connection);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Reflects over a connection, which stays open.
   *
   * @throws DatabaseException if the database refuses
   */
  public static MetaData reflect(Connection connection) {
    try {
      return new JdbcReflection(connection).reflect();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static DatabaseException failure(SQLException e) {
    return new DatabaseException(
        "the tables could not be reflected: " + e.getMessage(),
        "does the user have the right to read the catalogue?",
        e);
  }

  /** A table by the two names it has in JDBC. */
  private record Found(@Nullable String schema, String name) {}

  private MetaData reflect() throws SQLException {
    MetaData.Builder tables = MetaData.builder();
    for (Found found : tables()) {
      tables.table(table(found));
    }
    return tables.build();
  }

  private List<Found> tables() throws SQLException {
    List<Found> found = new ArrayList<>();
    try (ResultSet rows = source.getTables(catalog, null, "%", TABLE_TYPES)) {
      while (rows.next()) {
        String schema = rows.getString(catalogsAreSchemas ? "TABLE_CAT" : "TABLE_SCHEM");
        if (!JdbcNames.isSystemSchema(schema)) {
          found.add(new Found(schema, rows.getString("TABLE_NAME")));
        }
      }
    }
    return found;
  }

  private Table table(Found found) throws SQLException {
    Table.Builder table = Table.named(found.name());
    String schema = found.schema();
    if (schema != null && isForeign(schema)) {
      table.schema(schema);
    }
    Set<String> primaryKey = primaryKey(found);
    Map<String, List<ForeignKey>> foreignKeys = foreignKeys(found);
    try (ResultSet rows =
        source.getColumns(
            catalogOf(found),
            JdbcNames.pattern(source, schemaOf(found)),
            JdbcNames.pattern(source, found.name()),
            "%")) {
      while (rows.next()) {
        String name = rows.getString("COLUMN_NAME");
        table.column(
            new Column.Spec(
                Name.of(name),
                name,
                type(rows),
                rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls
                    && !primaryKey.contains(name),
                primaryKey.contains(name),
                foreignKeys.getOrDefault(name, List.of()),
                ReflectedDefaults.of(
                    rows, primaryKey.contains(name), !sqlite && !catalogsAreSchemas)));
      }
    }
    return table.build();
  }

  private SqlType type(ResultSet column) throws SQLException {
    String name = column.getString("TYPE_NAME");
    if (sqlite && !ReflectedTypes.isKnown(name)) {
      return ReflectedTypes.ofSqliteAffinity(name);
    }
    if (catalogsAreSchemas && name.equals("BOOLEAN")) {
      // Its driver's word for TINYINT(1), which SQLAlchemy reflects as the number it is.
      name = "TINYINT";
    }
    int scale = column.getInt("DECIMAL_DIGITS");
    int size = column.getInt("COLUMN_SIZE");
    // Its driver counts the digits behind the point twice.
    int precision = sqlite && scale > 0 ? size - scale : size;
    return ReflectedTypes.of(column.getInt("DATA_TYPE"), name, precision, scale);
  }

  private Set<String> primaryKey(Found table) throws SQLException {
    Set<String> columns = new HashSet<>();
    try (ResultSet rows = source.getPrimaryKeys(catalogOf(table), schemaOf(table), table.name())) {
      while (rows.next()) {
        columns.add(rows.getString("COLUMN_NAME"));
      }
    }
    return columns;
  }

  private Map<String, List<ForeignKey>> foreignKeys(Found table) throws SQLException {
    Map<String, List<ForeignKey>> byColumn = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    try (ResultSet rows = source.getImportedKeys(catalogOf(table), schemaOf(table), table.name())) {
      while (rows.next()) {
        String schema = rows.getString(catalogsAreSchemas ? "PKTABLE_CAT" : "PKTABLE_SCHEM");
        String target = rows.getString("PKTABLE_NAME");
        // Rows come by the table referred to, then by the place in the constraint: of nameless ones
        // to one table, the first row of
        // each place belongs to the first.
        int nth = seen.merge(target + "." + rows.getShort("KEY_SEQ"), 1, Integer::sum);
        String constraint = rows.getString("FK_NAME");
        boolean isNamed = constraint != null && !constraint.isEmpty();
        byColumn
            .computeIfAbsent(rows.getString("FKCOLUMN_NAME"), name -> new ArrayList<>())
            .add(
                new ForeignKey(
                    isForeign(schema) ? schema + "." + target : target,
                    rows.getString("PKCOLUMN_NAME"),
                    isNamed ? constraint : target + " " + nth));
      }
    }
    return byColumn;
  }

  private boolean isForeign(@Nullable String schema) {
    return schema != null && !schema.equals(defaultSchema);
  }

  private @Nullable String catalogOf(Found table) {
    return catalogsAreSchemas ? table.schema() : catalog;
  }

  private @Nullable String schemaOf(Found table) {
    return catalogsAreSchemas ? null : table.schema();
  }
}
