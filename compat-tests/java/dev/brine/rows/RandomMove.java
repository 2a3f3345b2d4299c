package dev.brine.rows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.DumpOptions;
import dev.brine.ExpressionSerializer;
import dev.brine.PlaceholderDeserializer;
import dev.brine.compat.LivingPython;
import dev.brine.error.BrineException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One random statement, dumped by each series that has it and moved to each.
 *
 * @param choices of which it is the outcome
 * @param source as a Python program would have it
 * @param built by series, what it made of it
 */
record RandomMove(List<Integer> choices, String source, Map<Series, JsonNode> built) {

  RandomMove {
    choices = List.copyOf(choices);
    built = Map.copyOf(built);
  }

  /** A move from a series to one. */
  record Pair(Series from, Series to) {

    @Override
    public String toString() {
      return from + " -> " + to;
    }
  }

  /**
   * What went otherwise.
   *
   * @param how what came, and what should have
   */
  record Difference(Pair pair, String how) {}

  /** By the worker's answer. */
  static RandomMove of(JsonNode answer, Collection<LivingSeries> living) {
    List<Integer> choices = new ArrayList<>();
    answer.get("choices").forEach(choice -> choices.add(choice.asInt()));
    String source = answer.get("source").asText();
    Map<Series, JsonNode> built = new HashMap<>();
    for (LivingSeries each : living) {
      JsonNode made = each.build(source);
      if (!made.has("absent")) {
        built.put(each.series(), made);
      }
    }
    return new RandomMove(choices, source, built);
  }

  /** The moves that there are: from a series that has the statement to one that has it. */
  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (Series from : Series.values()) {
      for (Series to : Series.values()) {
        if (built.containsKey(from) && built.containsKey(to)) {
          pairs.add(new Pair(from, to));
        }
      }
    }
    return pairs;
  }

  List<Difference> differences(Collection<LivingSeries> living) {
    List<Difference> differences = new ArrayList<>();
    for (LivingSeries to : living) {
      // Many series' dumps become the very same bytes.
      Map<String, JsonNode> known = new HashMap<>();
      for (Pair pair : pairs()) {
        if (pair.to() == to.series()) {
          String difference = difference(pair, living, to, known);
          if (!difference.isEmpty()) {
            differences.add(new Difference(pair, difference));
          }
        }
      }
    }
    return differences;
  }

  /** Empty where the moved dump is to the series what it builds itself. */
  private String difference(
      Pair pair, Collection<LivingSeries> living, LivingSeries to, Map<String, JsonNode> known) {
    byte[] moved;
    try {
      moved = moved(pair, living);
    } catch (BrineException refusal) {
      return "refused: " + refusal.getMessage();
    } catch (RuntimeException | AssertionError crash) {
      return "crash: " + crash + " at " + Arrays.toString(crash.getStackTrace());
    }
    String bytes = LivingPython.base64(moved);
    JsonNode told = known.computeIfAbsent(bytes, unseen -> to.use(moved, source));
    return isOf(to, told) ? "" : difference(pair, to, told);
  }

  /** Without metadata, unless what does not name its columns asks for some. */
  private byte[] moved(Pair pair, Collection<LivingSeries> living) {
    DumpOptions options = DumpOptions.DEFAULT.withSeries(pair.to());
    byte[] dump = dump(pair.from());
    try {
      return ExpressionSerializer.dumps(new PlaceholderDeserializer().loads(dump), options);
    } catch (UnresolvedReferenceException unnamed) {
      LivingSeries from =
          living.stream().filter(each -> each.series() == pair.from()).findFirst().orElseThrow();
      return ExpressionSerializer.dumps(ExpressionSerializer.loads(dump, from.metadata()), options);
    }
  }

  private boolean isOf(LivingSeries to, JsonNode told) {
    JsonNode own = built(to.series()).get("told");
    return told.equals(own) || told.equals(to.again(source));
  }

  private String difference(Pair pair, LivingSeries to, JsonNode told) {
    if (told.has("error")) {
      return "fails: " + told;
    }
    JsonNode own = built(to.series()).get("told");
    JsonNode origin = built(pair.from()).get("told");
    List<String> dialects = new ArrayList<>();
    own.fieldNames().forEachRemaining(dialects::add);
    // What a compiler makes of another dialect's clauses by accident is left out.
    dialects.removeIf(dialect -> own.get(dialect).has("error"));
    for (String dialect : dialects) {
      String sql = own.get(dialect).path("sql").asText();
      List<SeriesHabit> habits =
          SeriesHabit.of(new SeriesHabit.Move(pair.from(), pair.to(), dialect, sql));
      PrintedForm got = new PrintedForm(told.get(dialect), habits);
      if (!got.isOfEither(
          new PrintedForm(own.get(dialect), habits),
          new PrintedForm(origin.get(dialect), habits))) {
        return "differs on %s:%n%s%ninstead of%n%s%norigin%n%s"
            .formatted(dialect, told.get(dialect), own.get(dialect), origin.get(dialect));
      }
    }
    return "";
  }

  private JsonNode built(Series series) {
    return Objects.requireNonNull(built.get(series), "no pair of a series that lacks it");
  }

  private byte[] dump(Series series) {
    return World.bytes(built(series).get("dump"));
  }
}
