package dev.brine.sql;

import dev.brine.expr.BindParameter;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import java.util.Map;

/**
 * How the names of parameters are written in SQL: {@code bindparam_string} of SQLAlchemy's compiler
 * (rel_2_0_52, {@code sql/compiler.py}). Without state.
 */
class BindNames {

  /** The characters that may not stand in a name, and what stands for them. */
  private static final Map<Character, Character> REPLACEMENTS =
      Map.of('%', 'P', '(', 'A', ')', 'Z', ':', 'C', '.', '_', '[', '_', ']', '_', ' ', '_');

  /** The name as it is written in SQL and as the key of Python's {@code params}. */
  final String written(String name, BindParameter parameter) {
    Name key = parameter.key();
    Quoting quoting = key instanceof QuotedName quoted ? quoted.quoting() : Quoting.AUTOMATIC;
    return written(name, quoting, parameter.isExpanding() || parameter.isLiteralExecute());
  }

  /**
   * The name as it is written.
   *
   * @param isPostcompile whether the parameter is replaced before the statement is run
   */
  String written(String name, Quoting quoting, boolean isPostcompile) {
    return replaced(name, REPLACEMENTS);
  }

  static String replaced(String name, Map<Character, Character> replacements) {
    if (isPlain(name)) {
      return name;
    }
    StringBuilder written = new StringBuilder(name);
    for (int i = 0; i < written.length(); i++) {
      written.setCharAt(i, replacements.getOrDefault(name.charAt(i), name.charAt(i)));
    }
    return written.toString();
  }

  /** Whether it is made of what no dialect replaces; nearly all names are. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!isLetter && c != '_' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }
}
