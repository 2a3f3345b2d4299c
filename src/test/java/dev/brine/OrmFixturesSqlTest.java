package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.catalog.Catalog;
import dev.brine.catalog.CatalogJson;
import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Query;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ORM's queries, SELECTs and changes compile to what SQLAlchemy printed, in each dialect. */
class OrmFixturesSqlTest {

  private static final Path CATALOGUE =
      Path.of("python-fixtures", "mapping", "2.0.58", "catalogue.json");

  private static final Set<String> KINDS = Set.of("query", "select", "change");

  /**
   * What is not compiled as SQLAlchemy does yet; each must still differ. Made-up names within a
   * UNION or LATERAL, quirks of names in a subquery of two entities, an INSERT that SQLAlchemy
   * refuses to compile, a Python function, and {@code with_polymorphic()} of concrete tables.
   * Options on an alias, which a dump holds by the class, are taken for the only alias there is,
   * where SQLAlchemy refuses them.
   */
  private static final Set<String> KNOWN =
      Set.of(
          "orm_aliases_query_of_union",
          "orm_aliases_query_two_names_of_one_subquery",
          "orm_aliases_select_of_union",
          "orm_aliases_select_two_names_of_one_subquery",
          "orm_changes_insert_subclass",
          "orm_criteria_query_function",
          "orm_criteria_select_function",
          "orm_eager_query_union_joined",
          "orm_eager_query_union_selectin",
          "orm_eager_query_union_subquery",
          "orm_eager_select_union_joined",
          "orm_eager_select_union_selectin",
          "orm_eager_select_union_subquery",
          "orm_loaders_query_aliased_joined",
          "orm_loaders_query_aliased_selectin",
          "orm_loaders_query_contains_eager_subquery",
          "orm_loaders_select_aliased_joined",
          "orm_loaders_select_aliased_selectin",
          "orm_loaders_select_contains_eager_subquery",
          "orm_nested_query_subquery_of_star",
          "orm_nested_query_union_aliased",
          "orm_nested_select_lateral",
          "orm_polymorphic_query_with_concrete",
          "orm_polymorphic_select_with_concrete");

  /** How many are compiled at least to the letter, in every dialect; may only grow. */
  private static final int FLOOR = 1536;

  private final Set<String> differing = new TreeSet<>();
  private int alike;

  @Test
  void compileToTheLetter() throws IOException {
    Catalog catalog = CatalogJson.read(Files.readString(CATALOGUE));
    LoadOptions options =
        Music.OPTIONS.withMetadata(catalog.metadata()).withMappers(catalog.registry());

    OrmFixture.of("2.0")
        .filter(fixture -> KINDS.contains(fixture.kind()))
        .filter(fixture -> !fixture.isOnlyForBrine() && !isRefusedToRefine(fixture))
        .forEach(fixture -> compare(fixture, options));

    assertThat(differing).isEqualTo(KNOWN);
    assertThat(alike).isGreaterThanOrEqualTo(FLOOR);
  }

  /** Of a query that Python refuses to refine there is no text. */
  private static boolean isRefusedToRefine(OrmFixture fixture) {
    return fixture.expected().has("refine") && fixture.forms("sql").isEmpty();
  }

  private void compare(OrmFixture fixture, LoadOptions options) {
    Object loaded = new OrmRefinement(options).load(fixture);
    if (!(loaded instanceof ClauseElement element)) {
      return;
    }
    fixture.forms("sql").forEach(form -> compare(fixture, form, sql(element, form.dialect())));
    if (element instanceof Query query) {
      fixture
          .forms("labelled")
          .forEach(form -> compare(fixture, form, labelled(query, form.dialect())));
    }
    alike += differing.contains(fixture.name()) ? 0 : 1;
  }

  private void compare(OrmFixture fixture, GoodFixture.Form form, @Nullable String actual) {
    String wanted = form.expected().has("error") ? null : form.expected().path("sql").textValue();
    if (wanted == null ? actual != null : !wanted.equals(actual)) {
      differing.add(fixture.name());
    }
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
    try {
      return SqlCompiler.compile(OrmCompiler.compile(query).statement(), Dialect.named(dialect))
          .sql();
    } catch (BrineException refusal) {
      return null;
    }
  }
}
