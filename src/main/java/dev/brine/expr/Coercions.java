package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.error.Wording;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes elements of what the user gives where an element is wanted: values become bind parameters,
 * strings in ORDER BY the names of labels. SQLAlchemy's {@code sql/coercions.py} (rel_2_0_52).
 */
final class Coercions {

  /** The base of the name of a parameter whose other side has no name. */
  static final String NAMELESS = "param";

  private Coercions() {}

  /** What an operator's other operand becomes beside {@code expression}. */
  static ColumnElement operand(@Nullable Object other, ColumnElement expression) {
    ColumnElement element = elementOrNull(other);
    if (element == null && expression instanceof Tuple tuple && other instanceof List<?> values) {
      return tupleOf(values, tuple);
    }
    ColumnElement operand = element == null ? bind(other, expression) : element;
    return operand.type().isNull() && !expression.type().isNull()
        ? withTypeOfOtherSide(operand, expression.type())
        : operand;
  }

  /** Values compared with a tuple are one too, each of its member's type. */
  private static Tuple tupleOf(List<?> values, Tuple tuple) {
    List<ColumnElement> members = new ArrayList<>();
    for (int i = 0; i < Math.min(values.size(), tuple.clauses().size()); i++) {
      Object canonical = ValueTypes.canonical(values.get(i));
      SqlType type = ValueTypes.compared(tuple.clauses().get(i).type(), canonical);
      members.add(BindParameter.unique(NAMELESS, canonical, type));
    }
    return new Tuple(members);
  }

  /** The constant that a value is printed as rather than sent; null if it is none. */
  static @Nullable Constant constant(@Nullable Object other, ColumnElement expression) {
    if (other == null) {
      return Constant.NULL;
    }
    if (other instanceof Boolean truth && !ValueTypes.isDecorated(expression.type())) {
      return Constant.of(truth);
    }
    return other instanceof Constant constant ? constant : null;
  }

  /** A parameter for a value that meets an expression: its name and type come from there. */
  static BindParameter bind(@Nullable Object value, ColumnElement expression) {
    Object canonical = ValueTypes.canonical(value);
    SqlType type =
        expression instanceof CollectionAggregate aggregate
            ? aggregate.memberType()
            : expression.type();
    return BindParameter.unique(
        bindName(expression), canonical, ValueTypes.compared(type, canonical));
  }

  /** The right side of IN for a list: one parameter, or a list where it holds expressions. */
  static ColumnElement inList(
      ColumnElement expression, StandardOperator operator, Collection<?> values) {
    if (values.stream().anyMatch(ClauseElement.class::isInstance)) {
      return Grouping.of(
          ClauseList.comma(
              values.stream()
                  .map(value -> element(value, expression).selfGroup(StandardOperator.COMMA))
                  .toList()));
    }
    List<@Nullable Object> list = ValueTypes.canonicalList(values);
    SqlType type = ValueTypes.compared(expression.type(), list.isEmpty() ? null : list.get(0));
    return BindParameter.expanding(bindName(expression), list, type, operator);
  }

  /** An argument of a function. */
  static ColumnElement argument(@Nullable Object value, String function) {
    ColumnElement element = elementOrNull(value);
    if (element != null) {
      return element;
    }
    Object canonical = ValueTypes.canonical(value);
    return canonical == null
        ? Constant.NULL
        : BindParameter.unique(function, canonical, ValueTypes.of(canonical));
  }

  /** A value where an expression is wanted that has no name to give it. */
  static ColumnElement expression(@Nullable Object value) {
    return argument(value, NAMELESS);
  }

  /** The same, of a type that is known. */
  static ColumnElement expression(@Nullable Object value, SqlType type) {
    ColumnElement element = elementOrNull(value);
    if (element != null) {
      return element;
    }
    Object canonical = ValueTypes.canonical(value);
    return canonical == null ? Constant.NULL : BindParameter.unique(NAMELESS, canonical, type);
  }

  /** What a window is partitioned or ordered by. */
  static List<ColumnElement> byList(Object... entries) {
    return Groups.all(
        Arrays.stream(entries).map(Coercions::groupBy).toList(), StandardOperator.COMMA);
  }

  /** An entry of ORDER BY: a label is referred to, and a string is the name of one. */
  static ColumnElement orderBy(Object entry) {
    ColumnElement element = groupBy(entry);
    return isLabel(element) ? new LabelReference(element) : element;
  }

  /** An entry of GROUP BY, or of {@code desc("name")}. */
  static ColumnElement groupBy(Object entry) {
    if (entry instanceof String name) {
      return new TextualLabelReference(name);
    }
    if (entry instanceof ColumnElement element) {
      return element;
    }
    throw new UsageException(
        Wording.a(kind(entry)) + " cannot be ordered or grouped by",
        "give an expression or the name of a label");
  }

  /** Makes one list of those that are there and those that are added. */
  static <T> List<T> append(List<T> before, Stream<? extends T> added) {
    List<T> all = new ArrayList<>(before);
    added.forEach(all::add);
    return all;
  }

  private static boolean isLabel(ColumnElement element) {
    if (element instanceof UnaryExpression unary && unary.modifier() != null) {
      return isLabel(unary.element());
    }
    return element instanceof Label;
  }

  private static ColumnElement element(@Nullable Object value, ColumnElement expression) {
    ColumnElement element = elementOrNull(value);
    return element == null ? bind(value, expression) : element;
  }

  private static @Nullable ColumnElement elementOrNull(@Nullable Object value) {
    if (value instanceof ColumnElement element) {
      return element;
    }
    if (value instanceof ClauseElement) {
      throw new UsageException(
          Wording.a(kind(value)) + " is no value", "use one of its columns: table.c(\"id\")");
    }
    return null;
  }

  private static String kind(Object value) {
    return value.getClass().getSimpleName();
  }

  private static String bindName(ColumnElement expression) {
    if (expression instanceof AnnotatedColumn annotated) {
      return bindName(annotated.element());
    }
    if (expression instanceof ColumnRef column) {
      boolean isMadeUp = column.name() instanceof AnonymousName && !ElementNames.isOfTable(column);
      return isMadeUp ? NAMELESS : column.key();
    }
    if (expression instanceof TableValuedColumn column) {
      Name name = column.name();
      return name instanceof AnonymousName ? NAMELESS : name.text();
    }
    if (expression instanceof NextValue) {
      return NextValue.NAME.text();
    }
    return expression instanceof FunctionCall function ? function.name().text() : NAMELESS;
  }

  /** Only a parameter takes a type from the other side, in parentheses or not. */
  private static ColumnElement withTypeOfOtherSide(ColumnElement element, SqlType type) {
    if (element instanceof BindParameter bind) {
      return bind.withType(type);
    }
    return element instanceof Grouping grouping
        ? Grouping.of(withTypeOfOtherSide(grouping.element(), type))
        : element;
  }
}
