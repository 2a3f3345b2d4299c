package dev.brine.sql;

import dev.brine.schema.Quoting;
import java.util.Map;

/**
 * The names of parameters in Oracle, which may be no reserved word and start with no underscore
 * unless they are in quotes (rel_2_0_52, {@code dialects/oracle/cx_oracle.py}). Without state.
 */
final class OracleBindNames extends BindNames {

  private static final Map<Character, Character> REPLACEMENTS =
      Map.ofEntries(
          Map.entry('%', 'P'),
          Map.entry('(', 'A'),
          Map.entry(')', 'Z'),
          Map.entry(':', 'C'),
          Map.entry('.', 'C'),
          Map.entry('[', 'C'),
          Map.entry(']', 'C'),
          Map.entry(' ', 'C'),
          Map.entry('\\', 'C'),
          Map.entry('/', 'C'),
          Map.entry('?', 'C'));

  private final IdentifierPreparer identifiers;

  OracleBindNames(IdentifierPreparer identifiers) {
    this.identifiers = identifiers;
  }

  /** A name that goes into quotes keeps its characters; none does that gets a number behind it. */
  @Override
  String written(String name, Quoting quoting, boolean isPostcompile) {
    boolean needsQuotes = quoting != Quoting.NEVER && identifiers.isUnfit(name);
    if (quoting == Quoting.ALWAYS || (needsQuotes && !isPostcompile)) {
      return '"' + name + '"';
    }
    String replaced = replaced(name, REPLACEMENTS);
    boolean isUnfitAtStart =
        !replaced.isEmpty() && (replaced.charAt(0) == '_' || Character.isDigit(replaced.charAt(0)));
    return isUnfitAtStart ? "D" + replaced : replaced;
  }
}
