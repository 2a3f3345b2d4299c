package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brine.error.BrineException;
import dev.brine.error.ForbiddenStatementException;
import dev.brine.error.MalformedPickleException;
import dev.brine.error.UsageException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Select;
import dev.brine.expr.TableRef;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.pickle.PickleForm;
import dev.brine.pickle.ReadLimits;
import dev.brine.policy.LoadPolicy;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.Compiled;
import dev.brine.sql.CompiledBind;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes from the cache is what loading and compiling the dump would have given. */
class CompiledCacheTest {

  /** How many of the fixtures come from the cache at least when their values change. */
  private static final int FLOOR = 1400;

  private static final LoadOptions OPTIONS = LoadOptions.NONE.withMetadata(Shop.METADATA);
  private static final TableRef USERS = Shop.table("users");

  private final CompiledCache cache = new CompiledCache(OPTIONS, Dialect.SQLITE);

  static Stream<Dialect> dialects() {
    return Stream.of(Dialect.SQLITE, Dialect.ORACLE);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void everyFixtureWithOtherValuesIsAsWithoutTheCache(Dialect dialect) {
    CompiledCache ofDialect = new CompiledCache(OPTIONS, dialect);

    long cached = fixtures().filter(dump -> isCached(ofDialect, dialect, dump)).count();

    assertThat(cached).isGreaterThan(FLOOR);
  }

  private static Stream<byte[]> fixtures() {
    return GoodFixture.all().filter(each -> each.expected().has("sql")).map(GoodFixture::dump);
  }

  /** Whether the cache knew the dump at its third time; whatever it did, it was right. */
  private static boolean isCached(CompiledCache cache, Dialect dialect, byte[] dump) {
    PickleForm form = PickleForm.of(dump, "value", ReadLimits.DEFAULT);
    PickleForm varied = form == null ? null : form.varied();
    if (varied == null || varied.values().isEmpty()) {
      return false;
    }
    Object first = told(() -> cache.compile(dump));
    Object second = told(() -> cache.compile(dump));
    Object third = told(() -> cache.compile(varied.pickle()));

    assertThat(third).isEqualTo(told(() -> whole(varied.pickle(), dialect)));
    assertThat(first).isEqualTo(told(() -> whole(dump, dialect))).isEqualTo(second);
    return second instanceof Told one
        && third instanceof Told other
        && one.compiled.parts() == other.compiled.parts();
  }

  /** What is to be the same of two statements; types that are carried unread have no equality. */
  private record Told(Compiled compiled) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Told && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
      return toString().hashCode();
    }

    @Override
    public String toString() {
      return facts().toString();
    }

