package dev.brine.jooq;

import dev.brine.expr.BindParameter;
import dev.brine.pickle.PythonTime;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlPart;
import java.time.OffsetTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parameters whose values are written into the text when a statement is run.
 *
 * <p>Those of one value that stand in more than one place of a statement that groups rows: JDBC
 * makes a parameter of each question mark; to PostgreSQL, DuckDB and H2 {@code GROUP BY age % ?} is
 * then another expression than the {@code age % ?} that is selected, and they refuse the statement.
 * In Python psycopg2 writes every value out, and other drivers say which parameters are one.
 *
 * <p>How many rows DuckDB is to give: it plans before it knows the values, which its Python driver
 * tells it first, and takes no number that is not known then within a LATERAL.
 */
final class WrittenBinds {

  private WrittenBinds() {}

  /** The names of those whose values are to be written out. */
  static Set<String> of(Compiled compiled, List<SqlPart> parts) {
    Set<String> written = new HashSet<>();
    if (compiled.isGrouped() && tellsThemApart(compiled.dialect())) {
      written.addAll(repeated(parts));
    }
    if (compiled.dialect() == Dialect.DUCKDB) {
      binds(parts)
          .filter(bind -> bind.parameter().isLimitOrOffset())
          .filter(bind -> bind.parameter().value() instanceof Number)
          .forEach(bind -> written.add(bind.name()));
    }
    return Set.copyOf(written);
  }

  private static Stream<SqlPart.Bind> binds(List<SqlPart> parts) {
    return parts.stream().filter(SqlPart.Bind.class::isInstance).map(SqlPart.Bind.class::cast);
  }

  private static List<String> repeated(List<SqlPart> parts) {
    Map<List<Object>, List<String>> namesByValue = new HashMap<>();
    binds(parts)
        .filter(bind -> canBeWritten(bind.parameter()))
        .forEach(
            bind -> {
              BindParameter parameter = bind.parameter();
              namesByValue
                  .computeIfAbsent(
                      List.of(Objects.requireNonNull(parameter.value()), parameter.type()),
                      unseen -> new ArrayList<>())
                  .add(bind.name());
            });
    return namesByValue.values().stream()
        .filter(names -> names.size() > 1)
        .flatMap(List::stream)
        .toList();
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
    boolean hasNone = bind.cast().isEmpty() && !bind.parameter().isLimitOrOffset();
    return dialect == Dialect.DUCKDB && hasNone
        ? duckdbType(bind.parameter().value())
        : bind.cast();
  }

  /**
   * What follows a placeholder: DuckDB's JDBC driver takes times of a zone only as text, which the
   * database has to be told.
   */
  static String sentCast(SqlPart.Bind bind, Dialect dialect) {
    boolean isTimeOfZone =
        bind.parameter().value() instanceof OffsetTime
            || (bind.parameter().value() instanceof PythonTime time && time.offset() != null);
    return dialect == Dialect.DUCKDB && isTimeOfZone ? "::TIMETZ" : bind.cast();
  }

  private static String duckdbType(@Nullable Object value) {
    if (value instanceof Double) {
      return "::DOUBLE";
    }
    return value instanceof Long ? "::BIGINT" : "";
  }
}
