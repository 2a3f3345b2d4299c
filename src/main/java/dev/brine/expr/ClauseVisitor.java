package dev.brine.expr;

/**
 * One method for each kind of element and no defaults: a new kind does not compile until every
 * translation answers.
 *
 * @param <R> what a visit gives
 */
public interface ClauseVisitor<R> {

  R visitAlias(Alias alias);

  R visitAsBoolean(AsBoolean asBoolean);

  R visitBinary(BinaryExpression binary);

  R visitBindParameter(BindParameter bind);

  R visitBooleanClauseList(BooleanClauseList list);

  R visitClauseList(ClauseList list);

  R visitColumn(ColumnRef column);

  R visitCompoundSelect(CompoundSelect select);

  R visitConstant(Constant constant);

  R visitCte(Cte cte);

  R visitExists(Exists exists);

  R visitDelete(Delete delete);

  R visitExpressionClauseList(ExpressionClauseList list);

  R visitFromGrouping(FromGrouping grouping);

  R visitFunction(FunctionCall function);

  R visitGrouping(Grouping grouping);

  R visitInsert(Insert insert);

  R visitJoin(Join join);

  R visitLabel(Label label);

  R visitLabelReference(LabelReference reference);

  R visitOpaque(Opaque opaque);

  R visitScalarSelect(ScalarSelect select);

  R visitSelect(Select select);

  R visitSelectStatementGrouping(SelectStatementGrouping grouping);

  R visitSubquery(Subquery subquery);

  R visitTable(TableRef table);

  R visitTableClause(TableClause table);

  R visitText(TextClause text);

  R visitTextualSelect(TextualSelect select);

  R visitTextualLabelReference(TextualLabelReference reference);

  R visitUnary(UnaryExpression unary);

  R visitUpdate(Update update);
}
