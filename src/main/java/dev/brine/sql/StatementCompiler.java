package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.Affix;
import dev.brine.expr.AggregateOrderBy;
import dev.brine.expr.Alias;
import dev.brine.expr.ArrayLiteral;
import dev.brine.expr.AsBoolean;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BindParameter;
import dev.brine.expr.BooleanClauseList;
import dev.brine.expr.Case;
import dev.brine.expr.Cast;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ClauseList;
import dev.brine.expr.Collation;
import dev.brine.expr.CollectionAggregate;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.CompoundSelect;
import dev.brine.expr.Constant;
import dev.brine.expr.Cte;
import dev.brine.expr.Delete;
import dev.brine.expr.Exists;
import dev.brine.expr.ExpressionClauseList;
import dev.brine.expr.Extract;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.FromHint;
import dev.brine.expr.FunctionAsBinary;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.FunctionFilter;
import dev.brine.expr.Grouping;
import dev.brine.expr.IndependentCte;
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
import dev.brine.schema.SqlType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends each element to the compiler of its kind, and keeps where in the statement it stands. Not
 * thread-safe; one for each compilation.
 */
final class StatementCompiler extends OrmRefusals implements ElementCompiler {

  private final Compilation compilation;
  private final OperatorCompiler operators;
  private final FromCompiler froms;
  private final ColumnCompiler columns;
  private final SelectCompiler selects;
  private final CompoundCompiler compounds;
  private final CteCompiler ctes;
  private final LabelCompiler labels;
  private final BindCompiler binds;
  private final FunctionCompiler functions;
  private final TextCompiler texts;
  private final SpecialFromCompiler specialFroms;
  private final LiteralRenderer literals;
  private final DmlCompiler changes;
  private final ConversionCompiler conversions;
  private final WindowCompiler windows;
  private Scope scope = Scope.TOP;

  StatementCompiler(Compilation compilation) {
    this.compilation = compilation;
    this.operators = new OperatorCompiler(this, compilation.rules());
    this.froms = new FromCompiler(this, compilation);
    this.columns = new ColumnCompiler(this, compilation);
    this.selects = new SelectCompiler(this, compilation);
    this.compounds = new CompoundCompiler(this, compilation, selects);
    this.ctes = new CteCompiler(this, compilation, selects);
    this.labels = new LabelCompiler(this, compilation);
    this.binds = new BindCompiler(this, compilation);
    this.functions = new FunctionCompiler(this, compilation);
    this.texts = new TextCompiler(this, compilation);
    this.conversions = new ConversionCompiler(this, compilation.rules());
    this.windows = new WindowCompiler(this, compilation.rules());
    this.specialFroms = new SpecialFromCompiler(this, compilation, froms, ctes);
    this.literals = new LiteralRenderer(compilation.rules(), compilation.options());
    this.changes = new DmlCompiler(this, compilation);
  }

  Fragment compileRoot(ClauseElement element) {
    return compile(element, Scope.TOP.literalBinds(compilation.options().literalBinds()));
  }

  @Override
  public Fragment compile(ClauseElement element) {
    try {
      return element.accept(this);
    } catch (CompileException e) {
      compilation.failedIn(element);
      throw e;
    }
  }

  @Override
  public Fragment compileApart(ClauseElement element) {
    return compile(element, Scope.TOP);
  }

  @Override
  public Fragment compileLiterally(ClauseElement element) {
    return compile(element, scope.literalExecute());
  }

  @Override
  public boolean isForServer() {
    return compilation.options().forServer();
  }

  @Override
  public boolean isSubquery() {
    return compilation.stack().depth() > 1;
  }

  Fragment compile(ClauseElement element, Scope inside) {
    return within(inside, () -> compile(element));
  }

  /** Runs something with the elements it compiles standing elsewhere. */
  <T> T within(Scope inside, Supplier<T> compile) {
    Scope outside = scope;
    scope = inside;
    try {
      return compile.get();
    } finally {
      scope = outside;
    }
  }

  /** Where the element that is being compiled stands. */
  Scope scope() {
    return scope;
  }

  @Override
  public Fragment binary(BinaryExpression binary, String operator) {
    return operators.infix(binary, operator, false);
  }

  @Override
  public Fragment eagerlyGroupedBinary(BinaryExpression binary, String operator) {
    return operators.infix(binary, operator, true);
  }

