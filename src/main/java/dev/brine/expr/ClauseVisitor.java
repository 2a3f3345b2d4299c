package dev.brine.expr;

/**
 * One method for each kind of element and no defaults: a new kind does not compile until every
 * translation answers.
 *
 * @param <R> what a visit gives
 */
public interface ClauseVisitor<R> {

  R visitAggregateOrderBy(AggregateOrderBy aggregate);

  R visitAlias(Alias alias);

  R visitArrayLiteral(ArrayLiteral array);

  R visitAsBoolean(AsBoolean asBoolean);

  R visitBinary(BinaryExpression binary);

  R visitBindParameter(BindParameter bind);

  R visitBooleanClauseList(BooleanClauseList list);

  R visitCase(Case element);

  R visitCast(Cast cast);

  R visitClauseList(ClauseList list);

  R visitCollation(Collation collation);

  R visitCollectionAggregate(CollectionAggregate aggregate);

  R visitColumn(ColumnRef column);

  R visitCompoundSelect(CompoundSelect select);

  R visitConstant(Constant constant);

  R visitCte(Cte cte);

  R visitExists(Exists exists);

  R visitDelete(Delete delete);

  R visitExpressionClauseList(ExpressionClauseList list);

  R visitExtract(Extract extract);

  R visitFromGrouping(FromGrouping grouping);

  R visitFunction(FunctionCall function);

  R visitFunctionFilter(FunctionFilter filter);

  R visitFunctionOrderBy(FunctionOrderBy ordered);

  R visitGrouping(Grouping grouping);

  R visitInsert(Insert insert);

  R visitJoin(Join join);

  R visitLabel(Label label);

  R visitLabelReference(LabelReference reference);

  R visitMysqlMatch(MysqlMatch match);

  R visitNextValue(NextValue next);

  R visitOpaque(Opaque opaque);

  R visitOver(Over over);

  R visitScalarSelect(ScalarSelect select);

  R visitSelect(Select select);

  R visitSelectStatementGrouping(SelectStatementGrouping grouping);

  R visitSlice(Slice slice);

  R visitSubquery(Subquery subquery);

  R visitTable(TableRef table);

  R visitFunctionAsBinary(FunctionAsBinary function);

  R visitLateral(Lateral lateral);

  R visitScalarFunctionColumn(ScalarFunctionColumn column);

  R visitScalarValues(ScalarValues values);

  R visitTableSample(TableSample sample);

  R visitTableValuedAlias(TableValuedAlias alias);

  R visitTableValuedColumn(TableValuedColumn column);

  R visitTableValuedFunction(TableValuedFunction function);

  R visitValues(Values values);

  R visitTableClause(TableClause table);

  R visitText(TextClause text);

  R visitTextualSelect(TextualSelect select);

  R visitTextualLabelReference(TextualLabelReference reference);

  R visitTuple(Tuple tuple);

  R visitTypeCoerce(TypeCoerce coerce);

  R visitUnary(UnaryExpression unary);

  R visitUpdate(Update update);

  R visitWithinGroup(WithinGroup within);

  R visitAliasedEntity(AliasedEntity entity);

  R visitAnnotatedColumn(AnnotatedColumn column);

  R visitBundle(Bundle bundle);

  R visitFromStatement(FromStatement statement);

  R visitMappedAttribute(MappedAttribute attribute);

  R visitMappedClass(MappedClass mapped);

  R visitMappedProperty(MappedProperty property);

  R visitOrmJoin(OrmJoin join);

  R visitQuery(Query query);
}
