package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement by {@code python-fixtures/orm_grammar}.
 *
 * @param choices of which it is the outcome
 * @param source as a Python program would have it
 * @param fixture its dump and what a living SQLAlchemy made of it; null where it refused to build
 *     or to dump it
 */
record RandomOrm(List<Integer> choices, String source, @Nullable OrmFixture fixture) {

  RandomOrm {
    choices = List.copyOf(choices);
  }

  /** By the answer of a series' worker. */
  static RandomOrm of(String series, JsonNode answer) {
    List<Integer> choices = new ArrayList<>();
    answer.get("choices").forEach(choice -> choices.add(choice.asInt()));
    JsonNode dump = answer.path("dump");
    OrmFixture fixture =
        dump.isMissingNode()
            ? null
            : new OrmFixture(
                series,
                "random",
                JsonNodeFactory.instance.objectNode().set("5", dump),
                answer.get("expected"));
    return new RandomOrm(choices, answer.get("source").asText(), fixture);
  }
}
