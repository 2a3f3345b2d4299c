package dev.brine.sql;

import dev.brine.error.UsageException;
import dev.brine.expr.BindParameter;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list of an IN, about to be written out: values, or rows of values. */
final class ExpandedList {

  /** Makes the parameter of one value. */
  interface ItemMaker {

    /**
     * Makes one.
     *
     * @param suffix what its name ends in: {@code _1}, or {@code _1_2} for the second of a row
     */
    SqlPart.Bind make(String suffix, @Nullable Object value, SqlType type);
  }

  private final DialectRules rules;
  private final BindParameter parameter;
  private final List<?> values;

  ExpandedList(DialectRules rules, BindParameter parameter, List<?> values) {
    this.rules = rules;
    this.parameter = parameter;
    this.values = values;
  }

  /**
   * What an expanding parameter holds, as a list.
   *
   * @throws UsageException if it holds no list
   */
  static List<?> items(String name, @Nullable Object value) {
    List<@Nullable Object> members = Sequences.members(value);
    if (members != null) {
      return members;
    }
    throw new UsageException(
        "bind parameter '" + name + "' stands for a list and was given none",
        "give a list when the statement is run");
  }

  /** The list with a parameter for each value. */
  List<SqlPart> parts(ItemMaker maker) {
    if (values.isEmpty()) {
      return List.of(new SqlPart.Text(empty()));
    }
    PartList parts = new PartList();
    if (!holdsRows()) {
      for (int i = 0; i < values.size(); i++) {
        parts.text(i == 0 ? "" : ", ");
        parts.add(maker.make("_" + (i + 1), values.get(i), parameter.type()));
      }
      return parts.toList();
    }
    parts.text(rules.introducesTuplesByValues() ? "VALUES " : "");
    for (int i = 0; i < values.size(); i++) {
      parts.text(i == 0 ? "(" : ", (");
      List<?> row = items(parameter.key().text(), values.get(i));
      for (int j = 0; j < row.size(); j++) {
        parts.text(j == 0 ? "" : ", ");
        parts.add(maker.make("_" + (i + 1) + "_" + (j + 1), row.get(j), memberType(j)));
      }
      parts.text(")");
    }
    return parts.toList();
  }

  /** The list with its values as text. */
  String literal(LiteralRenderer literals) {
    if (values.isEmpty()) {
      String values = isTuple() && rules.introducesTuplesByValues() ? "VALUES " : "";
      return values + empty();
    }
    if (!holdsRows()) {
      return values.stream()
          .map(value -> literals.render(value, parameter.type()))
          .collect(Collectors.joining(", "));
    }
    return values.stream()
        .map(row -> literalRow(literals, items(parameter.key().text(), row)))
        .collect(Collectors.joining(", ", rules.introducesTuplesByValues() ? "VALUES " : "", ""));
  }

  private String literalRow(LiteralRenderer literals, List<?> row) {
    List<String> members = new ArrayList<>();
    for (int j = 0; j < row.size(); j++) {
      members.add(literals.render(row.get(j), memberType(j)));
    }
    return "(" + String.join(", ", members) + ")";
  }

  private String empty() {
    return rules.emptyList(
        isTuple() ? memberTypes() : List.of(parameter.type()), parameter.expandOperator());
  }

  private boolean isTuple() {
    return parameter.type().name() == TypeName.TUPLE_TYPE;
  }

  private boolean holdsRows() {
    return isTuple() || (parameter.type().isNull() && Sequences.members(values.get(0)) != null);
  }

  private List<SqlType> memberTypes() {
    return parameter.type().attribute("types") instanceof List<?> types
        ? types.stream().map(SqlType.class::cast).toList()
        : List.of();
  }

  private SqlType memberType(int index) {
    List<SqlType> types = memberTypes();
    return index < types.size() ? types.get(index) : parameter.type();
  }
}
