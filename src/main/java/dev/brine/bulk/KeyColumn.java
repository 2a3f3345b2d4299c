package dev.brine.bulk;

import dev.brine.error.DatabaseException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Carries the values of a key out of the database and back, without changing their order. */
record KeyColumn(FoundColumn column) {

  String name() {
    return column.name();
  }

  /**
   * The value of a row.
   *
   * @throws DatabaseException if it is NULL, which a key that can be gone through never is
   */
  Object read(ResultSet row, int index) throws SQLException {
    Object value = nullable(row, index);
    if (value == null) {
      throw new DatabaseException("the key column %s holds NULL".formatted(name()));
    }
    return value;
  }

  private @Nullable Object nullable(ResultSet row, int index) throws SQLException {
    return switch (column.kind()) {
      // PostgreSQL's own text of any type is read back by it without loss, infinity and all.
      case UNTYPED_TEXT, TEXT -> row.getString(index);
      case BINARY -> row.getBytes(index);
      case INTEGER -> row.getLong(index);
      case DYNAMIC, OTHER -> plain(row, index);
    };
  }

  private @Nullable Object plain(ResultSet row, int index) throws SQLException {
    Object value = row.getObject(index);
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof BigInteger big) {
      return new BigDecimal(big);
    }
    if (value instanceof Float number) {
      return number.doubleValue();
    }
    if (value instanceof Timestamp) {
      return row.getObject(index, LocalDateTime.class);
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    return value instanceof Time ? row.getObject(index, LocalTime.class) : value;
  }

  /** Gives a statement a value to compare with. */
  void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else if (column.kind() == FoundColumn.Kind.UNTYPED_TEXT) {
      statement.setObject(index, value, Types.OTHER);
    } else {
      statement.setObject(index, value);
    }
  }
}