  @Override
  public Fragment cast(ColumnElement element, SqlType type) {
    return compilation.rules().cast(this, element, type);
  }

  @Override
  public String literal(@Nullable Object value, SqlType type) {
    return literals.render(value, type);
  }

  @Override
  public Fragment visitAggregateOrderBy(AggregateOrderBy aggregate) {
    return compilation.rules().aggregateOrderBy(this, aggregate);
  }

  @Override
  public Fragment visitAlias(Alias alias) {
    return froms.alias(alias);
  }

  @Override
  public Fragment visitArrayLiteral(ArrayLiteral array) {
    return compilation.rules().arrayLiteral(this, array);
  }

  @Override
  public Fragment visitAsBoolean(AsBoolean asBoolean) {
    return operators.asBoolean(asBoolean);
  }

  @Override
  public Fragment visitBinary(BinaryExpression binary) {
    return operators.binary(binary);
  }

  @Override
  public Fragment visitBindParameter(BindParameter bind) {
    return binds.compile(bind, scope);
  }

  @Override
  public Fragment visitBooleanClauseList(BooleanClauseList list) {
    return operators.chain(list.operator(), list.clauses());
  }

  @Override
  public Fragment visitCase(Case choice) {
    return conversions.choice(choice);
  }

  @Override
  public Fragment visitCast(Cast cast) {
    return conversions.cast(compilation.options().renderers().taught(cast, compilation.dialect()));
  }

  @Override
  public Fragment visitClauseList(ClauseList list) {
    return operators.list(list);
  }

  @Override
  public Fragment visitCollation(Collation collation) {
    return Fragment.of(compilation.rules().collation(collation.name()));
  }

  @Override
  public Fragment visitCollectionAggregate(CollectionAggregate aggregate) {
    return operators.collectionAggregate(aggregate);
  }

  @Override
  public Fragment visitColumn(ColumnRef column) {
    return columns.column(column);
  }

  @Override
  public Fragment visitCompoundSelect(CompoundSelect select) {
    return compounds.compound(select);
  }

  @Override
  public Fragment visitConstant(Constant constant) {
    return Fragment.of(
        switch (constant) {
          case NULL -> "NULL";
          case TRUE -> compilation.rules().booleanText(true);
          case FALSE -> compilation.rules().booleanText(false);
        });
  }

  @Override
  public Fragment visitCte(Cte cte) {
    return ctes.reference(cte);
  }

  @Override
  public Fragment visitExists(Exists exists) {
    return Fragment.of("EXISTS ", compile(exists.element()));
  }

  @Override
  public Fragment visitDelete(Delete delete) {
    return changes.delete(delete);
  }

  @Override
  public Fragment visitExpressionClauseList(ExpressionClauseList list) {
    return operators.chain(list.operator(), list.clauses());
  }

  @Override
  public Fragment visitExtract(Extract extract) {
    return compilation.rules().extract(this, extract);
  }

  @Override
  public Fragment visitFromGrouping(FromGrouping grouping) {
    return froms.grouping(grouping);
  }

  @Override
  public Fragment visitFunction(FunctionCall function) {
    return functions.compile(function);
  }

  @Override
  public Fragment visitFunctionFilter(FunctionFilter filter) {
    return windows.filter(filter);
  }

  @Override
  public Fragment visitGrouping(Grouping grouping) {
    return Fragment.of("(", compile(grouping.element()), ")");
  }

  @Override
  public Fragment visitInsert(Insert insert) {
    return changes.insert(insert);
  }

  @Override
  public Fragment visitJoin(Join join) {
    return froms.join(join);
  }

  @Override
  public Fragment visitLabel(Label label) {
    return columns.label(label);
  }

  @Override
  public Fragment visitLabelReference(LabelReference reference) {
    return labels.labelReference(reference);
  }

  @Override
  public Fragment visitMysqlMatch(MysqlMatch match) {
    return compilation.rules().mysqlMatch(this, match);
  }

  @Override
  public Fragment visitNextValue(NextValue next) {
    DialectRules rules = compilation.rules();
    Sequence own = next.sequence();
    QuotedName schema = compilation.options().schemas().schema(own.schema());
    Sequence sequence = new Sequence(own.name(), schema, own.isOptional());
    return Fragment.of(rules.dml().nextValue(rules.identifiers(), sequence));
  }

