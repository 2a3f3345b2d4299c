package dev.brine.expr;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The operators of {@code sqlalchemy.sql.operators} and those it borrows from Python's {@code
 * operator} module, with their precedence and the text that the default dialect prints (rel_2_0_52,
 * {@code sql/operators.py} and {@code sql/compiler.py}).
 *
 * <p>An operator without text is one for which each dialect has a method of its own.
 */
public enum StandardOperator implements Operator {
  ADD(
      "add",
      7,
      " + ",
      Trait.COMMUTATIVE,
      Trait.ASSOCIATIVE,
      Trait.NATURAL_SELF_PRECEDENT,
      Trait.STDLIB),
  AND(
      "and_",
      3,
      " AND ",
      Trait.ASSOCIATIVE,
      Trait.NATURAL_SELF_PRECEDENT,
      Trait.BOOLEAN,
      Trait.STDLIB),
  EQ("eq", 5, " = ", Trait.COMPARISON, Trait.COMMUTATIVE, Trait.STDLIB),
  FLOORDIV("floordiv", 8, null, Trait.STDLIB),
  GE("ge", 5, " >= ", Trait.COMPARISON, Trait.STDLIB),
  GETITEM("getitem", 15, null, Trait.NATURAL_SELF_PRECEDENT, Trait.STDLIB),
  GT("gt", 5, " > ", Trait.COMPARISON, Trait.STDLIB),
  INV("inv", 5, "NOT ", Trait.BOOLEAN, Trait.STDLIB),
  LE("le", 5, " <= ", Trait.COMPARISON, Trait.STDLIB),
  LT("lt", 5, " < ", Trait.COMPARISON, Trait.STDLIB),
  MOD("mod", 8, " % ", Trait.STDLIB),
  MUL(
      "mul",
      8,
      " * ",
      Trait.COMMUTATIVE,
      Trait.ASSOCIATIVE,
      Trait.NATURAL_SELF_PRECEDENT,
      Trait.STDLIB),
  NE("ne", 5, " != ", Trait.COMPARISON, Trait.COMMUTATIVE, Trait.STDLIB),
  NEG("neg", 8, "-", Trait.STDLIB),
  OR(
      "or_",
      2,
      " OR ",
      Trait.ASSOCIATIVE,
      Trait.NATURAL_SELF_PRECEDENT,
      Trait.BOOLEAN,
      Trait.STDLIB),
  SUB("sub", 7, " - ", Trait.STDLIB),
  TRUEDIV("truediv", 8, null, Trait.STDLIB),
  ANY("any_op", 15, "ANY "),
  ALL("all_op", 15, "ALL "),
  AS("as_", -1, " AS "),
  ASC("asc_op", 3, " ASC"),
  BETWEEN("between_op", 5, null, Trait.COMPARISON),
  NOT_BETWEEN("not_between_op", 5, null, Trait.COMPARISON),
  BITWISE_AND("bitwise_and_op", 7, " & "),
  BITWISE_OR("bitwise_or_op", 7, " | "),
  BITWISE_XOR("bitwise_xor_op", 7, " ^ "),
  BITWISE_NOT("bitwise_not_op", 8, "~"),
  BITWISE_LSHIFT("bitwise_lshift_op", 7, " << "),
  BITWISE_RSHIFT("bitwise_rshift_op", 7, " >> "),
  COLLATE("collate", 4, " COLLATE "),
  COMMA("comma_op", -1, ", "),
  CONCAT("concat_op", 5, " || ", Trait.ASSOCIATIVE, Trait.NATURAL_SELF_PRECEDENT),
  CONTAINS("contains_op", StandardOperator.NONE, null, Trait.COMPARISON),
  NOT_CONTAINS("not_contains_op", StandardOperator.NONE, null, Trait.COMPARISON),
  ICONTAINS("icontains_op", StandardOperator.NONE, null, Trait.COMPARISON),
  NOT_ICONTAINS("not_icontains_op", StandardOperator.NONE, null, Trait.COMPARISON),
  DESC("desc_op", 3, " DESC"),
  DISTINCT("distinct_op", 5, "DISTINCT "),
  ENDSWITH("endswith_op", StandardOperator.NONE, null, Trait.COMPARISON),
  NOT_ENDSWITH("not_endswith_op", StandardOperator.NONE, null, Trait.COMPARISON),
  IENDSWITH("iendswith_op", StandardOperator.NONE, null, Trait.COMPARISON),
  NOT_IENDSWITH("not_iendswith_op", StandardOperator.NONE, null, Trait.COMPARISON),
  EXISTS("exists", 0, "EXISTS "),
  FILTER("filter_op", 6, null),
  FROM("from_", 15, " FROM "),
  FUNCTION_AS_COMPARISON("function_as_comparison_op", 15, null, Trait.COMPARISON),
  ILIKE("ilike_op", 5, null, Trait.COMPARISON),
  NOT_ILIKE("not_ilike_op", 5, null, Trait.COMPARISON),
  IN("in_op", 5, " IN ", Trait.COMPARISON),
  NOT_IN("not_in_op", 5, " NOT IN ", Trait.COMPARISON),
  IS("is_", 5, " IS ", Trait.COMPARISON),
  IS_NOT("is_not", 5, " IS NOT ", Trait.COMPARISON),
  IS_DISTINCT_FROM("is_distinct_from", 5, " IS DISTINCT FROM ", Trait.COMPARISON),
  IS_NOT_DISTINCT_FROM("is_not_distinct_from", 5, " IS NOT DISTINCT FROM ", Trait.COMPARISON),
  IS_TRUE("is_true", 5, null, Trait.BOOLEAN),
  IS_FALSE("is_false", 5, null, Trait.BOOLEAN),
  JSON_GETITEM("json_getitem_op", 15, null, Trait.NATURAL_SELF_PRECEDENT),
  JSON_PATH_GETITEM("json_path_getitem_op", 15, null, Trait.NATURAL_SELF_PRECEDENT),
  LIKE("like_op", 5, null, Trait.COMPARISON),
  NOT_LIKE("not_like_op", 5, null, Trait.COMPARISON),
  MATCH("match_op", 5, " MATCH ", Trait.COMPARISON),
  NOT_MATCH("not_match_op", 5, " NOT MATCH ", Trait.COMPARISON),
  NULLS_FIRST("nulls_first_op", StandardOperator.NONE, " NULLS FIRST"),
  NULLS_LAST("nulls_last_op", StandardOperator.NONE, " NULLS LAST"),
  REGEXP_MATCH("regexp_match_op", 5, null, Trait.COMPARISON),
  NOT_REGEXP_MATCH("not_regexp_match_op", 5, null, Trait.COMPARISON),
  REGEXP_REPLACE("regexp_replace_op", 5, null),
  STARTSWITH("startswith_op", StandardOperator.NONE, null, Trait.COMPARISON),
  NOT_STARTSWITH("not_startswith_op", StandardOperator.NONE, null, Trait.COMPARISON),
  ISTARTSWITH("istartswith_op", StandardOperator.NONE, null, Trait.COMPARISON),
  NOT_ISTARTSWITH("not_istartswith_op", StandardOperator.NONE, null, Trait.COMPARISON);

