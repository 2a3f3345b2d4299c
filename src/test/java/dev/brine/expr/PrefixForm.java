package dev.brine.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Builds the expressions of {@code random-trees.txt}, such as {@code (eq (plus age 1) id)}, by the
 * fluent API.
 */
final class PrefixForm {

  private static final Map<String, Function<List<Object>, ColumnElement>> OPERATIONS =
      Map.ofEntries(
          Map.entry("plus", of -> first(of).plus(of.get(1))),
          Map.entry("minus", of -> first(of).minus(of.get(1))),
          Map.entry("times", of -> first(of).times(of.get(1))),
          Map.entry("dividedBy", of -> first(of).dividedBy(of.get(1))),
          Map.entry("floorDiv", of -> first(of).floorDiv(of.get(1))),
          Map.entry("mod", of -> first(of).mod(of.get(1))),
          Map.entry("concat", of -> first(of).concat(of.get(1))),
          Map.entry("bitwiseAnd", of -> first(of).bitwiseAnd(of.get(1))),
          Map.entry("op", of -> first(of).op("&&", of.get(1))),
          Map.entry("boolOp", of -> first(of).boolOp("~", of.get(1))),
          Map.entry("eq", of -> first(of).eq(of.get(1))),
          Map.entry("ne", of -> first(of).ne(of.get(1))),
          Map.entry("lt", of -> first(of).lt(of.get(1))),
          Map.entry("ge", of -> first(of).ge(of.get(1))),
          Map.entry("is", of -> first(of).is(of.get(1))),
          Map.entry("isDistinctFrom", of -> first(of).isDistinctFrom(of.get(1))),
          Map.entry("like", of -> first(of).like(of.get(1))),
          Map.entry("contains", of -> first(of).contains(of.get(1))),
          Map.entry("startsWith", of -> first(of).startsWith(of.get(1))),
          Map.entry("between", of -> first(of).between(of.get(1), of.get(2))),
          Map.entry("in", of -> first(of).in(of.get(1), of.get(2))),
          Map.entry("neg", of -> first(of).neg()),
          Map.entry("bitwiseNot", of -> first(of).bitwiseNot()),
          Map.entry("distinct", of -> first(of).distinct()),
          Map.entry("not", of -> Sql.not(first(of))),
          Map.entry("label", of -> first(of).label("l")),
          Map.entry("desc", of -> first(of).desc()),
          Map.entry("max", of -> Functions.max(first(of))),
          Map.entry("lower", of -> Functions.lower(of.get(0))),
          Map.entry("coalesce", of -> Functions.coalesce(of.toArray())),
          Map.entry("and", of -> Sql.and(conditions(of))),
          Map.entry("or", of -> Sql.or(conditions(of))));

  private PrefixForm() {}

  static ColumnElement build(String text) {
    String spaced = text.replace("(", "( ").replace(")", " )");
    return (ColumnElement) build(new ArrayDeque<>(Arrays.asList(spaced.split(" ", -1))));
  }

  private static Object build(Deque<String> tokens) {
    String token = tokens.pop();
    if (!token.equals("(")) {
      return leaf(token);
    }
    String name = tokens.pop();
    List<Object> operands = new ArrayList<>();
    while (!tokens.getFirst().equals(")")) {
      operands.add(build(tokens));
    }
    tokens.pop();
    Function<List<Object>, ColumnElement> operation = OPERATIONS.get(name);
    if (operation == null) {
      throw new IllegalArgumentException("there is no operation " + name);
    }
    return operation.apply(operands);
  }

  private static Object leaf(String token) {
    char start = token.charAt(0);
    if (start == '"') {
      return token.substring(1, token.length() - 1);
    }
    if (Character.isDigit(start)) {
      return Long.valueOf(token);
    }
    return Character.isUpperCase(start) ? Constant.valueOf(token) : TreeTables.u(token);
  }

  private static ColumnElement first(List<Object> operands) {
    return (ColumnElement) operands.get(0);
  }

  private static List<ColumnElement> conditions(List<Object> operands) {
    return operands.stream().map(ColumnElement.class::cast).toList();
  }
}
