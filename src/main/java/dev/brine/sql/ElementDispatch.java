package dev.brine.sql;

import dev.brine.expr.AggregateOrderBy;
import dev.brine.expr.Alias;
import dev.brine.expr.ArrayLiteral;
import dev.brine.expr.AsBoolean;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BindParameter;
import dev.brine.expr.BooleanClauseList;
import dev.brine.expr.Case;
import dev.brine.expr.Cast;
import dev.brine.expr.ClauseList;
import dev.brine.expr.Collation;
import dev.brine.expr.CollectionAggregate;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.CompoundSelect;
import dev.brine.expr.Constant;
import dev.brine.expr.Cte;
import dev.brine.expr.Delete;
import dev.brine.expr.Exists;
import dev.brine.expr.ExpressionClauseList;
import dev.brine.expr.Extract;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.FunctionAsBinary;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.FunctionFilter;
import dev.brine.expr.FunctionOrderBy;
import dev.brine.expr.Grouping;
import dev.brine.expr.Insert;
import dev.brine.expr.Join;
import dev.brine.expr.Label;
import dev.brine.expr.LabelReference;
import dev.brine.expr.Lateral;
import dev.brine.expr.MysqlMatch;
import dev.brine.expr.NextValue;
import dev.brine.expr.Opaque;
import dev.brine.expr.Over;
import dev.brine.expr.ScalarFunctionColumn;
import dev.brine.expr.ScalarSelect;
import dev.brine.expr.ScalarValues;
import dev.brine.expr.Select;
import dev.brine.expr.SelectStatementGrouping;
import dev.brine.expr.Slice;
import dev.brine.expr.Subquery;
import dev.brine.expr.TableClause;
import dev.brine.expr.TableRef;
import dev.brine.expr.TableSample;
import dev.brine.expr.TableValuedAlias;
import dev.brine.expr.TableValuedColumn;
import dev.brine.expr.TableValuedFunction;
import dev.brine.expr.TextClause;
import dev.brine.expr.TextualLabelReference;
import dev.brine.expr.TextualSelect;
import dev.brine.expr.Tuple;
import dev.brine.expr.TypeCoerce;
import dev.brine.expr.UnaryExpression;
import dev.brine.expr.Update;
import dev.brine.expr.Values;
import dev.brine.expr.WithinGroup;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Sequence;

/** Sends each element to the compiler of its kind. */
abstract class ElementDispatch extends OrmRefusals {

  abstract StatementCompiler statement();

  abstract Compilers compilers();

  abstract Compilation compilation();

  @Override
  public Fragment visitAggregateOrderBy(AggregateOrderBy aggregate) {
    return compilation().rules().aggregateOrderBy(statement(), aggregate);
  }

  @Override
  public Fragment visitAlias(Alias alias) {
    return compilers().froms.alias(alias);
  }

  @Override
  public Fragment visitArrayLiteral(ArrayLiteral array) {
    return compilation().rules().arrayLiteral(statement(), array);
  }

  @Override
  public Fragment visitAsBoolean(AsBoolean asBoolean) {
    return compilers().operators.asBoolean(asBoolean);
  }

  @Override
  public Fragment visitBinary(BinaryExpression binary) {
    return compilers().operators.binary(binary);
  }

  @Override
  public Fragment visitBindParameter(BindParameter bind) {
    return compilers().binds.compile(bind, statement().scope());
  }

  @Override
  public Fragment visitBooleanClauseList(BooleanClauseList list) {
    return compilers().operators.chain(list.operator(), list.clauses());
  }

  @Override
  public Fragment visitCase(Case choice) {
    return compilers().conversions.choice(choice);
  }

  @Override
  public Fragment visitCast(Cast cast) {
    return compilers()
        .conversions
        .cast(compilation().options().renderers().taught(cast, compilation().dialect()));
  }

  @Override
  public Fragment visitClauseList(ClauseList list) {
    return compilers().operators.list(list);
  }

  @Override
  public Fragment visitCollation(Collation collation) {
    return Fragment.of(compilation().rules().collation(collation.name()));
  }

  @Override
  public Fragment visitCollectionAggregate(CollectionAggregate aggregate) {
    return compilers().operators.collectionAggregate(aggregate);
  }

  @Override
  public Fragment visitColumn(ColumnRef column) {
    return compilers().columns.column(column);
  }

  @Override
  public Fragment visitCompoundSelect(CompoundSelect select) {
    return compilers().compounds.compound(select);
  }

  @Override
  public Fragment visitConstant(Constant constant) {
    return Fragment.of(
        switch (constant) {
          case NULL -> "NULL";
          case TRUE -> compilation().rules().booleanText(true);
          case FALSE -> compilation().rules().booleanText(false);
        });
  }

  @Override
  public Fragment visitCte(Cte cte) {
    return compilers().ctes.reference(cte);
  }

  @Override
  public Fragment visitExists(Exists exists) {
    return Fragment.of("EXISTS ", statement().compile(exists.element()));
  }

  @Override
  public Fragment visitDelete(Delete delete) {
    return compilers().changes.delete(delete);
  }

  @Override
  public Fragment visitExpressionClauseList(ExpressionClauseList list) {
    return compilers().operators.chain(list.operator(), list.clauses());
  }

