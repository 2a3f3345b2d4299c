package dev.brine;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the compilers of older and newer series print otherwise than 2.0's of the very same tree.
 * Each rule brings a recorded text to what 2.0 prints; none knows a query.
 */
enum PrintedOtherwise {
  /** Up to 0.7 the default dialect doubled each percent sign (rel_0_7_10, sql/compiler.py). */
  PERCENT_SIGNS("%%", "%"),

  /** Up to 0.8 true and false were words to any dialect (rel_0_8_7, sql/compiler.py). */
  TRUE("\\btrue\\b", "1"),
  FALSE("\\bfalse\\b", "0"),

  /** Up to 1.1 the name of a collation was never quoted (rel_1_1_18, sql/operators.py). */
  COLLATION("COLLATE [\"`]?([\\w-]+)[\"`]?", "COLLATE $1"),

  /** 2.0 says of which type a parameter for JSONB is (rel_2_0_52, postgresql/json.py). */
  JSONB("::JSONB", ""),

  /** Up to 1.4 PostgreSQL was given a query in its own language (rel_1_4_54, base.py). */
  SEARCH("@@ (plain)?to_tsquery", "@@ to_tsquery"),

  /** Python 2 and 3 show the same interval otherwise. */
  INTERVAL("timedelta\\(days=(\\d+)\\)", "timedelta($1)"),

  /** Python 2 shows bytes as text. */
  BYTES("=b'", "='"),

  /** Before PEP 435 a type did not know the members of its enumeration by value. */
  ENUMERATION("<(\\w+): \\w+>", "$1(...)"),

  /** 2.1 has a parameter for the LIMIT of MySQL's UPDATE (rel_2_1_0b3, dialects/mysql/dml.py). */
  LIMIT("LIMIT (__\\[POSTCOMPILE_param_1]|\\d+) \\[(.*?)(, param_1=\\d+)?]$", "LIMIT … [$2]"),

  /** Until 1.4.45 the parameter compared with ANY of an array was not named after it. */
  ANY("%\\(\\w+\\)s = (ANY|ALL) (.*) \\[\\w+=", "%(…)s = $1 $2 […="),

  /** Up to 1.3 a SELECT without labels could have two columns of one name (rel_1_3_24). */
  SAME_NAME("\\b(\\w+) AS \\1_\\d+\\b", "$1"),

  /** 0.6 correlated an EXISTS that stands alone, too (rel_0_6_9, sql/expression.py). */
  CORRELATED("^EXISTS \\(SELECT 1 \nFROM [\\w, ]+ \n", "EXISTS (SELECT 1 FROM … ");

  private final Pattern pattern;
  private final String replacement;

  PrintedOtherwise(String pattern, String replacement) {
    this.pattern = Pattern.compile(pattern);
    this.replacement = replacement;
  }

  /** The text without what only the way of printing tells apart. */
  static String leveled(String text) {
    String leveled = text;
    for (PrintedOtherwise rule : List.of(values())) {
      leveled = rule.level(leveled);
    }
    return leveled;
  }

  /** The text without what this rule alone is about. */
  String level(String text) {
    return pattern.matcher(text).replaceAll(replacement);
  }
}
