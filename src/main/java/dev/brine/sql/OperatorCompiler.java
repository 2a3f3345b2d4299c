package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.AsBoolean;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ClauseList;
import dev.brine.expr.CollectionAggregate;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.CustomOperator;
import dev.brine.expr.Operator;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.UnaryExpression;
import java.util.List;

/** Operators and their operands. */
final class OperatorCompiler {

  private final StatementCompiler compiler;
  private final DialectRules rules;
  private final Concatenation concatenation;
  private final LikeCompiler likes;

  OperatorCompiler(StatementCompiler compiler, DialectRules rules) {
    this.compiler = compiler;
    this.rules = rules;
    this.concatenation = new Concatenation(compiler, rules);
    this.likes = new LikeCompiler(compiler, rules, concatenation);
  }

  Fragment binary(BinaryExpression binary) {
    if (binary.operator() instanceof CustomOperator custom) {
      return infix(binary, " " + custom.spelling() + " ", custom.isEagerGrouping());
    }
    StandardOperator operator = (StandardOperator) binary.operator();
    Fragment own = rules.binary(compiler, binary, operator);
    return own == null ? common(binary, operator) : own;
  }

  private Fragment common(BinaryExpression binary, StandardOperator operator) {
    return switch (operator) {
      case TRUEDIV -> rules.trueDivision(compiler, binary);
      case FLOORDIV -> rules.floorDivision(compiler, binary);
      case CONCAT -> concatenation.of(List.of(binary.left(), binary.right()));
      case IS_DISTINCT_FROM -> rules.isDistinctFrom(compiler, binary, false);
      case IS_NOT_DISTINCT_FROM -> rules.isDistinctFrom(compiler, binary, true);
      case BITWISE_XOR -> rules.bitwiseXor(compiler, binary);
      case MOD -> modulo(binary);
      case MATCH -> rules.match(compiler, binary);
      case NOT_MATCH -> notMatch(binary);
      case REGEXP_MATCH -> rules.regexpMatch(compiler, binary, false);
      case NOT_REGEXP_MATCH -> rules.regexpMatch(compiler, binary, true);
      case REGEXP_REPLACE -> rules.regexpReplace(compiler, binary);
      case JSON_GETITEM -> rules.jsonItem(compiler, binary, false);
      case JSON_PATH_GETITEM -> rules.jsonItem(compiler, binary, true);
      case GETITEM -> rules.arrayItem(compiler, binary);
      // An empty list becomes "NULL) OR (1 = 1", which needs parentheses around it all.
      case NOT_IN -> Fragment.of("(", infix(binary, spelling(operator), false), ")");
      case BETWEEN -> infix(binary, " BETWEEN " + symmetric(binary), false);
      case NOT_BETWEEN -> infix(binary, " NOT BETWEEN " + symmetric(binary), false);
      default ->
          LikeCompiler.isLike(operator)
              ? likes.compile(binary, operator)
              : infix(binary, spelling(operator), false);
    };
  }

  /** No operand of it counts as one (rel_2_0_58, compiler.py: visit_mod_binary()). */
  private Fragment modulo(BinaryExpression binary) {
    return Fragment.of(
        compiler.compile(binary.left()),
        spelling(StandardOperator.MOD),
        compiler.compile(binary.right()));
  }

  /** SQLAlchemy forgets where it stands, as far as to send values that were to be written out. */
  private Fragment notMatch(BinaryExpression binary) {
    return Fragment.of("NOT ", compiler.within(Scope.TOP, () -> rules.match(compiler, binary)));
  }

  private static String symmetric(BinaryExpression binary) {
    return Boolean.TRUE.equals(binary.modifiers().get("symmetric")) ? "SYMMETRIC " : "";
  }

  /** Left operand, text, right operand; in parentheses if asked for and if an operand itself. */
  Fragment infix(BinaryExpression binary, String operator, boolean eagerGrouping) {
    Scope outside = compiler.scope();
    Scope inside = outside.inOperator();
    Fragment text =
        Fragment.of(
            compiler.compile(binary.left(), inside),
            operator,
            compiler.compile(binary.right(), inside));
    return eagerGrouping && outside.isInOperator() ? Fragment.of("(", text, ")") : text;
  }

  /** Operands of one operator in a row. */
  Fragment chain(Operator operator, List<? extends ColumnElement> operands) {
    if (operator == StandardOperator.CONCAT) {
      return concatenation.of(operands);
    }
    Scope inside = compiler.scope().inOperator();
    return Fragment.join(
        spelling(operator), operands, operand -> compiler.compile(operand, inside));
  }

  Fragment list(ClauseList list) {
    return Fragment.join(spelling(list.operator()), list.clauses(), compiler::compile);
  }

  Fragment unary(UnaryExpression unary) {
    Operator before = unary.operator();
    if (before != null) {
      Fragment own = rules.unary(compiler, unary, before);
      if (own != null) {
        return own;
      }
      String text =
          before instanceof CustomOperator custom ? custom.spelling() + " " : spelling(before);
      return Fragment.of(text, compiler.compile(unary.element()));
    }
    Operator behind = unary.modifier();
    if (behind == null) {
      throw new CompileException("Unary expression has no operator or modifier", "give it one");
    }
    String text =
        behind instanceof CustomOperator custom ? " " + custom.spelling() : spelling(behind);
    return Fragment.of(compiler.compile(unary.element()), text);
  }

  Fragment collectionAggregate(CollectionAggregate aggregate) {
    return Fragment.of(spelling(aggregate.operator()), compiler.compile(aggregate.element()));
  }

  Fragment asBoolean(AsBoolean element) {
    Fragment operand = compiler.compile(element.element());
    if (rules.hasBooleans() || element.isImplicitlyBoolean()) {
      return element.isTrue() ? operand : Fragment.of("NOT ", operand);
    }
    return Fragment.of(operand, element.isTrue() ? " = 1" : " = 0");
  }

  private String spelling(Operator operator) {
    if (operator instanceof CustomOperator custom) {
      return " " + custom.spelling() + " ";
    }
    StandardOperator known = (StandardOperator) operator;
    String spelling = known.spelling();
    if (spelling == null) {
      throw new CompileException(
          "the dialect " + rules.name() + " can't render the operator " + known.pythonName(),
          "compile for a dialect that has it");
    }
    return spelling;
  }
}
