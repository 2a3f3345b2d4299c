package dev.brine.expr;

import java.util.List;

/** Rewrites values; see {@link Rewriter}. */
abstract sealed class ExpressionRewriter extends PartRewriter permits FromRewriter {

  @Override
  public ClauseElement visitAggregateOrderBy(AggregateOrderBy aggregate) {
    ColumnElement element = column(aggregate.element());
    ColumnElement orderBy = column(aggregate.orderBy());
    return isSame(element, aggregate.element()) && isSame(orderBy, aggregate.orderBy())
        ? aggregate
        : new AggregateOrderBy(element, orderBy);
  }

  @Override
  public ClauseElement visitArrayLiteral(ArrayLiteral array) {
    List<ColumnElement> clauses = columns(array.clauses());
    return isSame(clauses, array.clauses()) ? array : new ArrayLiteral(clauses, array.type());
  }

  @Override
  public ClauseElement visitAsBoolean(AsBoolean asBoolean) {
    ColumnElement element = column(asBoolean.element());
    return isSame(element, asBoolean.element())
        ? asBoolean
        : new AsBoolean(element, asBoolean.isTrue());
  }

  @Override
  public ClauseElement visitBinary(BinaryExpression binary) {
    ColumnElement left = column(binary.left());
    ColumnElement right = column(binary.right());
    return isSame(left, binary.left()) && isSame(right, binary.right())
        ? binary
        : new BinaryExpression(
            left, binary.operator(), right, binary.type(), binary.negate(), binary.modifiers());
  }

  @Override
  public ClauseElement visitBindParameter(BindParameter bind) {
    return bind;
  }

  @Override
  public ClauseElement visitBooleanClauseList(BooleanClauseList list) {
    List<ColumnElement> clauses = columns(list.clauses());
    return isSame(clauses, list.clauses()) ? list : new BooleanClauseList(list.operator(), clauses);
  }

  @Override
  public ClauseElement visitCase(Case element) {
    ColumnElement value = columnOrNull(element.value());
    List<Case.When> whens = each(element.whens(), this::when);
    ColumnElement otherwise = columnOrNull(element.otherwise());
    return isSame(value, element.value())
            && isSame(whens, element.whens())
            && isSame(otherwise, element.otherwise())
        ? element
        : new Case(value, whens, otherwise, element.type());
  }

  private Case.When when(Case.When when) {
    ColumnElement condition = column(when.condition());
    ColumnElement result = column(when.result());
    return isSame(condition, when.condition()) && isSame(result, when.result())
        ? when
        : new Case.When(condition, result);
  }

  @Override
  public ClauseElement visitCast(Cast cast) {
    ColumnElement element = column(cast.element());
    return isSame(element, cast.element()) ? cast : new Cast(element, cast.type(), cast.isTry());
  }

  @Override
  public ClauseElement visitClauseList(ClauseList list) {
    List<ColumnElement> clauses = columns(list.clauses());
    return isSame(clauses, list.clauses())
        ? list
        : new ClauseList(list.operator(), clauses, list.isGroup(), list.groupsContents());
  }

  @Override
  public ClauseElement visitCollation(Collation collation) {
    return collation;
  }

  @Override
  public ClauseElement visitCollectionAggregate(CollectionAggregate aggregate) {
    ColumnElement element = column(aggregate.element());
    return isSame(element, aggregate.element())
        ? aggregate
        : new CollectionAggregate(element, aggregate.operator());
  }

  @Override
  public ClauseElement visitColumn(ColumnRef column) {
    if (column.table() == null) {
      return column;
    }
    FromClause table = owner(column.table());
    return isSame(table, column.table()) ? column : column.of(table);
  }

  @Override
  public ClauseElement visitConstant(Constant constant) {
    return constant;
  }

  @Override
  public ClauseElement visitExists(Exists exists) {
    ColumnElement element = column(exists.element());
    return isSame(element, exists.element()) ? exists : new Exists(element);
  }

  @Override
  public ClauseElement visitExpressionClauseList(ExpressionClauseList list) {
    List<ColumnElement> clauses = columns(list.clauses());
    return isSame(clauses, list.clauses())
        ? list
        : new ExpressionClauseList(list.operator(), clauses, list.isGroup(), list.type());
  }

  @Override
  public ClauseElement visitExtract(Extract extract) {
    ColumnElement element = column(extract.element());
    return isSame(element, extract.element()) ? extract : new Extract(extract.field(), element);
  }

  @Override
  public ClauseElement visitFunction(FunctionCall function) {
    List<ColumnElement> arguments = columns(function.arguments());
    return isSame(arguments, function.arguments())
        ? function
        : new FunctionCall(
            function.name(),
            function.packageNames(),
            arguments,
            function.type(),
            function.isGeneric());
  }

  @Override
  public ClauseElement visitFunctionAsBinary(FunctionAsBinary comparison) {
    FunctionCall function = sameKind(FunctionCall.class, comparison.function());
    return isSame(function, comparison.function())
        ? comparison
        : new FunctionAsBinary(function, comparison.leftIndex(), comparison.rightIndex());
  }

