package dev.brine.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.schema.MetaData;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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

  private static final Map<String, String> VERDICTS = ObjectModelList.VERDICTS;

  private static final Set<Class<?>> READ =
      new SelectImport((MetaData) null, SQLDialect.DEFAULT)
          .kinds().stream()
              .filter(type -> type.getEnclosingClass() == QOM.class)
              .collect(Collectors.toSet());

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
    assertThat(VERDICTS.values()).isSubsetOf("imported", "spelled", "refused", "statement", "part");
  }

  @Test
  void whatIsImportedIsWhatThereIsAReaderFor() {
    assertThat(names(READ.stream()))
        .isEqualTo(
            names(
                Stream.concat(types("imported"), types("spelled"))
                    .filter(JooqObjectModelTest::isNoChange)));
    assertThat(names(Spellings.ofDialect().stream())).isEqualTo(names(types("spelled")));
  }

  private static boolean isNoChange(Class<?> type) {
    return !Query.class.isAssignableFrom(type);
  }

  @Test
  void whatIsRefusedHasAReason() {
    assertThat(ObjectModelList.REASONS.keySet()).isEqualTo(names(types("refused")));
    assertThat(ObjectModelList.REASONS.values()).allMatch(reason -> reason.length() > 15);
  }

  @Test
  void whatIsImportedIsInAQueryThatGivesTheRowsOfJooq() {
    Set<Class<?>> met = new HashSet<>();
    DSLContext dsl = DSL.using(SQLDialect.DEFAULT);
    VisitListener listener =
        VisitListener.onVisitStart(context -> met.add(context.queryPart().getClass()));
    dsl.configuration().set(listener);
    JooqImportTest.TAKEN.values().forEach(dsl::render);
    JooqPostgresqlTest.TAKEN.values().forEach(dsl::render);
    ChangeQueries.taken().values().forEach(dsl::render);
    KindSamples.byKind().values().forEach(dsl::render);

    assertThat(Stream.concat(types("imported"), types("spelled")))
        .allSatisfy(
            type -> assertThat(met).as(type.getSimpleName()).anyMatch(type::isAssignableFrom));
  }

  @Test
  void noReaderTakesWhatIsRefused() {
    assertThat(types("refused"))
        .hasSizeGreaterThan(15)
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
