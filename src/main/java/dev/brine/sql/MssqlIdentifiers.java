package dev.brine.sql;

import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import java.util.ArrayList;
import java.util.List;

/**
 * Identifiers in SQL Server, where a schema may name a database as well: {@code db.owner}
 * (rel_2_0_52, {@code dialects/mssql/base.py}). Immutable.
 */
final class MssqlIdentifiers extends IdentifierPreparer {

  MssqlIdentifiers() {
    super("[", "]", ReservedWords.MSSQL);
  }

  /** A schema that was marked to be quoted is one name, whatever is in it. */
  @Override
  String quoteSchema(QuotedName schema) {
    if (schema.quoting() == Quoting.ALWAYS) {
      return quote(schema);
    }
    List<String> steps = steps(schema.text());
    if (steps.isEmpty()) {
      return "";
    }
    String owner = quote(Name.of(steps.get(steps.size() - 1)));
    String database = String.join(".", steps.subList(0, steps.size() - 1));
    return steps.size() == 1 ? owner : database(database) + owner;
  }

  /** The parts between dots; one in brackets may hold dots, and keeps the brackets unless last. */
  private static List<String> steps(String schema) {
    List<String> steps = new ArrayList<>();
    StringBuilder step = new StringBuilder();
    boolean isInBrackets = false;
    boolean hadBrackets = false;
    for (int i = 0; i < schema.length(); i++) {
      char c = schema.charAt(i);
      if (c == '[' || c == ']') {
        isInBrackets = c == '[';
        hadBrackets |= isInBrackets;
      } else if (c == '.' && !isInBrackets) {
        steps.add(hadBrackets ? "[" + step + "]" : step.toString());
        step.setLength(0);
        hadBrackets = false;
      } else {
        step.append(c);
      }
    }
    if (!step.isEmpty()) {
      steps.add(step.toString());
    }
    return steps;
  }

  /** A database, with the dot behind it; one of several steps in brackets is left as it is. */
  private String database(String name) {
    String inner = name.length() < 2 ? "" : name.substring(1, name.length() - 1);
    int closing = inner.indexOf(']');
    if (closing >= 0 && inner.indexOf('[', closing) >= 0) {
      return name + ".";
    }
    String bare = name.replaceAll("^\\[+|\\]+$", "");
    return bare.isEmpty() ? "" : quote(Name.of(bare)) + ".";
  }
}
