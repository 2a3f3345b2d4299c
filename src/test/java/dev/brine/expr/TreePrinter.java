package dev.brine.expr;

import static dev.brine.expr.ValuePrinter.quoted;
import static dev.brine.expr.ValuePrinter.type;
import static dev.brine.expr.ValuePrinter.value;

import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints an element as one line of text, as {@code python-fixtures/trees/printer.py} does. */
final class TreePrinter implements ClauseVisitor<String> {

  private static final Pattern PLACEHOLDER = Pattern.compile("%\\(\\d+ (.*?)\\)s");

  static String print(ClauseElement element) {
    return element.accept(new TreePrinter());
  }

  private String many(List<? extends ClauseElement> elements) {
    return elements.stream()
        .map(element -> element.accept(this))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** An anonymous name by its base alone, as its number is made up. */
  private static String name(Name name) {
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

  private static String flag(boolean isOn, String text) {
    return isOn ? text : "";
  }

  private static String joinKind(boolean isOuter, boolean isFull) {
    return flag(isFull, "full ") + flag(isOuter, "outer ");
  }

  @Override
  public String visitAlias(Alias alias) {
    return "alias(" + alias.element().accept(this) + ", " + name(alias.name()) + ")";
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
    String expanding = bind.isExpanding() ? ", expanding " + operator(bind.expandOperator()) : "";
    return "%s(%s, %s, %s%s%s%s%s)"
        .formatted(
            bind.isLimitOrOffset() ? "limit" : "bind",
            name(bind.key()),
            value(bind.value()),
            type(bind.type()),
            flag(bind.isRequired(), ", required"),
            flag(bind.isUnique(), ", unique"),
            expanding,
            flag(bind.isLiteralExecute(), ", literal_execute"));
  }

  @Override
  public String visitBooleanClauseList(BooleanClauseList list) {
    return operator(list.operator()) + "(" + many(list.clauses()) + ")";
  }

  @Override
  public String visitClauseList(ClauseList list) {
    return "clauses(" + operator(list.operator()) + ", " + many(list.clauses()) + ")";
  }

  @Override
  public String visitColumn(ColumnRef column) {
    if (column.isLiteral()) {
      return "literal(" + quoted(column.name().text()) + ", " + type(column.type()) + ")";
    }
    String table = "";
    if (column.table() instanceof TableRef ref) {
      table = ref.table().name().text() + ".";
    } else if (column.table() instanceof Alias alias) {
      table = name(alias.name()) + ".";
    }
    return table + column.key() + ":" + type(column.type());
  }

  @Override
  public String visitConstant(Constant constant) {
    return constant.name();
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
  public String visitGrouping(Grouping grouping) {
    return "group(" + grouping.element().accept(this) + ", " + type(grouping.type()) + ")";
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
  public String visitOpaque(Opaque opaque) {
    throw new AssertionError("the fluent API makes no opaque element");
  }

  @Override
  public String visitSelect(Select select) {
    List<String> parts = new ArrayList<>();
    addMany(parts, "columns", select.columns());
    addMany(parts, "where", select.where());
    addMany(parts, "from", select.from());
    if (!select.setupJoins().isEmpty()) {
      parts.add(
          select.setupJoins().stream()
              .map(this::setupJoin)
              .collect(Collectors.joining(", ", "joins=[", "]")));
    }
    addMany(parts, "group_by", select.groupBy());
    addMany(parts, "having", select.having());
    addMany(parts, "order_by", select.orderBy());
    if (select.limit() != null) {
      parts.add("limit=" + select.limit().accept(this));
    }
    if (select.offset() != null) {
      parts.add("offset=" + select.offset().accept(this));
    }
    if (select.isDistinct()) {
      parts.add("distinct");
    }
    if (select.labelStyle() != LabelStyle.DISAMBIGUATE_ONLY) {
      parts.add("label_style=LABEL_STYLE_" + select.labelStyle());
    }
    return "select(" + String.join(", ", parts) + ")";
  }

  private void addMany(List<String> parts, String key, List<? extends ClauseElement> elements) {
    if (!elements.isEmpty()) {
      parts.add(key + "=" + many(elements));
    }
  }

  private String setupJoin(SetupJoin join) {
    return "%sjoin(%s%s%s)"
        .formatted(
            joinKind(join.isOuter(), join.isFull()),
            join.target().accept(this),
            join.onclause() == null ? "" : ", on " + join.onclause().accept(this),
            join.left() == null ? "" : ", from " + join.left().accept(this));
  }

  @Override
  public String visitTable(TableRef table) {
    return table.table().key();
  }

  @Override
  public String visitTextualLabelReference(TextualLabelReference reference) {
    return "reference(" + quoted(reference.name()) + ")";
  }

  @Override
  public String visitUnary(UnaryExpression unary) {
    String element = unary.element().accept(this);
    return unary.operator() != null
        ? "unary(%s, %s, %s)".formatted(operator(unary.operator()), element, type(unary.type()))
        : "modified(%s, %s, %s)".formatted(element, operator(unary.modifier()), type(unary.type()));
  }
}
