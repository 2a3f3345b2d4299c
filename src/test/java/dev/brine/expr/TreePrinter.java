package dev.brine.expr;

import static dev.brine.expr.ValuePrinter.quoted;
import static dev.brine.expr.ValuePrinter.type;
import static dev.brine.expr.ValuePrinter.value;

import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import dev.brine.schema.Sequence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints an element as one line of text, as {@code python-fixtures/trees/printer.py} does. */
public final class TreePrinter extends OrmTreePrinter {

  private static final Pattern PLACEHOLDER = Pattern.compile("%\\(\\d+ (.*?)\\)s");

  private final SelectPrinter selects = new SelectPrinter(element -> element.accept(this));
  private final SpecialFromPrinter froms = new SpecialFromPrinter(element -> element.accept(this));
  private final ChangePrinter changes = new ChangePrinter(element -> element.accept(this));

  public static String print(ClauseElement element) {
    return element.accept(new TreePrinter());
  }

  private String many(List<? extends ClauseElement> elements) {
    return elements.stream()
        .map(element -> element.accept(this))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** An anonymous name by its base alone, as its number is made up. */
  static String name(Name name) {
    return name instanceof AnonymousName anonymous
        ? "~" + PLACEHOLDER.matcher(anonymous.template()).replaceAll("$1")
        : name.text();
  }

  private static String operator(@Nullable Operator operator) {
    if (operator instanceof CustomOperator custom) {
      return "custom(%s, %s, %s)"
          .formatted(quoted(custom.spelling()), custom.binding(), value(custom.isComparison()));
    }
    return operator instanceof StandardOperator standard ? standard.pythonName() : "none";
  }

  private static String bound(Frame.Bound bound) {
    return bound instanceof Frame.Offset offset
        ? Long.toString(offset.distance())
        : bound.toString();
  }

  static String flag(boolean isOn, String text) {
    return isOn ? text : "";
  }

  static String joinKind(boolean isOuter, boolean isFull) {
    return flag(isFull, "full ") + flag(isOuter, "outer ");
  }

  @Override
  public String visitAggregateOrderBy(AggregateOrderBy aggregate) {
    return "ordered(%s, %s)"
        .formatted(aggregate.element().accept(this), aggregate.orderBy().accept(this));
  }

  @Override
  public String visitAlias(Alias alias) {
    return "alias(" + alias.element().accept(this) + ", " + name(alias.name()) + ")";
  }

  @Override
  public String visitArrayLiteral(ArrayLiteral array) {
    return "array(%s, %s)".formatted(many(array.clauses()), type(array.type()));
  }

  @Override
  public String visitAsBoolean(AsBoolean asBoolean) {
    return "condition(%s, %s)"
        .formatted(asBoolean.isTrue() ? "is_true" : "is_false", asBoolean.element().accept(this));
  }

  @Override
  public String visitBinary(BinaryExpression binary) {
    StringBuilder extra = new StringBuilder();
    if (binary.negate() != null) {
      extra.append(", negate=").append(operator(binary.negate()));
    }
    Map<String, Object> modifiers = new TreeMap<>(binary.modifiers());
    modifiers.forEach((key, given) -> extra.append(", " + key + "=" + value(given)));
    return "binary(%s, %s, %s, %s%s)"
        .formatted(
            operator(binary.operator()),
            binary.left().accept(this),
            binary.right().accept(this),
            type(binary.type()),
            extra);
  }

  @Override
  public String visitBindParameter(BindParameter bind) {
    String expanding = expanding(bind);
    return "%s(%s, %s, %s%s%s%s%s%s%s)"
        .formatted(
            bind.isLimitOrOffset() ? "limit" : "bind",
            name(bind.key()),
            value(bind.value()),
            type(bind.type()),
            flag(bind.isRequired(), ", required"),
            flag(bind.isUnique(), ", unique"),
            expanding,
            flag(bind.isLiteralExecute(), ", literal_execute"),
            flag(bind.isOutParameter(), ", out"),
            flag(
                bind.key() instanceof QuotedName name && name.quoting() == Quoting.ALWAYS,
                ", quoted"));
  }

  private static String expanding(BindParameter bind) {
    if (!bind.isExpanding()) {
      return "";
    }
    return ", expanding "
        + (bind.expandOperator() == null ? "None" : operator(bind.expandOperator()));
  }

  @Override
  public String visitBooleanClauseList(BooleanClauseList list) {
    return operator(list.operator()) + "(" + many(list.clauses()) + ")";
  }

  @Override
  public String visitCase(Case choice) {
    String whens =
        choice.whens().stream()
            .map(when -> when.condition().accept(this) + ": " + when.result().accept(this))
            .collect(Collectors.joining(", "));
    String value = choice.value() == null ? "" : choice.value().accept(this) + ", ";
    String otherwise =
        choice.otherwise() == null ? "" : ", else " + choice.otherwise().accept(this);
    return "case(%s{%s}%s, %s)".formatted(value, whens, otherwise, type(choice.type()));
  }

  @Override
  public String visitCast(Cast cast) {
    return "%s(%s, %s)"
        .formatted(
            cast.isTry() ? "try_cast" : "cast", cast.element().accept(this), type(cast.type()));
  }

  @Override
  public String visitClauseList(ClauseList list) {
    return "clauses(" + operator(list.operator()) + ", " + many(list.clauses()) + ")";
  }

  @Override
  public String visitCollation(Collation collation) {
    return "collation(" + quoted(collation.name()) + ")";
  }

  @Override
  public String visitCollectionAggregate(CollectionAggregate aggregate) {
    return "%s(%s)".formatted(operator(aggregate.operator()), aggregate.element().accept(this));
  }

  @Override
  public String visitColumn(ColumnRef column) {
    if (column.isLiteral()) {
      return "literal(" + quoted(column.name().text()) + ", " + type(column.type()) + ")";
    }
    Name of = column.table() == null ? null : column.table().qualifier();
    String table = of == null ? "" : name(of) + ".";
    String key = column.name() instanceof AnonymousName ? "~" : column.key();
    return table + key + ":" + type(column.type());
  }

  @Override
  public String visitCompoundSelect(CompoundSelect select) {
    return selects.compound(select);
  }

  @Override
  public String visitConstant(Constant constant) {
    return constant.name();
  }

  @Override
  public String visitCte(Cte cte) {
    return selects.cte(cte);
  }

  @Override
  public String visitExists(Exists exists) {
    return "exists(" + exists.element().accept(this) + ")";
  }

  @Override
  public String visitDelete(Delete delete) {
    return changes.delete(delete);
  }

  @Override
  public String visitExpressionClauseList(ExpressionClauseList list) {
    return "list(%s, %s, %s%s)"
        .formatted(
            operator(list.operator()),
            many(list.clauses()),
            type(list.type()),
            flag(!list.isGroup(), ", no group"));
  }

  @Override
  public String visitExtract(Extract extract) {
    return "extract(%s, %s)".formatted(extract.field(), extract.element().accept(this));
  }

  @Override
  public String visitFromGrouping(FromGrouping grouping) {
    return "group(" + grouping.element().accept(this) + ")";
  }

  @Override
  public String visitFunction(FunctionCall function) {
    String called =
        Stream.concat(function.packageNames().stream(), Stream.of(function.name().text()))
            .collect(Collectors.joining("."));
    return "func(%s, %s, %s%s)"
        .formatted(
            called,
            many(function.arguments()),
            type(function.type()),
            flag(function.isGeneric(), ", generic"));
  }

  @Override
  public String visitFunctionFilter(FunctionFilter filter) {
    return "filter(%s, %s)"
        .formatted(filter.element().accept(this), filter.criterion().accept(this));
  }

  @Override
  public String visitFunctionOrderBy(FunctionOrderBy ordered) {
    return "aggregate_order_by(%s, %s)"
        .formatted(ordered.element().accept(this), many(ordered.orderBy()));
  }

  @Override
  public String visitGrouping(Grouping grouping) {
    return "group(" + grouping.element().accept(this) + ", " + type(grouping.type()) + ")";
  }

  @Override
  public String visitInsert(Insert insert) {
    return changes.insert(insert);
  }

  @Override
  public String visitJoin(Join join) {
    return "%sjoin(%s, %s, %s)"
        .formatted(
            joinKind(join.isOuter(), join.isFull()),
            join.left().accept(this),
            join.right().accept(this),
            join.onclause().accept(this));
  }

  @Override
  public String visitLabel(Label label) {
    return "label(%s, %s, %s)"
        .formatted(name(label.name()), label.element().accept(this), type(label.type()));
  }

  @Override
  public String visitLabelReference(LabelReference reference) {
    return "reference(" + reference.element().accept(this) + ")";
  }

  @Override
  public String visitMysqlMatch(MysqlMatch match) {
    return "mysql_match(%s, %s%s%s%s)"
        .formatted(
            many(match.columns()),
            match.against().accept(this),
            flag(match.isBooleanMode(), ", boolean"),
            flag(match.isNaturalLanguage(), ", natural"),
            flag(match.hasQueryExpansion(), ", expansion"));
  }

  @Override
  public String visitNextValue(NextValue next) {
    return "next(%s, %s)".formatted(sequence(next.sequence()), type(next.type()));
  }

  private String sequence(Sequence sequence) {
    String schema = sequence.schema() == null ? "" : name(sequence.schema()) + ".";
    return schema + name(sequence.name()) + flag(sequence.isOptional(), " optional");
  }

  @Override
  public String visitOpaque(Opaque opaque) {
    throw new AssertionError("the fluent API makes no opaque element");
  }

  @Override
  public String visitScalarSelect(ScalarSelect select) {
    return "scalar(" + select.element().accept(this) + ", " + type(select.type()) + ")";
  }

  @Override
  public String visitOver(Over over) {
    Frame frame = over.frame();
    String rows =
        frame == null
            ? ""
            : ", %s %s %s".formatted(frame.unit(), bound(frame.start()), bound(frame.end()))
                + (frame.exclude() == null ? "" : " excluding " + frame.exclude());
    return "over(%s, %s, %s%s, %s)"
        .formatted(
            over.element().accept(this),
            many(over.partitionBy()),
            many(over.orderBy()),
            rows,
            type(over.type()));
  }

  @Override
  public String visitSelect(Select select) {
    return selects.select(select);
  }

  @Override
  public String visitSelectStatementGrouping(SelectStatementGrouping grouping) {
    return "group(" + grouping.element().accept(this) + ")";
  }

  @Override
  public String visitSubquery(Subquery subquery) {
    return "subquery(" + subquery.element().accept(this) + ", " + name(subquery.name()) + ")";
  }

  @Override
  public String visitSlice(Slice slice) {
    return "slice(%s, %s, %s)"
        .formatted(
            slice.start().accept(this), slice.stop().accept(this), slice.step().accept(this));
  }

  @Override
  public String visitTable(TableRef table) {
    return table.table().key();
  }

  @Override
  public String visitFunctionAsBinary(FunctionAsBinary function) {
    return "comparison(%s, %d, %d)"
        .formatted(function.function().accept(this), function.leftIndex(), function.rightIndex());
  }

  @Override
  public String visitLateral(Lateral lateral) {
    return "lateral(" + lateral.element().accept(this) + ", " + name(lateral.name()) + ")";
  }

  @Override
  public String visitScalarFunctionColumn(ScalarFunctionColumn column) {
    return "field(%s, %s, %s)"
        .formatted(column.function().accept(this), name(column.name()), type(column.type()));
  }

  @Override
  public String visitScalarValues(ScalarValues values) {
    return froms.scalarValues(values);
  }

  @Override
  public String visitTableSample(TableSample sample) {
    return froms.tableSample(sample);
  }

  @Override
  public String visitTableValuedAlias(TableValuedAlias alias) {
    return froms.tableValuedAlias(alias);
  }

  @Override
  public String visitTableValuedColumn(TableValuedColumn column) {
    return "valued_column(" + column.from().accept(this) + ", " + type(column.type()) + ")";
  }

  @Override
  public String visitTableValuedFunction(TableValuedFunction function) {
    return froms.tableValuedFunction(function);
  }

  @Override
  public String visitValues(Values values) {
    return froms.values(values);
  }

  @Override
  public String visitTableClause(TableClause table) {
    return "table(" + table + ", " + many(table.columns()) + ")";
  }

  @Override
  public String visitText(TextClause text) {
    return "text(" + quoted(text.text()) + ", " + many(List.copyOf(text.binds().values())) + ")";
  }

  @Override
  public String visitTextualSelect(TextualSelect select) {
    return "textual(%s, %s%s)"
        .formatted(
            select.element().accept(this),
            many(select.columns()),
            flag(select.isPositional(), ", positional"));
  }

  @Override
  public String visitTextualLabelReference(TextualLabelReference reference) {
    return "reference(" + quoted(reference.name()) + ")";
  }

  @Override
  public String visitTuple(Tuple tuple) {
    return "tuple(%s, %s)".formatted(many(tuple.clauses()), type(tuple.type()));
  }

  @Override
  public String visitTypeCoerce(TypeCoerce coerce) {
    return "coerce(%s, %s)".formatted(coerce.element().accept(this), type(coerce.type()));
  }

  @Override
  public String visitWithinGroup(WithinGroup within) {
    return "within_group(%s, %s, %s)"
        .formatted(within.element().accept(this), many(within.orderBy()), type(within.type()));
  }

  @Override
  public String visitUnary(UnaryExpression unary) {
    String element = unary.element().accept(this);
    return unary.operator() != null
        ? "unary(%s, %s, %s)".formatted(operator(unary.operator()), element, type(unary.type()))
        : "modified(%s, %s, %s)".formatted(element, operator(unary.modifier()), type(unary.type()));
  }

  @Override
  public String visitUpdate(Update update) {
    return changes.update(update);
  }
}
