package dev.brine.catalog;

import dev.brine.schema.Autoincrement;
import dev.brine.schema.ColumnDefaults;
import dev.brine.schema.ColumnDefaults.Server;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * What a database has for columns that an INSERT leaves out, as SQLAlchemy reflects it (rel_2_0_58,
 * {@code engine/reflection.py}): that there is a default, not which one. Stateless.
 */
final class ReflectedDefaults {

  private static final String YES = "YES";

  private ReflectedDefaults() {}

  /**
   * Of a row of {@code DatabaseMetaData.getColumns}.
   *
   * @param hasIdentities whether a column that is numbered without a default is an identity, not a
   *     kind of its own
   */
  static ColumnDefaults of(ResultSet column, boolean isPrimaryKey, boolean hasIdentities)
      throws SQLException {
    boolean hasDefault = isDefault(column.getString("COLUMN_DEF"));
    boolean isNumbered = YES.equals(column.getString("IS_AUTOINCREMENT"));
    boolean isComputed = YES.equals(column.getString("IS_GENERATEDCOLUMN"));
    if (isComputed && !isNumbered) {
      return computed();
    }
    if (isNumbered && !hasDefault && hasIdentities) {
      return ColumnDefaults.NONE.server(Server.IDENTITY);
    }
    ColumnDefaults defaults = hasDefault ? withDefault() : ColumnDefaults.NONE;
    return isNumbered && isPrimaryKey ? defaults.autoincrement(Autoincrement.ALWAYS) : defaults;
  }

  /** Of a field of jOOQ's tables. */
  static ColumnDefaults of(DataType<?> type) {
    if (type.computed()) {
      return computed();
    }
    if (type.identity()) {
      return ColumnDefaults.NONE.server(Server.IDENTITY);
    }
    return type.defaulted() ? withDefault() : ColumnDefaults.NONE;
  }

  private static ColumnDefaults withDefault() {
    return ColumnDefaults.NONE.server(Server.DEFAULT);
  }

  private static ColumnDefaults computed() {
    return withDefault().updatedByServer(true);
  }

  /** MariaDB says of a column without a default that it is NULL. */
  private static boolean isDefault(@Nullable String text) {
    return text != null && !text.equalsIgnoreCase("NULL");
  }
}
