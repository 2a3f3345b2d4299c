package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.policy.LoadPolicy;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.Dialect;
import dev.brine.sql.ParamStyle;
import dev.brine.sql.SqlCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Hostile text in the place of each text, number and None of the constructs' dumps, one at a time:
 * it is refused, or the tokens of the SQL stay what they are with a harmless word in its place.
 * What SQLAlchemy prints as it stands is listed, and refused by the policy that allows no raw SQL.
 *
 * <p>Each kind of place is tried once. {@code -Dbrine.injection=1} looks for them in all constructs
 * instead of one in so many.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SqlInjectionTest {

  private static final int ONE_IN = Integer.getInteger("brine.injection", 40);

  private static final String HARMLESS = "zqharmless";
  private static final List<String> HOSTILE =
      List.of(
          "x\"; DROP TABLE users; --",
          "x' OR '1'='1",
          "x'; DROP TABLE users; --",
          "x`; DROP TABLE users; #",
          "x]; DROP TABLE users; --",
          "x\\'; DROP TABLE users; --",
          "x\0; DROP TABLE users",
          "x\n; DROP TABLE users; /*",
          "x) OR (1=1",
          "%s :p ? %(q)s",
          "x\u2019\u201d; DROP");

  private static final CompileOptions AS_RUN =
      CompileOptions.DEFAULT.withParamStyle(ParamStyle.QMARK).withRenderPostcompile(true);
  private static final List<CompileOptions> OPTIONS =
      List.of(AS_RUN, AS_RUN.withLiteralBinds(true));
  private static final LoadPolicy NO_RAW_SQL = LoadPolicy.TRUSTED.withoutRawSql();

  private final Set<String> places = new HashSet<>();
  private final Set<String> leaking = new TreeSet<>();
  private final List<String> leaksAllowed = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private final Connection sqlite;

  SqlInjectionTest() throws SQLException {
    sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @BeforeAll
  void tryAll() throws SQLException {
    try (Statement statement = sqlite.createStatement()) {
      statement.executeUpdate("CREATE TABLE users (id INTEGER, name TEXT)");
      statement.executeUpdate("INSERT INTO users VALUES (1, 'one')");
    }
    GoodFixture.all()
        .filter(each -> each.expected().has("sql"))
        .filter(each -> Math.floorMod(each.name().hashCode(), ONE_IN) == 0)
        .forEach(this::tryTexts);
  }

  @AfterAll
  void close() throws SQLException {
    sqlite.close();
  }

  @Test
  void thePolicyRefusesWhateverChangesTheStructureOfTheSql() {
    assertThat(places).hasSizeGreaterThan(300);
    assertThat(leaksAllowed.stream().limit(60)).isEmpty();
    assertThat(failures.stream().limit(20)).isEmpty();
  }

  @Test
  void onlyWhatIsSqlByDefinitionCanChangeTheStructure() throws IOException {
    List<String> listed =
        Files.readAllLines(Path.of("src/test/resources/dev/brine/raw-sql-places.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();

    assertThat(leaking)
        .isNotEmpty()
        .allMatch(place -> listed.contains(place) || listed.contains(ofAnyClass(place)));
  }

  @Test
  void whatTheSafePolicyAllowsDropsNoTable() throws SQLException {
    assertThat(sent).hasSizeGreaterThan(300);
    for (String sql : sent) {
      try (Statement statement = sqlite.createStatement()) {
        statement.executeUpdate(sql); // as many statements as there are in it
      } catch (SQLException expected) {
        // Most of it names tables that are not there, which is no matter.
      }
    }
    try (Statement statement = sqlite.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name FROM users")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("one");
    }
  }

  private static String ofAnyClass(String place) {
    return "*" + place.substring(Math.max(0, place.indexOf('.')));
  }

  private void tryTexts(GoodFixture fixture) {
    DumpedTexts texts = new DumpedTexts(fixture.dump());
    for (int i = 0; i < texts.count(); i++) {
      String place = texts.place(i);
      if (place != null && places.add(place)) {
        Object harmless = load(texts.with(i, HARMLESS));
        for (String text : HOSTILE) {
          Object hostile = load(texts.with(i, text));
          if (hostile != null) {
            compare(fixture, place, harmless == null ? fixture.load() : harmless, hostile);
          }
        }
      }
    }
  }

  private void compare(GoodFixture fixture, String place, Object harmless, Object hostile) {
    boolean isAllowed = isAllowed(NO_RAW_SQL, hostile);
    for (Dialect dialect : Dialect.all()) {
      for (CompileOptions options : OPTIONS) {
        String sql = sql(hostile, dialect, options);
        String before = sql(harmless, dialect, options);
        before = before == null ? sql(fixture.load(), dialect, options) : before;
        if (sql == null || before == null || isSame(sql, before, dialect)) {
          continue;
        }
        leaking.add(place.substring(place.lastIndexOf(' ') + 1));
        if (isAllowed) {
          leaksAllowed.add("%s of %s: %s".formatted(place, fixture, sql));
        }
      }
    }
    String sql = sql(hostile, Dialect.SQLITE, AS_RUN.withLiteralBinds(true));
    if (sql != null && isAllowed(LoadPolicy.SAFE, hostile)) {
      sent.add(sql);
    }
  }

  private static boolean isSame(String sql, String other, Dialect dialect) {
    return SqlTokens.kinds(sql, dialect.name()).equals(SqlTokens.kinds(other, dialect.name()));
  }

  private static boolean isAllowed(LoadPolicy policy, Object loaded) {
    try {
      policy.check(loaded);
      return true;
    } catch (BrineException forbidden) {
      return false;
    }
  }

  /** What is loaded; null for a dump that is refused. */
  private @Nullable Object load(byte[] dump) {
    try {
      return ExpressionSerializer.loads(dump, Shop.METADATA);
    } catch (BrineException refused) {
      return null;
    } catch (RuntimeException e) {
      failures.add("load: " + e);
      return null;
    }
  }

  private @Nullable String sql(Object loaded, Dialect dialect, CompileOptions options) {
    ClauseElement element = GoodFixture.element(loaded);
    try {
      return element == null ? null : SqlCompiler.compile(element, dialect, options).sql();
    } catch (BrineException refused) {
      return null;
    } catch (RuntimeException e) {
      failures.add("compile: " + e);
      return null;
    }
  }
}
