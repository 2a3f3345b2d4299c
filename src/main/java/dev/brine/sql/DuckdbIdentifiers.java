package dev.brine.sql;

import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Identifiers in DuckDB, where a schema may name an attached database as well. Immutable. */
final class DuckdbIdentifiers extends IdentifierPreparer {

  private static final Pattern STEP = Pattern.compile("\"([^.]+)\"|([^.]+)");

  DuckdbIdentifiers() {
    super("\"", ReservedWords.DUCKDB);
  }

  @Override
  String quoteSchema(QuotedName schema) {
    if (schema.text().indexOf('.') < 0) {
      return quote(schema);
    }
    List<String> steps =
        STEP.matcher(schema.text()).results().map(DuckdbIdentifiers::name).toList();
    return steps.stream().map(step -> quote(Name.of(step))).collect(Collectors.joining("."));
  }

  private static String name(MatchResult step) {
    return step.group(1) == null ? step.group(2) : step.group(1);
  }
}
