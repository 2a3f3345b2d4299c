package dev.brine;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What older series put into any tree otherwise than 2.0, none of which means anything to a query.
 * Each rule makes the printed trees equal; none knows a query.
 */
enum BuiltOtherwise {
  /** Up to 1.3 every Boolean asked for a constraint (rel_1_3_24, sql/sqltypes.py). */
  CONSTRAINT("Boolean\\(create_constraint=True\\)", "Boolean"),

  /** Python 2 writes text as 8-bit strings, which are shown otherwise. */
  STRINGS("'([^'\"]*)'", "\"$1\""),

  /** Up to 1.4 a text without a type was Unicode by itself (rel_1_4_54, sql/sqltypes.py). */
  UNICODE("\\bUnicode\\b", "String"),

  /** A function has the type and class that its series has for the name. */
  FUNCTIONS("], [A-Z]\\w*(\\(\\w+\\))?(, generic)?\\)", "])");

  private final Pattern pattern;
  private final String replacement;

  BuiltOtherwise(String pattern, String replacement) {
    this.pattern = Pattern.compile(pattern);
    this.replacement = replacement;
  }

  static String leveled(String tree) {
    String leveled = tree;
    for (BuiltOtherwise rule : List.of(values())) {
      leveled = rule.pattern.matcher(leveled).replaceAll(rule.replacement);
    }
    return leveled;
  }
}
