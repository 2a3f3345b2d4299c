package dev.brine.jooq;

import dev.brine.error.BrineException;
import dev.brine.error.DatabaseException;
import dev.brine.pickle.PythonTime;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.sql.Dialect;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/**
 * The whole way of values of one type in one dialect: first SQLAlchemy's part, then the driver's.
 */
record StoredValues(SqlType type, StorageType storage, DriverValues driver) {

  static StoredValues of(SqlType type, Dialect dialect, UserTypes userTypes) {
    StorageTypes types = new StorageTypes(dialect, userTypes);
    return new StoredValues(type, types.of(type), DriverValues.of(types.family()));
  }

  /**
   * What the driver is given for a value.
   *
   * @throws DatabaseException if it is no value of the type
   */
  @Nullable Object toDriver(@Nullable Object value) {
    if (value instanceof PythonTime time && lacksOffset(time) && !driver.takesTimesOfZones()) {
      throw new DatabaseException(
          "the time %s has a time zone, which has an offset only on a date".formatted(time.local()),
          "give the parameter a time without a zone, or with one of a fixed offset");
    }
    // A pickle tells a tuple from a list.
    boolean keepsAll = type.affinity() == TypeName.PICKLE_TYPE;
    try {
      return storage.toDriver().apply(keepsAll ? value : PythonArguments.plain(value));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new DatabaseException(
          "%s is no value of %s: %s".formatted(value, type.name().qualifiedName(), e.getMessage()),
          "give the parameter a value of its type, or another type",
          e);
    }
  }

  private static boolean lacksOffset(PythonTime time) {
    return time.tzinfo() != null && time.offset() == null;
  }

  void write(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
    driver.write(statement, index, toDriver(value));
  }

  /**
   * The value of a column.
   *
   * @throws DatabaseException if the column holds what is no value of the type
   */
  @Nullable Object read(ResultSet result, int index) throws SQLException {
    try {
      return storage.fromDriver().apply(driver.read(result, index));
    } catch (BrineException e) {
      throw wrong(result, index, e.hint(), e);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw wrong(result, index, null, e);
    }
  }

  private DatabaseException wrong(
      ResultSet result, int index, @Nullable String hint, RuntimeException cause)
      throws SQLException {
    return new DatabaseException(
        "column '%s' holds %s, which is no value of %s: %s"
            .formatted(
                result.getMetaData().getColumnLabel(index),
                result.getString(index),
                type.name().qualifiedName(),
                cause.getMessage()),
        hint,
        cause);
  }
}
