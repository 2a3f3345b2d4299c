package dev.brine.expr;

import org.jspecify.annotations.Nullable;

/** Which of SQLAlchemy's classes an INSERT is of: what it may say about rows that are there. */
public enum InsertFlavour {
  /** {@code sqlalchemy.insert()}. */
  STANDARD(null),
  /** {@code sqlalchemy.dialects.postgresql.insert()}: ON CONFLICT. */
  POSTGRESQL("excluded"),
  /** {@code sqlalchemy.dialects.sqlite.insert()}: ON CONFLICT. */
  SQLITE("excluded"),
  /** {@code sqlalchemy.dialects.mysql.insert()}: ON DUPLICATE KEY UPDATE. */
  MYSQL("inserted");

  private final @Nullable String rowAlias;

  InsertFlavour(@Nullable String rowAlias) {
    this.rowAlias = rowAlias;
  }

  /** What the row that was to be inserted is called; null where it cannot be spoken of. */
  @Nullable String rowAlias() {
    return rowAlias;
  }
}