    private List<Object> facts() {
      Compiled run = compiled.missing().isEmpty() ? compiled.expanded() : compiled;
      List<CompiledBind> positional = run.positional();
      List<List<Object>> columns =
          compiled.resultColumns().stream()
              .map(column -> List.<Object>of(column.name(), column.type()))
              .toList();
      return List.of(compiled.sql(), compiled.params(), run.sql(), positional, columns);
    }
  }

  private static Object told(Compiling compiling) {
    try {
      Told told = new Told(compiling.compile());
      told.facts();
      return told;
    } catch (BrineException refused) {
      return refused.getClass() + ": " + refused.getMessage();
    }
  }

  @FunctionalInterface
  private interface Compiling {
    Compiled compile();
  }

  private static Compiled whole(byte[] dump, Dialect dialect) {
    Object loaded = ExpressionSerializer.loads(dump, OPTIONS);
    if (!(loaded instanceof ClauseElement element)) {
      throw new UsageException("the dump holds no statement or expression");
    }
    return SqlCompiler.compile(OrmCompiler.toCore(element), dialect);
  }

  private static byte[] named(String name) {
    return ExpressionSerializer.dumps(query(name, 5, List.of(1L, 2L)));
  }

  private static Select query(String name, long least, List<Long> ids) {
    return Select.of(USERS.c("id"))
        .where(USERS.c("name").eq(name))
        .where(USERS.c("id").ge(least))
        .where(USERS.c("id").in(ids));
  }

  private void learn() {
    cache.compile(named("tea"));
    cache.compile(named("jam"));
  }

  @Test
  void textsNumbersAndListsFillTheParameters() {
    learn();
    List<Long> ids = LongStream.range(0, 3000).boxed().toList();
    byte[] dump = ExpressionSerializer.dumps(query("été ☃", 70_000, ids));

    Compiled compiled = cache.compile(dump);

    assertThat(compiled.parts()).isSameAs(cache.compile(named("milk")).parts());
    assertThat(compiled.params())
        .isEqualTo(Map.of("name_1", "été ☃", "id_1", 70_000L, "id_2", ids));
    assertThat(compiled.expanded().positional()).hasSize(3002);
  }

  @Test
  void datesAndDecimalsFillTheParameters() {
    for (int day = 1; day < 3; day++) {
      cache.compile(dated(LocalDateTime.of(2024, 4, day, 12, 30), new BigDecimal("1.5" + day)));
    }
    LocalDateTime moment = LocalDateTime.of(1999, 12, 31, 23, 59, 58, 7_000);

    Compiled compiled = cache.compile(dated(moment, new BigDecimal("-12.340")));

    assertThat(compiled.params())
        .isEqualTo(Map.of("created_at_1", moment, "age_1", new BigDecimal("-12.340")));
    assertThat(compiled.parts())
        .isSameAs(cache.compile(dated(moment.plusYears(7), BigDecimal.ONE)).parts());
  }

  private static byte[] dated(LocalDateTime moment, BigDecimal least) {
    return ExpressionSerializer.dumps(
        Select.of(USERS.c("id"))
            .where(USERS.c("created_at").lt(moment))
            .where(USERS.c("age").ge(least)));
  }

  @Test
  void aDumpIsKnownFromItsThirdTimeOn() {
    Compiled first = cache.compile(named("tea"));
    Compiled second = cache.compile(named("jam"));
    Compiled third = cache.compile(named("milk"));

    assertThat(first.parts()).isNotSameAs(second.parts());
    assertThat(third.parts()).isSameAs(second.parts());
  }

  @Test
  void aValueThatIsAlsoAnotherOneIsAFormOfItsOwn() {
    learn();
    Select twice = query("tea", 5, List.of(1L, 2L)).where(USERS.c("name").ne("tea"));

    assertThat(cache.compile(ExpressionSerializer.dumps(twice)).params())
        .containsEntry("name_1", "tea")
        .containsEntry("name_2", "tea");
  }

  @Test
  void brokenValuesAreRefusedAsEver() {
    learn();
    byte[] dump = named("tea");
    String text = new String(dump, StandardCharsets.ISO_8859_1);
    dump[text.indexOf("tea")] = (byte) 0xFF;

    assertThatExceptionOfType(MalformedPickleException.class)
        .isThrownBy(() -> cache.compile(dump))
        .withMessageContaining("UTF-8");
  }

  @Test
  void whatIsPartOfTheSqlIsCompiledEachTime() {
    CompiledCache literal =
        new CompiledCache(
            OPTIONS, Dialect.SQLITE, CompileOptions.DEFAULT.withLiteralBinds(true), 10);

    for (String name : List.of("tea", "jam", "milk", "rice")) {
      assertThat(literal.compile(named(name)).sql()).contains("= '" + name + "'");
    }
  }

  @Test
  void theFormNotAskedForLongestIsForgotten() {
    CompiledCache small = new CompiledCache(OPTIONS, Dialect.SQLITE, CompileOptions.DEFAULT, 1);
    small.compile(named("tea"));
    Compiled learnt = small.compile(named("jam"));
    small.compile(ExpressionSerializer.dumps(Select.of(USERS.c("name"))));

    assertThat(small.compile(named("tea")).parts()).isNotSameAs(learnt.parts());
  }

  @Test
  void longDumpsAreNotKept() {
    byte[] dump =
        ExpressionSerializer.dumps(query("tea", 5, LongStream.range(0, 30_000).boxed().toList()));
    cache.compile(dump);
    Compiled second = cache.compile(dump);

    assertThat(cache.compile(dump).parts()).isNotSameAs(second.parts());
  }

  @Test
  void thePolicyHoldsForEachDump() {
    CompiledCache strict =
        new CompiledCache(
            OPTIONS.withPolicy(LoadPolicy.TRUSTED.allowingTables(Set.of("orders"))),
            Dialect.SQLITE);

    for (int i = 0; i < 4; i++) {
      assertThatExceptionOfType(ForbiddenStatementException.class)
          .isThrownBy(() -> strict.compile(named("tea")));
    }
  }

  @Test
  void whatIsNoStatementIsRefused() {
    byte[] dump = ExpressionSerializer.dumps(List.of(1L, 2L));

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> cache.compile(dump))
        .withMessageContaining("no statement");
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> new CompiledCache(OPTIONS, Dialect.SQLITE, CompileOptions.DEFAULT, 0));
  }

  @Test
  void theBytesMayBeUsedForSomethingElseAfterwards() {
    byte[] tea = named("tea");
    byte[] jam = named("jam");
    cache.compile(tea);
    cache.compile(jam);
    Arrays.fill(jam, (byte) 0);

    assertThat(Objects.requireNonNull(cache.compile(tea).params().get("name_1"))).isEqualTo("tea");
    assertThat(cache.compile(tea).parts()).isSameAs(cache.compile(tea).parts());
  }
}
