package dev.brine.jooq;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What jOOQ itself prints in the place of a part, told by what it visits on the way: {@code x * x}
 * where a square is asked for, a function by the name that a database gives it.
 */
sealed interface Expansion {

  /** One other part, with nothing beside it. */
  record Same(QueryPart other) implements Expansion {}

  /**
   * A function.
   *
   * @param separators what stands between the operands: commas, or keywords as in {@code position(a
   *     IN b)}
   */
  record Call(String name, List<QueryPart> operands, List<String> separators)
      implements Expansion {}

  /** An operator between two values. */
  record Infix(QueryPart left, String operator, QueryPart right) implements Expansion {}

  /** Words behind a value, such as {@code IS JSON}. */
  record Test(QueryPart value, String words) implements Expansion {}

  /** A function's name, as it needs no quotes. */
  Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** A comma, or keywords. */
  Pattern SEPARATOR = Pattern.compile(",|[a-z]+( [a-z]+)*");

  /** Two words or more. */
  Pattern WORDS = Pattern.compile("[a-z]+( [a-z]+)+");

  /** An operator, by its signs or by keywords. */
  Pattern OPERATOR = Pattern.compile("[-+*/%<>=~!@#&|^?]+|[a-z]+( [a-z]+)*");

  /** Null if the part is printed as none of these. */
  static @Nullable Expansion of(QueryPart part, SQLDialect dialect) {
    List<QueryPart> operands = new ArrayList<>();
    operands(Printed.of(part, dialect), operands);
    DSLContext dsl = DSL.using(dialect);
    String text = dsl.renderInlined(part);
    List<String> texts = operands.stream().map(dsl::renderInlined).toList();
    if (operands.size() == 1 && bare(text).equals(bare(texts.get(0)))) {
      return operands.get(0) == part ? null : new Same(operands.get(0));
    }
    Expansion test = operands.size() == 1 ? test(text, operands.get(0), texts.get(0)) : null;
    if (test != null) {
      return test;
    }
    Expansion infix = operands.size() == 2 ? infix(bare(text), operands, texts) : null;
    return infix == null ? call(text, operands, texts) : infix;
  }

  /** Whatever else is visited, the text tells whether all of it was understood. */
  private static void operands(Printed printed, List<QueryPart> operands) {
    for (Printed child : printed.children()) {
      QueryPart part = child.part();
      if (part instanceof Field<?> || part instanceof Condition || part instanceof Select<?>) {
        operands.add(part);
      } else {
        operands(child, operands);
      }
    }
  }

  /** The text without the parentheses around all of it. */
  private static String bare(String text) {
    if (!text.startsWith("(") || !text.endsWith(")")) {
      return text;
    }
    int depth = 0;
    for (int i = 0; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return text;
      }
    }
    return text.substring(1, text.length() - 1);
  }

  private static @Nullable Expansion test(String text, QueryPart operand, String operandText) {
    String words = text.startsWith(operandText) ? text.substring(operandText.length()).strip() : "";
    return WORDS.matcher(words).matches() ? new Test(operand, words) : null;
  }

  private static @Nullable Expansion infix(
      String text, List<QueryPart> operands, List<String> texts) {
    String left = texts.get(0);
    String right = texts.get(1);
    if (text.length() <= left.length() + right.length()
        || !text.startsWith(left)
        || !text.endsWith(right)) {
      return null;
    }
    String operator = text.substring(left.length(), text.length() - right.length()).strip();
    return OPERATOR.matcher(operator).matches()
        ? new Infix(operands.get(0), operator, operands.get(1))
        : null;
  }

  private static @Nullable Expansion call(
      String text, List<QueryPart> operands, List<String> texts) {
    if (operands.isEmpty() && NAME.matcher(text).matches()) {
      return new Call(text, List.of(), List.of());
    }
    int open = text.indexOf('(');
    if (open < 0 || !text.endsWith(")") || !NAME.matcher(text.substring(0, open)).matches()) {
      return null;
    }
    List<String> separators = new ArrayList<>();
    int at = open + 1;
    for (int i = 0; i < texts.size(); i++) {
      int found = i == 0 ? at : text.indexOf(texts.get(i), at);
      if (found < 0 || !text.startsWith(texts.get(i), found)) {
        return null;
      }
      if (i > 0) {
        String separator = text.substring(at, found).strip();
        if (!SEPARATOR.matcher(separator).matches()) {
          return null;
        }
        separators.add(separator);
      }
      at = found + texts.get(i).length();
    }
    return at == text.length() - 1
        ? new Call(text.substring(0, open), List.copyOf(operands), separators)
        : null;
  }
}
