package dev.brine.expr;

/**
 * How columns without a label are named in a select list: SQLAlchemy's {@code SelectLabelStyle}.
 */
public enum LabelStyle {
  /** As they are, even if two have one name. */
  NONE,
  /** {@code table_column}. */
  TABLENAME_PLUS_COL,
  /** As they are; a second one of the same name becomes {@code name_1}. The default. */
  DISAMBIGUATE_ONLY,
  /** As the ORM's {@code Query} did before 2.0. */
  LEGACY_ORM
}
