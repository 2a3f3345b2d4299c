package dev.brine.jooq;

import dev.brine.expr.BindParameter;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlPart;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of one value that stand in more than one place of a statement that groups rows. JDBC
 * makes a parameter of each question mark; to PostgreSQL, DuckDB and H2 {@code GROUP BY age % ?} is
 * then another expression than the {@code age % ?} that is selected, and they refuse the statement.
 * In Python psycopg2 writes every value out, and other drivers say which parameters are one; here
 * such a value is written out.
 */
final class RepeatedBinds {

  private RepeatedBinds() {}

  /** The names of those whose values are to be written out. */
  static Set<String> of(Compiled compiled, List<SqlPart> parts) {
    if (!compiled.isGrouped() || !tellsThemApart(compiled.dialect())) {
      return Set.of();
    }
    Map<List<Object>, List<String>> namesByValue = new HashMap<>();
    for (SqlPart part : parts) {
      if (part instanceof SqlPart.Bind bind && canBeWritten(bind.parameter())) {
        List<Object> value =
            List.of(Objects.requireNonNull(bind.parameter().value()), bind.parameter().type());
        namesByValue.computeIfAbsent(value, unseen -> new ArrayList<>()).add(bind.name());
      }
    }
    return namesByValue.values().stream()
        .filter(names -> names.size() > 1)
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean tellsThemApart(Dialect dialect) {
    return dialect == Dialect.POSTGRESQL || dialect == Dialect.DUCKDB || dialect == Dialect.H2;
  }

  /** What has a literal of its own that means the same; a backslash may mean something else. */
  private static boolean canBeWritten(BindParameter parameter) {
    Object value = parameter.value();
    return value instanceof Number
        || value instanceof Boolean
        || value instanceof Temporal
        || value instanceof UUID
        || (value instanceof String text && text.indexOf('\\') < 0);
  }

  /** Whether a written value begins with a minus sign, which behind another begins a comment. */
  static boolean isNegative(@Nullable Object value) {
    return value instanceof Number && value.toString().startsWith("-");
  }

  /**
   * What follows a written value, so that it has the parameter's type and is no column's number.
   */
  static String cast(SqlPart.Bind bind, Dialect dialect) {
    Object value = bind.parameter().value();
    return dialect == Dialect.DUCKDB && bind.cast().isEmpty() ? duckdbType(value) : bind.cast();
  }

  private static String duckdbType(@Nullable Object value) {
    if (value instanceof Double) {
      return "::DOUBLE";
    }
    return value instanceof Long ? "::BIGINT" : "";
  }
}
