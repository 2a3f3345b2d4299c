package dev.brine.sql;

import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ExpressionClauseList;
import dev.brine.expr.Grouping;
import dev.brine.expr.StandardOperator;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** LIKE and what is made of it: {@code ilike}, {@code contains}, {@code startswith} and so on. */
final class LikeCompiler {

  private static final Fragment PERCENT = Fragment.of("'%'");

  private static final Map<StandardOperator, Form> FORMS =
      Map.ofEntries(
          Map.entry(StandardOperator.LIKE, new Form("", false)),
          Map.entry(StandardOperator.NOT_LIKE, new Form("", false).negated()),
          Map.entry(StandardOperator.ILIKE, new Form("", true)),
          Map.entry(StandardOperator.NOT_ILIKE, new Form("", true).negated()),
          Map.entry(StandardOperator.CONTAINS, new Form("%x%", false)),
          Map.entry(StandardOperator.NOT_CONTAINS, new Form("%x%", false).negated()),
          Map.entry(StandardOperator.ICONTAINS, new Form("%x%", true)),
          Map.entry(StandardOperator.NOT_ICONTAINS, new Form("%x%", true).negated()),
          Map.entry(StandardOperator.STARTSWITH, new Form("x%", false)),
          Map.entry(StandardOperator.NOT_STARTSWITH, new Form("x%", false).negated()),
          Map.entry(StandardOperator.ISTARTSWITH, new Form("x%", true)),
          Map.entry(StandardOperator.NOT_ISTARTSWITH, new Form("x%", true).negated()),
          Map.entry(StandardOperator.ENDSWITH, new Form("%x", false)),
          Map.entry(StandardOperator.NOT_ENDSWITH, new Form("%x", false).negated()),
          Map.entry(StandardOperator.IENDSWITH, new Form("%x", true)),
          Map.entry(StandardOperator.NOT_IENDSWITH, new Form("%x", true).negated()));

  /**
   * How an operator is made of LIKE.
   *
   * @param wildcards where a percent sign is put beside the operand {@code x}; empty for nowhere
   */
  private record Form(String wildcards, boolean isCaseless, boolean isNegated) {

    Form(String wildcards, boolean isCaseless) {
      this(wildcards, isCaseless, false);
    }

    Form negated() {
      return new Form(wildcards, isCaseless, true);
    }
  }

  private final StatementCompiler compiler;
  private final DialectRules rules;
  private final Concatenation concatenation;

  LikeCompiler(StatementCompiler compiler, DialectRules rules, Concatenation concatenation) {
    this.compiler = compiler;
    this.rules = rules;
    this.concatenation = concatenation;
  }

  static boolean isLike(StandardOperator operator) {
    return FORMS.containsKey(operator);
  }

  /** The operator must be {@link #isLike one of ours}. */
  Fragment compile(BinaryExpression binary, StandardOperator operator) {
    Form form = Objects.requireNonNull(FORMS.get(operator));
    Fragment left = compiler.compile(binary.left());
    String keyword = form.isCaseless ? rules.caselessLike() : "LIKE";
    String escape = binary.escape();
    return Fragment.of(
        form.isCaseless ? rules.caseless(left) : left,
        form.isNegated ? " NOT " + keyword + " " : " " + keyword + " ",
        pattern(binary.right(), form),
        escape == null ? "" : " ESCAPE " + compiler.literal(escape, Types.STRING));
  }

  private Fragment pattern(ColumnElement operand, Form form) {
    if (form.wildcards.isEmpty()) {
      Fragment compiled = compiler.compile(operand);
      return form.isCaseless ? rules.caseless(compiled) : compiled;
    }
    List<Fragment> members = new ArrayList<>();
    if (form.wildcards.startsWith("%")) {
      members.add(PERCENT);
    }
    if (form.isCaseless) {
      concatenation
          .operands(List.of(operand))
          .forEach(member -> members.add(rules.caseless(member)));
    } else {
      members.addAll(concatenation.operands(flattened(operand, form)));
    }
    if (form.wildcards.endsWith("%")) {
      members.add(PERCENT);
    }
    return concatenation.joined(members);
  }

  /**
   * A concatenation becomes one with the percent signs beside it and loses its parentheses, if its
   * type is that of the first operand: always where it comes first itself.
   */
  private static List<ColumnElement> flattened(ColumnElement operand, Form form) {
    ColumnElement inner = operand instanceof Grouping grouping ? grouping.element() : operand;
    if (form.wildcards.startsWith("%") && inner.type().affinity() != TypeName.STRING) {
      return List.of(operand);
    }
    if (inner instanceof BinaryExpression binary && binary.operator() == StandardOperator.CONCAT) {
      return List.of(binary.left(), binary.right());
    }
    return inner instanceof ExpressionClauseList list && list.operator() == StandardOperator.CONCAT
        ? list.clauses()
        : List.of(operand);
  }
}