  @Override
  public Fragment visitExtract(Extract extract) {
    return compilation().rules().extract(statement(), extract);
  }

  @Override
  public Fragment visitFromGrouping(FromGrouping grouping) {
    return compilers().froms.grouping(grouping);
  }

  @Override
  public Fragment visitFunction(FunctionCall function) {
    return compilers().functions.compile(function);
  }

  @Override
  public Fragment visitFunctionFilter(FunctionFilter filter) {
    return compilers().windows.filter(filter);
  }

  @Override
  public Fragment visitFunctionOrderBy(FunctionOrderBy ordered) {
    return compilers().functions.ordered(ordered);
  }

  @Override
  public Fragment visitGrouping(Grouping grouping) {
    return Fragment.of("(", statement().compile(grouping.element()), ")");
  }

  @Override
  public Fragment visitInsert(Insert insert) {
    return compilers().changes.insert(insert);
  }

  @Override
  public Fragment visitJoin(Join join) {
    return compilers().froms.join(join);
  }

  @Override
  public Fragment visitLabel(Label label) {
    return compilers().columns.label(label);
  }

  @Override
  public Fragment visitLabelReference(LabelReference reference) {
    return compilers().labels.labelReference(reference);
  }

  @Override
  public Fragment visitMysqlMatch(MysqlMatch match) {
    return compilation().rules().mysqlMatch(statement(), match);
  }

  @Override
  public Fragment visitNextValue(NextValue next) {
    DialectRules rules = compilation().rules();
    Sequence own = next.sequence();
    QuotedName schema = compilation().options().schemas().schema(own.schema());
    Sequence sequence = new Sequence(own.name(), schema, own.isOptional());
    return Fragment.of(rules.dml().nextValue(rules.identifiers(), sequence));
  }

  @Override
  public Fragment visitOpaque(Opaque opaque) {
    return compilation()
        .withinCustom(
            () -> {
              SqlWriter out = new SqlWriter(statement(), compilation());
              compilation().options().renderers().render(opaque, out);
              return out.fragment();
            });
  }

  /** Nothing selects from it, wherever it stands. */
  @Override
  public Fragment visitScalarSelect(ScalarSelect select) {
    return Fragment.of(
        "(", statement().compile(select.element(), statement().scope().from(false)), ")");
  }

  @Override
  public Fragment visitOver(Over over) {
    return compilers().windows.over(over);
  }

  @Override
  public Fragment visitSelect(Select select) {
    return compilers().selects.select(select);
  }

  @Override
  public Fragment visitSelectStatementGrouping(SelectStatementGrouping grouping) {
    return compilers().compounds.grouping(grouping);
  }

  @Override
  public Fragment visitSubquery(Subquery subquery) {
    return compilers().froms.subquery(subquery);
  }

  @Override
  public Fragment visitSlice(Slice slice) {
    return compilation().rules().slice(statement(), slice);
  }

  @Override
  public Fragment visitTable(TableRef table) {
    return compilers().froms.table(table);
  }

  @Override
  public Fragment visitFunctionAsBinary(FunctionAsBinary function) {
    return statement().compile(function.function());
  }

  @Override
  public Fragment visitLateral(Lateral lateral) {
    return compilers().specialFroms.lateral(lateral);
  }

  @Override
  public Fragment visitScalarFunctionColumn(ScalarFunctionColumn column) {
    return compilers().columns.field(column);
  }

  @Override
  public Fragment visitScalarValues(ScalarValues values) {
    return Fragment.of("(", compilers().specialFroms.rows(values.data()), ")");
  }

  @Override
  public Fragment visitTableSample(TableSample sample) {
    return compilers().specialFroms.sample(sample);
  }

  @Override
  public Fragment visitTableValuedAlias(TableValuedAlias alias) {
    return compilers().specialFroms.alias(alias);
  }

  @Override
  public Fragment visitTableValuedColumn(TableValuedColumn column) {
    return compilers().columns.tableValued(column);
  }

  @Override
  public Fragment visitTableValuedFunction(TableValuedFunction function) {
    return compilers().functions.compile(function);
  }

  @Override
  public Fragment visitValues(Values values) {
    return compilers().specialFroms.values(values);
  }

  @Override
  public Fragment visitTableClause(TableClause table) {
    return compilers().froms.table(table);
  }

  @Override
  public Fragment visitText(TextClause text) {
    return compilers().texts.text(text);
  }

  @Override
  public Fragment visitTextualSelect(TextualSelect select) {
    return compilers().texts.select(select);
  }

  @Override
  public Fragment visitTextualLabelReference(TextualLabelReference reference) {
    return compilers().labels.textualLabelReference(reference);
  }

  @Override
  public Fragment visitTuple(Tuple tuple) {
    return compilers().conversions.tuple(tuple);
  }

  @Override
  public Fragment visitTypeCoerce(TypeCoerce coerce) {
    return compilers().conversions.coerce(coerce);
  }

  @Override
  public Fragment visitUnary(UnaryExpression unary) {
    return compilers().operators.unary(unary);
  }

  @Override
  public Fragment visitUpdate(Update update) {
    return compilers().changes.update(update);
  }

  @Override
  public Fragment visitWithinGroup(WithinGroup within) {
    return compilers().windows.withinGroup(within);
  }
}
