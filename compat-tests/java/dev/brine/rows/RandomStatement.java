package dev.brine.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement by {@code python-fixtures/rows/grammar.py}.
 *
 * @param choices of which it is the outcome
 * @param source as a Python program would have it
 */
record RandomStatement(List<Integer> choices, String source, Told told) {

  RandomStatement {
    choices = List.copyOf(choices);
  }

  /** By the worker's answer. */
  static RandomStatement of(JsonNode answer) {
    List<Integer> choices = new ArrayList<>();
    answer.get("choices").forEach(choice -> choices.add(choice.asInt()));
    return new RandomStatement(choices, answer.get("source").asText(), Told.of(answer));
  }
}
