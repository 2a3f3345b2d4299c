package dev.brine.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.GroupField;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.junit.jupiter.api.Test;

/** Of every type in jOOQ's object model it is known whether a query that has it is imported. */
class JooqObjectModelTest {

  private static final Map<String, String> VERDICTS = verdicts();

  private static final Set<Class<?>> READ = new SelectImport(null, SQLDialect.DEFAULT).kinds();

  private static Map<String, String> verdicts() {
    try (InputStream file = JooqObjectModelTest.class.getResourceAsStream("object-model.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .collect(
              Collectors.toMap(words -> words[0], words -> words[1], (a, b) -> a, TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Class<?>> types() {
    return Stream.of(QOM.class.getDeclaredClasses())
        .filter(type -> Modifier.isPublic(type.getModifiers()));
  }

  private static Stream<Class<?>> types(String verdict) {
    return types().filter(type -> verdict.equals(VERDICTS.get(type.getSimpleName())));
  }

  private static Set<String> names(Stream<Class<?>> types) {
    return types.map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyTypeHasItsVerdict() {
    assertThat(names(types())).hasSizeGreaterThan(380).isEqualTo(VERDICTS.keySet());
    assertThat(VERDICTS.values()).isSubsetOf("imported", "refused", "statement", "part");
  }

  @Test
  void whatIsImportedIsWhatThereIsAReaderFor() {
    assertThat(names(READ.stream().filter(type -> type.getEnclosingClass() == QOM.class)))
        .isEqualTo(names(types("imported")));
  }

  @Test
  void whatIsImportedIsInAQueryThatGivesTheRowsOfJooq() {
    Set<Class<?>> met = new HashSet<>();
    DSLContext dsl = DSL.using(SQLDialect.DEFAULT);
    VisitListener listener =
        VisitListener.onVisitStart(context -> met.add(context.queryPart().getClass()));
    dsl.configuration().set(listener);
    JooqImportTest.TAKEN.values().forEach(dsl::render);

    assertThat(types("imported"))
        .allSatisfy(
            type -> assertThat(met).as(type.getSimpleName()).anyMatch(type::isAssignableFrom));
  }

  @Test
  void noReaderTakesWhatIsRefused() {
    assertThat(types("refused"))
        .hasSizeGreaterThan(200)
        .allSatisfy(type -> assertThat(READ).noneMatch(kind -> kind.isAssignableFrom(type)))
        .allMatch(
            type ->
                Stream.of(Field.class, Condition.class, Table.class, GroupField.class)
                    .anyMatch(kind -> kind.isAssignableFrom(type)));
  }

  @Test
  void statementsAreNoSelects() {
    assertThat(types("statement"))
        .hasSizeGreaterThan(30)
        .allMatch(Query.class::isAssignableFrom)
        .noneMatch(org.jooq.Select.class::isAssignableFrom);
  }
}