  @Override
  public ClauseElement visitFunctionFilter(FunctionFilter filter) {
    ColumnElement element = column(filter.element());
    ColumnElement criterion = column(filter.criterion());
    return isSame(element, filter.element()) && isSame(criterion, filter.criterion())
        ? filter
        : new FunctionFilter(element, criterion);
  }

  @Override
  public ClauseElement visitFunctionOrderBy(FunctionOrderBy ordered) {
    ColumnElement element = column(ordered.element());
    List<ColumnElement> orderBy = columns(ordered.orderBy());
    return isSame(element, ordered.element()) && isSame(orderBy, ordered.orderBy())
        ? ordered
        : new FunctionOrderBy(element, orderBy);
  }

  @Override
  public ClauseElement visitGrouping(Grouping grouping) {
    ColumnElement element = column(grouping.element());
    return isSame(element, grouping.element()) ? grouping : new Grouping(element, grouping.type());
  }

  @Override
  public ClauseElement visitLabel(Label label) {
    ColumnElement element = column(label.element());
    return isSame(element, label.element())
        ? label
        : new Label(label.name(), element, label.type());
  }

  @Override
  public ClauseElement visitLabelReference(LabelReference reference) {
    ColumnElement element = column(reference.element());
    return isSame(element, reference.element()) ? reference : new LabelReference(element);
  }

  @Override
  public ClauseElement visitMysqlMatch(MysqlMatch match) {
    List<ColumnElement> columns = columns(match.columns());
    ColumnElement against = column(match.against());
    return isSame(columns, match.columns()) && isSame(against, match.against())
        ? match
        : new MysqlMatch(
            columns,
            against,
            match.isBooleanMode(),
            match.isNaturalLanguage(),
            match.hasQueryExpansion());
  }

  @Override
  public ClauseElement visitNextValue(NextValue next) {
    return next;
  }

  /** {@inheritDoc} What is not known is handed on as it is. */
  @Override
  public ClauseElement visitOpaque(Opaque opaque) {
    return opaque;
  }

  @Override
  public ClauseElement visitOver(Over over) {
    ColumnElement element = column(over.element());
    List<ColumnElement> partitionBy = columns(over.partitionBy());
    List<ColumnElement> orderBy = columns(over.orderBy());
    return isSame(element, over.element())
            && isSame(partitionBy, over.partitionBy())
            && isSame(orderBy, over.orderBy())
        ? over
        : new Over(element, partitionBy, orderBy, over.frame());
  }

  @Override
  public ClauseElement visitScalarFunctionColumn(ScalarFunctionColumn column) {
    FunctionCall function = sameKind(FunctionCall.class, column.function());
    return isSame(function, column.function())
        ? column
        : new ScalarFunctionColumn(function, column.name(), column.type());
  }

  @Override
  public ClauseElement visitScalarSelect(ScalarSelect select) {
    Statement element = statement(select.element());
    return isSame(element, select.element()) ? select : new ScalarSelect(element, select.type());
  }

  @Override
  public ClauseElement visitSlice(Slice slice) {
    ColumnElement start = column(slice.start());
    ColumnElement stop = column(slice.stop());
    ColumnElement step = column(slice.step());
    return isSame(start, slice.start()) && isSame(stop, slice.stop()) && isSame(step, slice.step())
        ? slice
        : new Slice(start, stop, step);
  }

  @Override
  public ClauseElement visitTableValuedColumn(TableValuedColumn column) {
    FromClause from = owner(column.from());
    return isSame(from, column.from()) || from.qualifier() == null
        ? column
        : new TableValuedColumn(from, column.type());
  }

  @Override
  public ClauseElement visitTextualLabelReference(TextualLabelReference reference) {
    return reference;
  }

  @Override
  public ClauseElement visitTuple(Tuple tuple) {
    List<ColumnElement> clauses = columns(tuple.clauses());
    return isSame(clauses, tuple.clauses()) ? tuple : new Tuple(clauses);
  }

  @Override
  public ClauseElement visitTypeCoerce(TypeCoerce coerce) {
    ColumnElement element = column(coerce.element());
    return isSame(element, coerce.element()) ? coerce : new TypeCoerce(element, coerce.type());
  }

  @Override
  public ClauseElement visitUnary(UnaryExpression unary) {
    ColumnElement element = column(unary.element());
    return isSame(element, unary.element())
        ? unary
        : new UnaryExpression(element, unary.operator(), unary.modifier(), unary.type());
  }

  @Override
  public ClauseElement visitWithinGroup(WithinGroup within) {
    ColumnElement element = column(within.element());
    List<ColumnElement> orderBy = columns(within.orderBy());
    return isSame(element, within.element()) && isSame(orderBy, within.orderBy())
        ? within
        : new WithinGroup(element, orderBy);
  }
}