  @Override
  public Fragment visitOpaque(Opaque opaque) {
    SqlWriter out = new SqlWriter(this, compilation);
    compilation.options().renderers().render(opaque, out);
    return out.fragment();
  }

  /** Nothing selects from it, wherever it stands. */
  @Override
  public Fragment visitScalarSelect(ScalarSelect select) {
    return Fragment.of("(", compile(select.element(), scope.from(false)), ")");
  }

  @Override
  public Fragment visitOver(Over over) {
    return windows.over(over);
  }

  @Override
  public Fragment visitSelect(Select select) {
    return selects.select(select);
  }

  @Override
  public Fragment visitSelectStatementGrouping(SelectStatementGrouping grouping) {
    return compounds.grouping(grouping);
  }

  @Override
  public Fragment visitSubquery(Subquery subquery) {
    return froms.subquery(subquery);
  }

  @Override
  public Fragment visitSlice(Slice slice) {
    return compilation.rules().slice(this, slice);
  }

  @Override
  public Fragment visitTable(TableRef table) {
    return froms.table(table);
  }

  @Override
  public Fragment visitFunctionAsBinary(FunctionAsBinary function) {
    return compile(function.function());
  }

  @Override
  public Fragment visitLateral(Lateral lateral) {
    return specialFroms.lateral(lateral);
  }

  @Override
  public Fragment visitScalarFunctionColumn(ScalarFunctionColumn column) {
    return columns.field(column);
  }

  @Override
  public Fragment visitScalarValues(ScalarValues values) {
    return Fragment.of("(", specialFroms.rows(values.data()), ")");
  }

  @Override
  public Fragment visitTableSample(TableSample sample) {
    return specialFroms.sample(sample);
  }

  @Override
  public Fragment visitTableValuedAlias(TableValuedAlias alias) {
    return specialFroms.alias(alias);
  }

  @Override
  public Fragment visitTableValuedColumn(TableValuedColumn column) {
    return columns.tableValued(column);
  }

  @Override
  public Fragment visitTableValuedFunction(TableValuedFunction function) {
    return functions.compile(function);
  }

  @Override
  public Fragment visitValues(Values values) {
    return specialFroms.values(values);
  }

  /** What stands behind FROM but is neither a table nor a SELECT. */
  SpecialFromCompiler specialFroms() {
    return specialFroms;
  }

  @Override
  public Fragment visitTableClause(TableClause table) {
    return froms.table(table);
  }

  @Override
  public Fragment visitText(TextClause text) {
    return texts.text(text);
  }

  @Override
  public Fragment visitTextualSelect(TextualSelect select) {
    return texts.select(select);
  }

  @Override
  public Fragment visitTextualLabelReference(TextualLabelReference reference) {
    return labels.textualLabelReference(reference);
  }

  @Override
  public Fragment visitTuple(Tuple tuple) {
    return conversions.tuple(tuple);
  }

  @Override
  public Fragment visitTypeCoerce(TypeCoerce coerce) {
    return conversions.coerce(coerce);
  }

  @Override
  public Fragment visitUnary(UnaryExpression unary) {
    return operators.unary(unary);
  }

  @Override
  public Fragment visitUpdate(Update update) {
    return changes.update(update);
  }

  @Override
  public Fragment visitWithinGroup(WithinGroup within) {
    return windows.withinGroup(within);
  }

  /** Columns between SELECT and FROM, which may be given a label. */
  ColumnCompiler columns() {
    return columns;
  }

  /** CTEs that a statement has whether it refers to them or not. */
  void independentCtes(List<IndependentCte> independent) {
    ctes.independent(independent);
  }

  /** What is written for this dialect behind a keyword. */
  Fragment affixes(List<Affix> affixes) {
    return selects.affixes(affixes);
  }

  /** Whether something is written that was said for this dialect alone. */
  boolean isMeant(String dialect) {
    return selects.isMeant(dialect);
  }

  /** What a hint says, with the name of what it is about filled in. */
  String hintText(FromHint hint) {
    return froms.hintText(hint);
  }

  /** What a hint says that names nothing. */
  String hintText(String hint) {
    return froms.asSeen(hint);
  }

  @Override
  public Fragment nameOf(ClauseElement from) {
    return compile(
        from, scope.with(Scope.Place.NAME_ONLY, true).with(Scope.Place.BARE_TABLES, true));
  }
}
