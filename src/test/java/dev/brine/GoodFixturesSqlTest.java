package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.engine.JsonValues;
import dev.brine.error.BrineException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.ClauseElement;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.Compiled;
import dev.brine.sql.CompiledBind;
import dev.brine.sql.Dialect;
import dev.brine.sql.ParamStyle;
import dev.brine.sql.ResultColumn;
import dev.brine.sql.ResultForm;
import dev.brine.sql.SqlCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every construct that can be read compiles to what SQLAlchemy printed, in each dialect. */
class GoodFixturesSqlTest {

  /** How many constructs are compiled at least; may only grow. */
  private static final int FLOOR = 4000;

  /** A construct and dialect of which SQLAlchemy loses the placeholder of a name with brackets. */
  private static final Map<String, String> BROKEN_WITH_OTHER_STYLES =
      Map.of("binds_named_brackets", "oracle");

  private final List<String> differences = new ArrayList<>();

  static Stream<GoodFixture> constructs() {
    return GoodFixture.all().filter(fixture -> fixture.expected().has("sql"));
  }

  static Stream<GoodFixture> understood() {
    return constructs().filter(fixture -> !GoodFixture.hasOpaque(element(fixture)));
  }

  static Stream<GoodFixture> notUnderstood() {
    return constructs().filter(fixture -> GoodFixture.hasOpaque(element(fixture)));
  }

  private static ClauseElement element(GoodFixture fixture) {
    return Objects.requireNonNull(GoodFixture.element(fixture.load()), fixture.name());
  }

  @Test
  void nearlyAllAreUnderstood() {
    assertThat(understood().count()).isGreaterThanOrEqualTo(FLOOR);
  }

  @ParameterizedTest
  @MethodSource("understood")
  void compilesToTheLetter(GoodFixture fixture) {
    ClauseElement element = element(fixture);

    compare(element, fixture.forms("sql"), CustomTypes.OPTIONS);

    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("understood")
  void compilesWithLiteralBindsToTheLetter(GoodFixture fixture) {
    ClauseElement element = element(fixture);

    compare(element, fixture.forms("literal_binds"), CustomTypes.OPTIONS.withLiteralBinds(true));

    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("understood")
  void compilesWithListsWrittenOutToTheLetter(GoodFixture fixture) {
    ClauseElement element = element(fixture);

    compare(
        element,
        fixture.forms("render_postcompile"),
        CustomTypes.OPTIONS.withRenderPostcompile(true));

    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("understood")
  void compilesInEveryParameterStyle(GoodFixture fixture) {
    ClauseElement element = element(fixture);

    for (GoodFixture.Form styles : fixture.forms("styles")) {
      if (styles.dialect().equals(BROKEN_WITH_OTHER_STYLES.get(fixture.name()))) {
        continue;
      }
      for (Map.Entry<String, JsonNode> style : styles.expected().properties()) {
        ParamStyle paramStyle = ParamStyle.valueOf(style.getKey().toUpperCase(Locale.ROOT));
        compare(
            element,
            List.of(new GoodFixture.Form(styles.dialect(), style.getValue())),
            CustomTypes.OPTIONS.withParamStyle(paramStyle));
      }
    }

    assertThat(differences).isEmpty();
  }

  static Stream<GoodFixture> fetched() {
    return understood().filter(fixture -> fixture.expected().has("columns"));
  }

  @ParameterizedTest
  @MethodSource("fetched")
  void namesTheColumnsOfTheResult(GoodFixture fixture) {
    Compiled compiled = SqlCompiler.compile(element(fixture), Dialect.SQLITE, CustomTypes.OPTIONS);

    // What text gives is known only to the database.
    if (compiled.resultForm() == ResultForm.ORDERED) {
      assertThat(compiled.resultColumns())
          .extracting(ResultColumn::name)
          .isEqualTo(texts(fixture.expected().path("columns")));
    }
  }

  // Everything may be understood.
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("notUnderstood")
  void refusesByNameWhatIsNotUnderstood(GoodFixture fixture) {
    ClauseElement element = element(fixture);

    // A dialect may have nothing to do with the part, or none of the statement at all.
    assertThat(Dialect.all())
        .anySatisfy(
            dialect ->
                assertThatExceptionOfType(UnsupportedConstructException.class)
                    .isThrownBy(() -> SqlCompiler.compile(element, dialect))
                    .withMessageStartingWith("no SQL can be made of "));
  }

  private void compare(
      ClauseElement element, List<GoodFixture.Form> forms, CompileOptions options) {
    for (GoodFixture.Form form : forms) {
      String expected = form.isError() ? "an error" : describe(form.expected());
      String actual = describe(element, form, options);
      if (!comparable(actual, form, options).equals(comparable(expected, form, options))) {
        differences.add(form.dialect() + ": " + actual + "\n  instead of " + expected);
      }
    }
  }

  /** On SQL Server, SQLAlchemy does not double a percent sign in a name, as drivers need it. */
  private static String comparable(String text, GoodFixture.Form form, CompileOptions options) {
    ParamStyle style = options.paramStyle();
    return style != null && style.doublesPercents() && form.dialect().equals("mssql")
        ? text.replace("%%", "%")
        : text;
  }

  private static String describe(JsonNode expected) {
    if (expected.isTextual()) {
      return expected.textValue();
    }
    return String.join(
        "\n-- ",
        expected.path("sql").textValue(),
        params(expected.path("params")),
        texts(expected.path("positions")).toString());
  }

  private static String describe(
      ClauseElement element, GoodFixture.Form form, CompileOptions options) {
    try {
      Compiled compiled = SqlCompiler.compile(element, Dialect.named(form.dialect()), options);
      if (form.expected().isTextual()) {
        return compiled.sql();
      }
      return String.join(
          "\n-- ", compiled.sql(), params(compiled, form), positions(compiled, form));
    } catch (BrineException refusal) {
      return form.isError() ? "an error" : refusal.toString();
    }
  }

  /** Each parameter with its value, which is parsed so that only the value counts, not spacing. */
  private static String params(JsonNode expected) {
    List<String> params = new ArrayList<>();
    expected.forEach(
        param -> params.add(param.path("name").textValue() + "=" + param.get("value")));
    return params.toString();
  }

  private static String params(Compiled compiled, GoodFixture.Form form) {
    List<String> params = new ArrayList<>();
    if (form.expected().has("params")) {
      compiled
          .shownParams()
          .forEach(
              (name, value) -> params.add(name + "=" + GoodFixture.json(JsonValues.write(value))));
    }
    return params.toString();
  }

  private static String positions(Compiled compiled, GoodFixture.Form form) {
    return form.expected().has("positions")
        ? compiled.positional().stream().map(CompiledBind::name).toList().toString()
        : "[]";
  }

  private static List<@Nullable String> texts(JsonNode array) {
    List<@Nullable String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}
