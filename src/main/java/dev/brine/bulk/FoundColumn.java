package dev.brine.bulk;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column as the database describes it.
 *
 * @param name as the database writes it
 * @param kind how values go in and out
 * @param isNullable whether it may hold NULL, for all that is known
 */
record FoundColumn(String name, Kind kind, String typeName, boolean isNullable) {

  private static final Set<String> POSTGRESQL_TEXTS =
      Set.of("text", "varchar", "bpchar", "char", "name", "citext", "json", "jsonb", "xml");

  /** How values go in and out by JDBC. */
  enum Kind {
    BINARY,
    TEXT,
    /** Text to people, and to PostgreSQL a type that text is only turned into when it says so. */
    UNTYPED_TEXT,
    /** SQLite: each value has its own type. */
    DYNAMIC,
    INTEGER,
    OTHER;

    static Kind of(Vendor vendor, int jdbcType) {
      if (vendor == Vendor.SQLITE) {
        return DYNAMIC;
      }
      return switch (jdbcType) {
        case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BINARY;
        case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
            vendor == Vendor.POSTGRESQL ? INTEGER : OTHER;
        case Types.CHAR,
            Types.VARCHAR,
            Types.LONGVARCHAR,
            Types.CLOB,
            Types.NCHAR,
            Types.NVARCHAR,
            Types.LONGNVARCHAR,
            Types.NCLOB ->
            vendor == Vendor.POSTGRESQL ? UNTYPED_TEXT : TEXT;
        default -> vendor == Vendor.POSTGRESQL ? UNTYPED_TEXT : OTHER;
      };
    }
  }

  /** Whether it is of a type that dumps, or what they are wrapped in, can be kept in. */
  boolean canHoldDumps() {
    return switch (kind) {
      case BINARY, TEXT, DYNAMIC -> true;
      case UNTYPED_TEXT -> POSTGRESQL_TEXTS.contains(typeName);
      case INTEGER, OTHER -> false;
    };
  }

  /** Whether bytes are what it is meant for, by the rule of SQLite's affinity. */
  boolean isDeclaredForBytes() {
    return kind == Kind.BINARY || typeName.toUpperCase(Locale.ROOT).contains("BLOB");
  }

  /** What the column of a row holds; null for NULL. */
  @Nullable ColumnValue read(ResultSet row, int index) throws SQLException {
    if (kind == Kind.DYNAMIC) {
      Object value = row.getObject(index);
      if (value == null) {
        return null;
      }
      return value instanceof byte[] bytes
          ? new ColumnValue(bytes, false)
          : ColumnValue.ofText(value.toString());
    }
    if (kind == Kind.BINARY) {
      byte[] bytes = row.getBytes(index);
      return bytes == null ? null : new ColumnValue(bytes, false);
    }
    String text = row.getString(index);
    return text == null ? null : ColumnValue.ofText(text);
  }

  /** Gives a statement the value that the column is to hold. */
  void bind(PreparedStatement statement, int index, ColumnValue value) throws SQLException {
    if (kind == Kind.UNTYPED_TEXT) {
      statement.setObject(index, value.text(), Types.OTHER);
    } else if (kind == Kind.TEXT || (kind == Kind.DYNAMIC && value.isText())) {
      statement.setString(index, value.text());
    } else {
      statement.setBytes(index, value.bytes());
    }
  }
}
