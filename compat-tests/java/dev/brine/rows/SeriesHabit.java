package dev.brine.rows;

import dev.brine.series.Series;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a series prints otherwise than another though neither is wrong, nor can what was moved know
 * better: each has its reason.
 */
enum SeriesHabit {
  /** Names are numbered in another order where a series prints a part elsewhere or twice. */
  NUMBER("(?<=[a-z])_\\d+\\b", "", move -> true),

  /** 2.1 knows that Oracle has truths by now (rel_2_1_0b3, dialects/oracle/base.py). */
  TRUTH(" = 1\\b", "", of(Series.V2_1).and(move -> move.dialect.equals("oracle"))),

  /**
   * A float is a Double to 2.1 (rel_2_1_0b3, sql/sqltypes.py: _type_map), and what others dumped
   * says Float, as a user may have. What is made of a Float and a Numeric is Float to 2.0, and to
   * 2.1 of the left one's type (rel_2_0_58, sql/sqltypes.py: Numeric._expression_adaptations, where
   * both have one affinity; rel_2_1_0b3: NumericCommon._expression_adaptations). What a number is
   * divided by is cast to the type it has (sql/compiler.py: visit_truediv_binary).
   */
  FLOAT(
      "\\bDOUBLE(?: PRECISION)?\\b|\\bDouble\\b|(?<=AS )NUMERIC(?=\\))", "FLOAT", of(Series.V2_1)),
  FLOAT_TYPE("\\b(?:Float|Numeric)\\(\\)", "FLOAT()", of(Series.V2_1)),

  /**
   * A type that dialects have their own of was in one class up to 1.4, whatever it was (rel_1_4_54,
   * sql/type_api.py: TypeEngine.with_variant() makes a Variant); since 2.0 it is a copy of itself
   * that knows the others (rel_2_0_58, sql/type_api.py: with_variant(), _variant_mapping). The only
   * such type of these statements is a DateTime.
   */
  VARIANT("\\b(?:Variant|DateTime)\\(\\)", "Variant()", of(Series.V1_3).or(of(Series.V1_4))),

  /** What is in an empty list has no name in 1.3, which prints none of it. */
  EMPTY_LIST("\\bPOSTCOMPILE_\\w+", "POSTCOMPILE", of(Series.V1_3)),

  /** The members of a tuple have to 1.3 the types of the values, to others of the columns. */
  TUPLE("\\bTupleType\\(.*\\)\"", "TupleType\"", of(Series.V1_3)),

  /** A chain of what is the same in any order was a tree, of which only MySQL's print tells. */
  CHAIN("\\bconcat\\(|[()]", "", of(Series.V1_3).or(of(Series.V1_4)).and(Move::chainsCalls)),

  /**
   * 1.3 keeps several conditions as one, which others print as one that joins them: what has some
   * operators of PostgreSQL's is in parentheses there.
   */
  EAGER("[()]", "", of(Series.V1_3).and(Move::hasEagerOperator));

  private static final Pattern EAGER_OPERATORS =
      Pattern.compile("[-#]>|\\?[|&]| \\? [%:]|@>|<@|&&");
  private static final Pattern CALLS =
      Pattern.compile("concat\\(.*(concat\\(|,.*,)", Pattern.DOTALL);

  /**
   * A move of a statement between two series.
   *
   * @param sql as it is printed where it came to
   */
  record Move(Series from, Series to, String dialect, String sql) {

    private boolean hasEagerOperator() {
      return EAGER_OPERATORS.matcher(sql).find();
    }

    private boolean chainsCalls() {
      return CALLS.matcher(sql).find();
    }
  }

  private final Pattern pattern;
  private final String replacement;
  private final Predicate<Move> isBetween;

  SeriesHabit(String pattern, String replacement, Predicate<Move> isBetween) {
    this.pattern = Pattern.compile(pattern);
    this.replacement = replacement;
    this.isBetween = isBetween;
  }

  private static Predicate<Move> of(Series series) {
    return move -> move.from == series || move.to == series;
  }

  /** Those that matter to a move. */
  static List<SeriesHabit> of(Move move) {
    return Stream.of(values()).filter(habit -> habit.isBetween.test(move)).toList();
  }

  String level(String text) {
    return pattern.matcher(text).replaceAll(replacement);
  }
}
