package dev.brine.sql;

/**
 * What a dialect can do with statements that change rows: the flags of SQLAlchemy's {@code
 * DefaultDialect} that decide how they are compiled (rel_2_0_58, {@code engine/default.py}).
 */
enum DmlFeature {
  /** {@code insert_returning}. */
  INSERT_RETURNING,
  /** {@code update_returning}. */
  UPDATE_RETURNING,
  /** {@code delete_returning}. */
  DELETE_RETURNING,
  /** {@code supports_default_values}: {@code INSERT INTO t DEFAULT VALUES}. */
  DEFAULT_VALUES,
  /** {@code supports_default_metavalue}: {@code VALUES (DEFAULT)}. */
  DEFAULT_AS_VALUE,
  /** {@code supports_empty_insert}: {@code INSERT INTO t () VALUES ()}. */
  EMPTY_INSERT,
  /** {@code supports_multivalues_insert}. */
  MANY_ROWS,
  /** {@code insert_null_pk_still_autoincrements}. */
  NULL_KEY_IS_NUMBERED,
  /** {@code postfetch_lastrowid}: the driver knows the key of the last row. */
  LAST_ROW_ID,
  /** {@code favor_returning_over_lastrowid}. */
  PREFERS_RETURNING,
  /** {@code preexecute_autoincrement_sequences}. */
  NUMBERS_BY_SEQUENCES,
  /** {@code supports_sequences}. */
  SEQUENCES,
  /** {@code sequences_optional}. */
  SEQUENCES_ARE_OPTIONAL,
  /** {@code cte_follows_insert}. */
  CTE_FOLLOWS_INSERT,
  /** {@code render_table_with_column_in_update_from}. */
  TABLES_IN_SET,
  /** {@code returning_precedes_values}. */
  RETURNING_PRECEDES_VALUES
}
