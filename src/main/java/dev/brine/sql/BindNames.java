package dev.brine.sql;

import java.util.Map;

/** The characters that may not stand in a parameter's name, and what stands for them in SQL. */
final class BindNames {

  /** {@code bindname_escape_characters} of rel_2_0_52, {@code sql/compiler.py}. */
  private static final Map<Character, Character> REPLACEMENTS =
      Map.of('%', 'P', '(', 'A', ')', 'Z', ':', 'C', '.', '_', '[', '_', ']', '_', ' ', '_');

  private BindNames() {}

  /** The name as it is written in SQL and as the key of Python's {@code params}. */
  static String escape(String name) {
    StringBuilder escaped = new StringBuilder(name);
    for (int i = 0; i < escaped.length(); i++) {
      escaped.setCharAt(i, REPLACEMENTS.getOrDefault(name.charAt(i), name.charAt(i)));
    }
    return escaped.toString();
  }
}
