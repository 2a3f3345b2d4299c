package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import org.jspecify.annotations.Nullable;

/** What can be done with values that hold others: arrays, JSON and PostgreSQL's hstore. */
public sealed interface CollectionOperators permits ColumnOperators {

  /**
   * {@code column[index]}: an item of an array; of JSON the item of an index (a number) or key (a
   * text), or what lies at a path (a list of both).
   *
   * @throws dev.brine.error.UsageException if the type of this value has no items
   */
  default ColumnElement item(Object index) {
    return Items.of(self(), index);
  }

  /** {@code column[start:stop]}: a part of an array; null for an open end. */
  default ColumnElement slice(@Nullable Object start, @Nullable Object stop) {
    return Items.slice(self(), start, stop);
  }

  /** {@code as_string()}: an item of JSON as text. */
  default ColumnElement asString() {
    return Items.as(self(), Types.UNICODE);
  }

  /** {@code as_integer()}. */
  default ColumnElement asInteger() {
    return Items.as(self(), Types.INTEGER);
  }

  /** {@code as_float()}. */
  default ColumnElement asFloat() {
    return Items.as(self(), Types.FLOAT);
  }

  /** {@code as_numeric(precision, scale)}. */
  default ColumnElement asNumeric(int precision, int scale) {
    return Items.as(self(), Types.numeric(precision, scale));
  }

  /** {@code as_boolean()}. */
  default ColumnElement asBoolean() {
    return Items.as(self(), Types.BOOLEAN);
  }

  /** {@code as_json()}: an item of JSON as JSON, which it is. */
  default ColumnElement asJson() {
    SqlType type = self().type();
    return Items.as(self(), type);
  }

  private ColumnElement self() {
    return (ColumnElement) this;
  }
}
