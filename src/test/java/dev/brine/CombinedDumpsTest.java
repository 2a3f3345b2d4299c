package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Query;
import dev.brine.expr.Sql;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.sql.Compiled;
import dev.brine.sql.CompiledBind;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was loaded from several dumps stands in one statement, each with the values it had. */
class CombinedDumpsTest {

  private static final LoadOptions MAPPED = Music.mapped("2.0");

  @Test
  void parametersOfTwoDumpsAreTwo() {
    ColumnElement one = (ColumnElement) load("orm_alone_criterion_compare");
    ColumnElement other = (ColumnElement) load("orm_alone_criterion_compare");

    Compiled both = compiled(Sql.and(one, Sql.not(other)));

    assertThat(both.sql()).isEqualTo("bands.founded > :founded_1 AND bands.founded <= :founded_2");
    assertThat(values(both)).containsExactly(1970L, 1970L);
  }

  @Test
  void aQueryIsFilteredByWhatAnotherDumpHolds() {
    Query query = (Query) load("orm_entities_query_filter");
    ColumnElement criterion = (ColumnElement) load("orm_alone_criterion_compare");

    Compiled alone = compiled(query);
    Compiled filtered = compiled(query.filter(criterion));

    assertThat(values(filtered)).hasSize(values(alone).size() + 1).contains(1970L);
  }

  private static Object load(String name) {
    OrmFixture fixture =
        OrmFixture.of("2.0").filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return ExpressionSerializer.loads(fixture.dump(), MAPPED);
  }

  private static Compiled compiled(dev.brine.expr.ClauseElement element) {
    return SqlCompiler.compile(OrmCompiler.toCore(element), Dialect.DEFAULT);
  }

  private static List<Object> values(Compiled compiled) {
    return compiled.positional().stream().map(CompiledBind::value).toList();
  }
}
