package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What ORM constructs compile to, beside what SQLAlchemy printed of them. */
final class OrmForms {

  private OrmForms() {}

  /** Whether it is the same in each dialect, for a query also as it is sent. */
  static boolean isAlike(OrmFixture fixture, ClauseElement element) {
    return difference(fixture, element).isEmpty();
  }

  /** The first form that is another one: what it is, and what SQLAlchemy printed. */
  static Optional<String> difference(OrmFixture fixture, ClauseElement element) {
    Stream<Optional<String>> plain =
        fixture.forms("sql").stream()
            .map(form -> difference(fixture, form, sql(element, form.dialect())));
    Stream<Optional<String>> labelled =
        element instanceof Query query
            ? fixture.forms("labelled").stream()
                .map(form -> difference(fixture, form, labelled(query, form.dialect())))
            : Stream.of();
    return Stream.concat(plain, labelled).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> difference(
      OrmFixture fixture, GoodFixture.Form form, @Nullable String actual) {
    JsonNode expected = form.expected();
    String wanted = expected.has("error") ? null : expected.path("sql").textValue();
    return RefusedOtherwise.isBy(fixture.series(), expected) || Objects.equals(wanted, actual)
        ? Optional.empty()
        : Optional.of("%s: %s%n  instead of %s".formatted(form.dialect(), actual, wanted));
  }

  /** What is printed for an element; null if it is refused. */
  private static @Nullable String sql(ClauseElement element, String dialect) {
    try {
      return SqlCompiler.compile(OrmCompiler.toCore(element), Dialect.named(dialect)).sql();
    } catch (BrineException refusal) {
      return null;
    }
  }

  /** What a query sends. */
  private static @Nullable String labelled(Query query, String dialect) {
    Select clauses = query.clauses().setLabelStyle(LabelStyle.TABLENAME_PLUS_COL);
    return sql(query.withClauses(clauses), dialect);
  }
}
