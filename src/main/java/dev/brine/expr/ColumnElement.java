package dev.brine.expr;

import dev.brine.schema.SqlType;

/**
 * A value in SQL: something that can stand in a select list or a condition. SQLAlchemy's {@code
 * ColumnElement}.
 */
public sealed interface ColumnElement extends ClauseElement, ColumnOperators
    permits AggregateOrderBy,
        AnnotatedColumn,
        ArrayLiteral,
        AsBoolean,
        BinaryExpression,
        BindParameter,
        BooleanClauseList,
        Bundle,
        Case,
        Cast,
        ClauseList,
        Collation,
        CollectionAggregate,
        ColumnRef,
        Constant,
        Exists,
        ExpressionClauseList,
        Extract,
        FunctionCall,
        FunctionFilter,
        FunctionOrderBy,
        Grouping,
        Label,
        LabelReference,
        MappedAttribute,
        MappedProperty,
        MysqlMatch,
        NextValue,
        Opaque,
        Over,
        ScalarSelect,
        Slice,
        ScalarFunctionColumn,
        ScalarValues,
        TableValuedColumn,
        FunctionAsBinary,
        TextClause,
        TextualLabelReference,
        Tuple,
        TypeCoerce,
        UnaryExpression,
        WithinGroup {

  /** The type of the value; {@code NullType} where SQLAlchemy knows none. */
  SqlType type();

  /**
   * Whether every database takes it for a condition, even one without booleans: {@code
   * _is_implicitly_boolean}.
   */
  default boolean isImplicitlyBoolean() {
    return false;
  }

  /**
   * This value as an operand of an operator: in parentheses where its precedence asks for them, a
   * bare boolean under AND and OR as a condition. SQLAlchemy's {@code self_group(against)}.
   */
  default ColumnElement selfGroup(Operator against) {
    return Groups.plain(this, against);
  }

  /** In parentheses if an operator made it, whatever stands beside it: {@code self_group()}. */
  default ColumnElement selfGroup() {
    return selfGroup(Groups.TIGHTEST);
  }

  /** This value where it is the only condition: {@code self_group(against=_asbool)}. */
  default ColumnElement asCondition() {
    return selfGroup(Groups.AS_CONDITION);
  }
}
