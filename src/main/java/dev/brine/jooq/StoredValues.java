package dev.brine.jooq;

import dev.brine.error.DatabaseException;
import dev.brine.schema.SqlType;
import dev.brine.sql.Dialect;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The whole way of values of one type in one dialect: first SQLAlchemy's part, then the driver's.
 */
record StoredValues(SqlType type, StorageType storage, DriverValues driver) {

  static StoredValues of(SqlType type, Dialect dialect) {
    StorageTypes types = new StorageTypes(dialect);
    return new StoredValues(type, types.of(type), DriverValues.of(types.family()));
  }

  @Nullable Object toDriver(@Nullable Object value) {
    Object plain = PythonArguments.plain(value);
    return plain == null ? null : storage.toDriver().apply(plain);
  }

  void write(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
    driver.write(statement, index, toDriver(value));
  }

  @Nullable Object read(ResultSet result, int index) throws SQLException {
    Object raw = driver.read(result, index);
    try {
      return raw == null ? null : storage.fromDriver().apply(raw);
    } catch (RuntimeException e) {
      throw new DatabaseException(
          "column %d holds %s, which is no value of %s"
              .formatted(index, raw, type.name().pythonName()),
          null,
          e);
    }
  }
}
