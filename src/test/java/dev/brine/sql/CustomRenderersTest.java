package dev.brine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.ExpressionSerializer;
import dev.brine.GoodFixture;
import dev.brine.Shop;
import dev.brine.codec.CustomElement;
import dev.brine.engine.Engine;
import dev.brine.engine.JsonValues;
import dev.brine.error.CompileException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.UsageException;
import dev.brine.expr.Cast;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Constant;
import dev.brine.expr.Opaque;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.Statement;
import dev.brine.orm.Session;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code python-fixtures/custom.py} teaches SQLAlchemy can be taught here. */
class CustomRenderersTest {

  private static final String SELECT = "sqlalchemy.sql.selectable.Select";

  private static final CustomRenderers RENDERERS =
      CustomRenderers.NONE
          .with(
              "custom.greatest",
              (element, out) ->
                  out.text(out.dialect() == Dialect.SQLITE ? "max" : "greatest")
                      .element(element.element("clause_expr")),
              "greatest",
              Types.INTEGER)
          .with(
              "custom.nullable_sum",
              (element, out) ->
                  out.text("coalesce(")
                      .element(element.element("left"))
                      .text(", " + element.attribute("absent") + ") + coalesce(")
                      .element(element.element("right"))
                      .text(", " + element.attribute("absent") + ")"),
              null,
              Types.INTEGER)
          .with(
              "custom.copy_rows",
              (element, out) ->
                  out.text("COPY INTO ")
                      .from(element.element("table"))
                      .text(" (")
                      .element(element.element("select"))
                      .text(")"))
          .with(
              "custom.marked_select",
              (element, out) -> out.text("/* marked */ ").element(element.as(SELECT)));

  private static final CompileOptions OPTIONS = CompileOptions.DEFAULT.withRenderers(RENDERERS);

  @Test
  void aTypeOfTheUsersIsNamedByWhatTheUserSays() {
    SqlType point = SqlType.of(TypeName.OPAQUE).with("class", "shop.types.Point");
    Cast cast = Sql.cast("1 2", point);
    CustomRenderers renderers =
        CustomRenderers.NONE.withType(
            "shop.types.Point", (type, dialect) -> dialect.name() + "_point");

    assertThat(
            SqlCompiler.compile(
                    cast, Dialect.POSTGRESQL, CompileOptions.DEFAULT.withRenderers(renderers))
                .sql())
        .isEqualTo("CAST(%(param_1)s AS postgresql_point)");
    assertThatExceptionOfType(CompileException.class)
        .isThrownBy(() -> SqlCompiler.compile(cast, Dialect.POSTGRESQL))
        .satisfies(
            refused ->
                assertThat(refused.hint())
                    .contains("CustomRenderers.withType(\"shop.types.Point\", …)"));
  }

  static Stream<GoodFixture> customs() {
    return GoodFixture.all()
        .filter(fixture -> fixture.expected().path("family").asText().equals("custom"))
        .filter(fixture -> fixture.load() instanceof ClauseElement);
  }

  @Test
  void thereAreManyCases() {
    assertThat(customs().count()).isGreaterThanOrEqualTo(19);
  }

  @ParameterizedTest
  @MethodSource("customs")
  void writesWhatSqlalchemyWrites(GoodFixture fixture) {
    ClauseElement element = (ClauseElement) fixture.load();

    for (Dialect dialect : List.of(Dialect.DEFAULT, Dialect.SQLITE, Dialect.POSTGRESQL)) {
      JsonNode expected = fixture.expected().path("sql").path(dialect.name());
      Compiled compiled = SqlCompiler.compile(element, dialect, OPTIONS);
      assertThat(compiled.sql()).isEqualTo(expected.path("sql").asText());
      assertThat(compiled.params().keySet())
          .containsExactlyElementsOf(
              expected.path("params").valueStream().map(p -> p.path("name").asText()).toList());
    }
  }

  static Stream<GoodFixture> fetched() {
    return customs().filter(fixture -> fixture.expected().has("rows"));
  }

  @ParameterizedTest
  @MethodSource("fetched")
  void anEngineRunsIt(GoodFixture fixture) {
    try (Engine engine = Engine.builder(Shop.URL).renderers(RENDERERS).build();
        Session session = new Session(engine)) {
      StringJoiner rows = new StringJoiner(", ", "[", "]");
      for (Record row : session.execute((Statement) fixture.load())) {
        rows.add(JsonValues.row(row));
      }

      assertThat(rows.toString().replace(" ", ""))
          .isEqualTo(fixture.expected().path("rows").toString());
    }
  }

  @ParameterizedTest
  @MethodSource("customs")
  void withoutOneTheClassThePlaceAndTheHookAreNamed(GoodFixture fixture) {
    assertThatExceptionOfType(UnsupportedConstructException.class)
        .isThrownBy(() -> SqlCompiler.compile((ClauseElement) fixture.load(), Dialect.DEFAULT))
        .withMessageMatching(
            "no SQL can be made of custom\\.\\w+ at \\$\\S*, for default or any other dialect")
        .satisfies(e -> assertThat(e.hint()).startsWith("register a CustomRenderer for 'custom."));
  }

  @Test
  void whatContainsItselfIsRefusedByName() throws IOException {
    byte[] dump = Files.readAllBytes(Path.of("python-fixtures/bad/cycle_in_unknown.pickle"));
    CompileOptions taught =
        CompileOptions.DEFAULT.withRenderers(
            CustomRenderers.NONE.with(
                "acme.functions.tangle",
                (element, out) -> out.element(element.element("clause_expr"))));
    ClauseElement element = (ClauseElement) ExpressionSerializer.loads(dump, Shop.METADATA);

    assertThatExceptionOfType(CompileException.class)
        .isThrownBy(() -> SqlCompiler.compile(element, Dialect.DEFAULT, taught))
        .withMessageContaining("elements of classes of your own are nested deeper than 50");
  }

  @Test
  void whatIsReadAsAnotherClassHasNothingOfItsOwnThatIsNotNamed() {
    CustomElement element =
        Objects.requireNonNull(CustomElement.of((Opaque) customColumn().columns().get(1)));

    assertThatExceptionOfType(UnsupportedConstructException.class)
        .isThrownBy(() -> element.as("sqlalchemy.sql.elements.Null"))
        .withMessageMatching(
            "custom.nullable_sum at \\$\\S+ cannot be read as sqlalchemy.sql.elements.Null: .*");
    assertThat(element.as("sqlalchemy.sql.elements.Null", "left", "right", "absent"))
        .isEqualTo(Constant.NULL);
    assertThatExceptionOfType(UnsupportedConstructException.class)
        .isThrownBy(() -> element.as("shop.Element"))
        .withMessageEndingWith("cannot be read as shop.Element");
  }

  private static Select customColumn() {
    return (Select)
        customs()
            .filter(each -> each.name().equals("custom_column"))
            .findFirst()
            .orElseThrow()
            .load();
  }

  @Test
  void anAttributeThatIsNoElementIsNamed() {
    GoodFixture fixture =
        customs().filter(each -> each.name().equals("custom_column")).findFirst().orElseThrow();
    CustomRenderers wrong =
        CustomRenderers.NONE.with(
            "custom.nullable_sum", (element, out) -> out.element(element.element("absent")));

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(
            () ->
                SqlCompiler.compile(
                    (ClauseElement) fixture.load(),
                    Dialect.DEFAULT,
                    CompileOptions.DEFAULT.withRenderers(wrong)))
        .withMessageContaining("the attribute 'absent' of custom.nullable_sum at $");
  }
}
