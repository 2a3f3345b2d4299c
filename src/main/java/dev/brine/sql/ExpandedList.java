package dev.brine.sql;

import dev.brine.error.UsageException;
import dev.brine.expr.BindParameter;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of an IN, about to be written out: values, or rows of values. */
final class ExpandedList {

  /** Makes what one value becomes: a parameter, or text. */
  interface ItemMaker {

    /**
     * Makes one.
     *
     * @param suffix what its name ends in: {@code _1}, or {@code _1_2} for the second of a row
     */
    SqlPart make(String suffix, @Nullable Object value, SqlType type);
  }

  private static final String BETWEEN = ", ";

  private final DialectRules rules;
  private final BindParameter parameter;
  private final SqlPart.Around around;
  private final List<?> values;

  ExpandedList(DialectRules rules, BindParameter parameter, SqlPart.Around around, List<?> values) {
    this.rules = rules;
    this.parameter = parameter;
    this.around = around;
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
      return emptyParts();
    }
    return holdsRows() ? rows(maker) : items(maker);
  }

  /** The list with its values as text. */
  List<SqlPart> literal(LiteralRenderer literals) {
    if (values.isEmpty()) {
      String introduction = isTuple() && rules.introducesTuplesByValues() ? "VALUES " : "";
      return List.of(new SqlPart.Text(introduction + empty()));
    }
    return parts((suffix, value, type) -> new SqlPart.Text(literals.render(value, type)));
  }

  private List<SqlPart> items(ItemMaker maker) {
    PartList parts = new PartList();
    for (int i = 0; i < values.size(); i++) {
      parts.text(i == 0 ? "" : BETWEEN);
      around.around(maker.make("_" + (i + 1), values.get(i), parameter.type())).forEach(parts::add);
    }
    return parts.toList();
  }

  private List<SqlPart> rows(ItemMaker maker) {
    PartList parts = new PartList();
    parts.text(rules.introducesTuplesByValues() ? "VALUES " : "");
    for (int i = 0; i < values.size(); i++) {
      parts.text(i == 0 ? "(" : ", (");
      List<?> row = items(parameter.key().text(), values.get(i));
      for (int j = 0; j < row.size(); j++) {
        parts.text(j == 0 ? "" : BETWEEN);
        parts.add(maker.make("_" + (i + 1) + "_" + (j + 1), row.get(j), memberType(j)));
      }
      parts.text(")");
    }
    return parts.toList();
  }

  /** SQLAlchemy takes what stands for no values for values, as far as there are commas in it. */
  private List<SqlPart> emptyParts() {
    PartList parts = new PartList();
    String between = "";
    for (String text : List.of(empty().split(BETWEEN, -1))) {
      parts.text(between);
      around.around(new SqlPart.Text(text)).forEach(parts::add);
      between = BETWEEN;
    }
    return parts.toList();
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
