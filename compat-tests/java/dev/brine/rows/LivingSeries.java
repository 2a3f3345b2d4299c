package dev.brine.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.catalog.PickledMetaData;
import dev.brine.compat.LivingPython;
import dev.brine.schema.MetaData;
import dev.brine.series.Series;
import java.nio.file.Path;
import java.util.List;

/** A living SQLAlchemy of a series, asked what it makes of random statements. */
final class LivingSeries {

  private static final List<String> DIALECTS =
      List.of("default", "sqlite", "mysql", "oracle", "mssql");

  private final Series series;
  private final LivingPython python;
  private final MetaData metadata;

  /**
   * Of a series.
   *
   * @param rows the SQLite whose rows it looks at
   */
  LivingSeries(Series series, World rows) {
    this.series = series;
    this.python =
        LivingPython.with(
            "series-" + series,
            Path.of("python-fixtures", "requirements", "sqlalchemy-%s.txt".formatted(series)),
            Path.of("compat-tests", "python", "series_worker.py"));
    this.metadata =
        PickledMetaData.read(
            World.bytes(
                python
                    .ask(python.question("open").put("address", rows.address()))
                    .get("metadata")));
  }

  Series series() {
    return series;
  }

  /** The tables as this series pickles them: it has not all types. */
  MetaData metadata() {
    return metadata;
  }

  /** The {@code source} of the statement of a seed, and its {@code choices}. */
  JsonNode source(String seed) {
    return python.ask(python.question("source").put("seed", seed));
  }

  /** As {@link #source(String)}, of choices. */
  JsonNode source(List<Integer> choices) {
    ObjectNode question = python.question("source");
    choices.forEach(question.withArray("choices")::add);
    return python.ask(question);
  }

  /** Its {@code dump} and what is {@code told} of it here; or why it is {@code absent}. */
  JsonNode build(String source) {
    return python.ask(question("build", source).put("source", source));
  }

  /** What is told of the statement once it was dumped and loaded here, or an error. */
  JsonNode again(String source) {
    return python.askAnyway(question("again", source).put("source", source)).path("told");
  }

  /** What is told of a dump, or an error. */
  JsonNode use(byte[] dump, String source) {
    JsonNode answer =
        python.askAnyway(question("use", source).put("dump", LivingPython.base64(dump)));
    return answer.has("told") ? answer.get("told") : answer;
  }

  /** In the dialect that says most, and in another for each statement. */
  private ObjectNode question(String operation, String source) {
    ObjectNode question = python.question(operation);
    question
        .putArray("dialects")
        .add("postgresql")
        .add(DIALECTS.get(Math.floorMod(source.hashCode(), DIALECTS.size())));
    return question;
  }
}