  private static final Map<String, StandardOperator> BY_PYTHON_NAME =
      Arrays.stream(values())
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toMap(StandardOperator::pythonName, Function.identity()),
                  Collections::unmodifiableMap));

  private final String pythonName;
  private final int precedence;
  private final @Nullable String spelling;
  private final Set<Trait> traits;

  StandardOperator(String pythonName, int precedence, @Nullable String spelling, Trait... traits) {
    this.pythonName = pythonName;
    this.precedence = precedence;
    this.spelling = spelling;
    this.traits = Set.of(traits);
  }

  /** The operator whose function goes by this name in SQLAlchemy 2.0, or null. */
  public static @Nullable StandardOperator byPythonName(String name) {
    return BY_PYTHON_NAME.get(name);
  }

  /** The name of the function that stands for it in Python: {@code "like_op"}, {@code "eq"}. */
  public String pythonName() {
    return pythonName;
  }

  /** Whether the function is from Python's {@code operator} module rather than from SQLAlchemy. */
  public boolean isFromStandardLibrary() {
    return traits.contains(Trait.STDLIB);
  }

  /**
   * What the default dialect prints, with its blanks: {@code " = "}; null where a method decides.
   */
  public @Nullable String spelling() {
    return spelling;
  }

  @Override
  public OptionalInt precedence() {
    return precedence == NONE ? OptionalInt.empty() : OptionalInt.of(precedence);
  }

  @Override
  public boolean isComparison() {
    return traits.contains(Trait.COMPARISON);
  }

  @Override
  public boolean isNaturalSelfPrecedent() {
    return traits.contains(Trait.NATURAL_SELF_PRECEDENT);
  }

  @Override
  public boolean isEagerGrouping() {
    return false;
  }

  @Override
  public boolean isBoolean() {
    return isComparison() || traits.contains(Trait.BOOLEAN);
  }

  /** Whether {@code a op b} equals {@code b op a}. */
  public boolean isCommutative() {
    return traits.contains(Trait.COMMUTATIVE);
  }

  /**
   * Whether {@code (a op b) op c} equals {@code a op (b op c)}, so that a chain is one flat list.
   */
  public boolean isAssociative() {
    return traits.contains(Trait.ASSOCIATIVE);
  }

  /** The operator of the opposite truth, or null where there is none. */
  public @Nullable StandardOperator negate() {
    return switch (this) {
      case EQ -> NE;
      case NE -> EQ;
      case LT -> GE;
      case GE -> LT;
      case GT -> LE;
      case LE -> GT;
      case LIKE -> NOT_LIKE;
      case NOT_LIKE -> LIKE;
      case ILIKE -> NOT_ILIKE;
      case NOT_ILIKE -> ILIKE;
      case IN -> NOT_IN;
      case NOT_IN -> IN;
      case IS -> IS_NOT;
      case IS_NOT -> IS;
      case IS_DISTINCT_FROM -> IS_NOT_DISTINCT_FROM;
      case IS_NOT_DISTINCT_FROM -> IS_DISTINCT_FROM;
      case IS_TRUE -> IS_FALSE;
      case IS_FALSE -> IS_TRUE;
      case BETWEEN -> NOT_BETWEEN;
      case NOT_BETWEEN -> BETWEEN;
      case CONTAINS -> NOT_CONTAINS;
      case NOT_CONTAINS -> CONTAINS;
      case ICONTAINS -> NOT_ICONTAINS;
      case NOT_ICONTAINS -> ICONTAINS;
      case STARTSWITH -> NOT_STARTSWITH;
      case NOT_STARTSWITH -> STARTSWITH;
      case ISTARTSWITH -> NOT_ISTARTSWITH;
      case NOT_ISTARTSWITH -> ISTARTSWITH;
      case ENDSWITH -> NOT_ENDSWITH;
      case NOT_ENDSWITH -> ENDSWITH;
      case IENDSWITH -> NOT_IENDSWITH;
      case NOT_IENDSWITH -> IENDSWITH;
      case MATCH -> NOT_MATCH;
      case NOT_MATCH -> MATCH;
      case REGEXP_MATCH -> NOT_REGEXP_MATCH;
      case NOT_REGEXP_MATCH -> REGEXP_MATCH;
      default -> null;
    };
  }

  /** The precedence of an operator that SQLAlchemy gives none. */
  private static final int NONE = Integer.MIN_VALUE;

  private enum Trait {
    COMPARISON,
    COMMUTATIVE,
    ASSOCIATIVE,
    NATURAL_SELF_PRECEDENT,
    BOOLEAN,
    STDLIB
  }
}
