package dev.brine.expr;

import dev.brine.schema.SqlType;

/**
 * A statement that gives rows and may stand in another: SQLAlchemy's {@code SelectBase}
 * (rel_2_0_52, {@code sql/selectable.py}).
 */
public sealed interface SelectBase extends Statement
    permits GenerativeSelect, SelectStatementGrouping, TextualSelect {

  /** {@code set_label_style(style)}: the same with its columns named otherwise. */
  SelectBase setLabelStyle(LabelStyle style);

  /** The type of the first column. */
  default SqlType scalarType() {
    return selectedColumns().get(0).type();
  }

  /** {@code subquery()}: to select from, under a made-up name. */
  default Subquery subquery() {
    return Subquery.of(disambiguated());
  }

  /** {@code subquery(name)}: to select from. */
  default Subquery subquery(String name) {
    return Subquery.of(disambiguated(), name);
  }

  /** {@code lateral()}: a subquery under a made-up name that may refer to what stands before it. */
  default FromClause lateral() {
    return subquery().lateral();
  }

  /** {@code lateral(name)}. */
  default FromClause lateral(String name) {
    return subquery().lateral(name);
  }

  /** {@code scalar_subquery()}: its only value, to stand among values. */
  default ScalarSelect scalarSubquery() {
    return ScalarSelect.of(setLabelStyle(LabelStyle.NONE));
  }

  /** {@code exists()}: whether it gives any row. */
  default Exists exists() {
    return Exists.of(scalarSubquery());
  }

  /** {@code label(name)}: its only value under a name. */
  default Label label(String name) {
    return scalarSubquery().label(name);
  }

  /** Columns of one name are told apart where something selects from it. */
  private SelectBase disambiguated() {
    return labelStyle() == LabelStyle.NONE ? setLabelStyle(LabelStyle.DISAMBIGUATE_ONLY) : this;
  }

  /** In parentheses where an operand of a UNION needs them. */
  default SelectBase selfGroup() {
    return new SelectStatementGrouping(this);
  }

  /** {@code union(others…)}. */
  default CompoundSelect union(SelectBase... others) {
    return CompoundSelect.of(CompoundKeyword.UNION, this, others);
  }

  /** {@code union_all(others…)}. */
  default CompoundSelect unionAll(SelectBase... others) {
    return CompoundSelect.of(CompoundKeyword.UNION_ALL, this, others);
  }

  /** {@code except_(others…)}. */
  default CompoundSelect except(SelectBase... others) {
    return CompoundSelect.of(CompoundKeyword.EXCEPT, this, others);
  }

  /** {@code except_all(others…)}. */
  default CompoundSelect exceptAll(SelectBase... others) {
    return CompoundSelect.of(CompoundKeyword.EXCEPT_ALL, this, others);
  }

  /** {@code intersect(others…)}. */
  default CompoundSelect intersect(SelectBase... others) {
    return CompoundSelect.of(CompoundKeyword.INTERSECT, this, others);
  }

  /** {@code intersect_all(others…)}. */
  default CompoundSelect intersectAll(SelectBase... others) {
    return CompoundSelect.of(CompoundKeyword.INTERSECT_ALL, this, others);
  }
}
