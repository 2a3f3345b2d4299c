package dev.brine.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.ExpressionSerializer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The 22 queries of TPC-H, written with SQLAlchemy in {@code python-fixtures/rows/tpch.py}, fetch
 * the same rows for Python and for Java, and for Python from the dumps that Java writes.
 */
class TpchIT {

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL"})
  void pythonAndJavaFetchTheSameRows(SharedDatabase database) {
    Map<String, String> differences = new TreeMap<>();
    List<String> run;
    try (World world = new World("tpch", database)) {
      run = world.statements();
      assertThat(run).hasSize(22);
      for (String name : run) {
        Told statement = world.statement(name);
        assertThat(statement.outcome().path("rows")).as(name).isNotEmpty();
        Comparison.difference(world, name, statement)
            .ifPresent(difference -> differences.put(name, difference));
      }
    }

    KnownGaps gaps = KnownGaps.of(database);
    assertThat(gaps.unlisted(differences)).as("differences").isEmpty();
    assertThat(gaps.outdated(run, differences))
        .as("those in %s that work now are to be struck", KnownGaps.FILE)
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL"})
  void whatIsWrittenInJavaFetchesTheSameInPython(SharedDatabase database) {
    try (World world = new World("tpch", database)) {
      new TpchQueries(world.metadata())
          .all()
          .forEach(
              (name, query) -> {
                JsonNode own = world.statement(name).outcome();
                JsonNode sent = world.run(name, ExpressionSerializer.dumps(query)).path("told");

                assertThat(sent).as(name).isEqualTo(own);
              });
    }
  }
}
