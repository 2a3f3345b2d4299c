package dev.brine.jooq;

import java.util.function.UnaryOperator;

/**
 * How values of one type are kept in one kind of database: SQLAlchemy's bind and result processors.
 * Neither is given null.
 *
 * @param toDriver from the value a user knows to the one the driver is given
 * @param fromDriver the other way
 */
record StorageType(UnaryOperator<Object> toDriver, UnaryOperator<Object> fromDriver) {

  /** As it is. */
  static final StorageType PLAIN =
      new StorageType(UnaryOperator.identity(), UnaryOperator.identity());
}
