package dev.brine.jooq;

import dev.brine.sql.Dialect;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type are kept in one kind of database: SQLAlchemy's bind and result processors.
 *
 * @param toDriver from the value a user knows to the one the driver is given
 * @param fromDriver the other way
 */
record StorageType(Conversion toDriver, Conversion fromDriver) {

  /** As it is. */
  static final StorageType PLAIN = new StorageType(value -> value, value -> value);

  /** One way of a value; null is None to the user and NULL to the driver. */
  interface Conversion {

    @Nullable Object apply(@Nullable Object value);

    /** For values alone: what is not there stays away. */
    static Conversion ofValues(UnaryOperator<Object> change) {
      return value -> value == null ? null : change.apply(value);
    }
  }

  /** A type to which NULL is None. */
  static StorageType of(UnaryOperator<Object> toDriver, UnaryOperator<Object> fromDriver) {
    return new StorageType(Conversion.ofValues(toDriver), Conversion.ofValues(fromDriver));
  }

  /** What a user's class makes of values, before and after this type. */
  StorageType within(UserType outer, Dialect dialect) {
    return new StorageType(
        value -> toDriver.apply(outer.toDatabase(value, dialect)),
        stored -> outer.fromDatabase(fromDriver.apply(stored), dialect));
  }
}
