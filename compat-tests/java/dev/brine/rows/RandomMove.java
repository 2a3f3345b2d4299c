package dev.brine.rows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.DumpOptions;
import dev.brine.ExpressionSerializer;
import dev.brine.PlaceholderDeserializer;
import dev.brine.compat.LivingPython;
import dev.brine.error.BrineException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.schema.MetaData;
import dev.brine.series.Series;
import java.util.ArrayList;
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

  private static final int SHOWN = 2_000;

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

  private static LivingSeries living(Series series, Collection<LivingSeries> living) {
    return living.stream().filter(each -> each.series() == series).findFirst().orElseThrow();
  }

  /** Empty where the moved dump is to the series, and to Java, what the series builds itself. */
  private String difference(
      Pair pair, Collection<LivingSeries> living, LivingSeries to, Map<String, JsonNode> known) {
    LivingSeries from = living(pair.from(), living);
    byte[] dump = World.bytes(built(pair.from()).get("dump"));
    try {
      byte[] moved = moved(dump, from, pair.to());
      String bytes = LivingPython.base64(moved);
      JsonNode told = known.computeIfAbsent(bytes, unseen -> to.use(moved, source));
      String difference = isOf(to, told) ? "" : difference(pair, told);
      return difference.isEmpty() ? readingDiffers(pair, dump, moved, living) : difference;
    } catch (BrineException refusal) {
      return "refused: " + refusal.getMessage();
    } catch (RuntimeException | AssertionError crash) {
      return "crash: " + crash + " at " + crash.getStackTrace()[0];
    }
  }

  /** Without metadata, unless what does not name its columns asks for some. */
  private static byte[] moved(byte[] dump, LivingSeries from, Series to) {
    DumpOptions options = DumpOptions.DEFAULT.withSeries(to);
    try {
      return ExpressionSerializer.dumps(new PlaceholderDeserializer().loads(dump), options);
    } catch (UnresolvedReferenceException unnamed) {
      return ExpressionSerializer.dumps(ExpressionSerializer.loads(dump, from.metadata()), options);
    }
  }

  private boolean isOf(LivingSeries to, JsonNode told) {
    JsonNode own = built(to.series()).get("told");
    return told.equals(own) || told.equals(to.again(source));
  }

  private String difference(Pair pair, JsonNode told) {
    if (told.has("error")) {
      return "fails: " + told;
    }
    JsonNode own = built(pair.to()).get("told");
    JsonNode origin = built(pair.from()).get("told");
    for (String dialect : dialects(pair.to())) {
      JsonNode ownForm = own.get("forms").get(dialect);
      JsonNode originForm = origin.get("forms").get(dialect);
      JsonNode form = told.get("forms").get(dialect);
      List<SeriesHabit> habits = habits(pair, dialect);
      if (!new PrintedForm(form, habits)
          .isOfEither(new PrintedForm(ownForm, habits), new PrintedForm(originForm, habits))) {
        return differs(dialect, form, ownForm, originForm);
      }
    }
    JsonNode outcome = told.get("outcome");
    return outcome.equals(own.get("outcome")) || outcome.equals(origin.get("outcome"))
        ? ""
        : differs("rows", outcome, own.get("outcome"), origin.get("outcome"));
  }

  /** Java prints what was dumped as 2.0 does, and what was moved alike. */
  private String readingDiffers(
      Pair pair, byte[] dump, byte[] moved, Collection<LivingSeries> living) {
    Pair printed = new Pair(pair.from(), built.containsKey(Series.V2_0) ? Series.V2_0 : pair.to());
    List<String> dialects = dialects(printed.to());
    MetaData metadata = living(pair.from(), living).metadata();
    JsonNode forms = JavaForms.of(dump, metadata, dialects);
    JsonNode back = JavaForms.of(moved, metadata, dialects);
    for (String dialect : dialects) {
      JsonNode own = built(printed.to()).get("told").get("forms").get(dialect);
      JsonNode origin = built(printed.from()).get("told").get("forms").get(dialect);
      List<SeriesHabit> habits = habits(printed, dialect);
      PrintedForm form = new PrintedForm(forms.get(dialect), habits);
      PrintedForm originForm = new PrintedForm(origin, habits);
      if (!form.hasWordsOf(new PrintedForm(own, habits), originForm)
          && !form.hasWordsOf(
              new PrintedForm(again(printed.to(), living, dialect), habits), originForm)) {
        return "Java " + differs(dialect, forms.get(dialect), own, origin);
      }
      habits = habits(pair, dialect);
      PrintedForm backForm = new PrintedForm(back.get(dialect), habits);
      PrintedForm javaForm = new PrintedForm(forms.get(dialect), habits);
      JsonNode there = built(pair.to()).get("told").get("forms").get(dialect);
      if (!backForm.hasWordsOf(javaForm, originForm)
          && !backForm.hasWordsOf(javaForm, new PrintedForm(there, habits))) {
        return "read back " + differs(dialect, back.get(dialect), forms.get(dialect), origin);
      }
    }
    return "";
  }

  /** What a series prints once it has dumped and loaded the statement, as Java has. */
  private JsonNode again(Series series, Collection<LivingSeries> living, String dialect) {
    return living(series, living).again(source).path("forms").path(dialect);
  }

  /** What a compiler makes of another dialect's clauses by accident is left out. */
  private List<String> dialects(Series series) {
    List<String> dialects = new ArrayList<>();
    JsonNode forms = built(series).get("told").get("forms");
    forms.fieldNames().forEachRemaining(dialects::add);
    dialects.removeIf(dialect -> forms.get(dialect).has("error"));
    return dialects;
  }

  private List<SeriesHabit> habits(Pair pair, String dialect) {
    JsonNode own = built(pair.to()).get("told").get("forms").get(dialect);
    return SeriesHabit.of(
        new SeriesHabit.Move(pair.from(), pair.to(), dialect, own.path("sql").asText()));
  }

  private static String differs(String what, JsonNode found, JsonNode wanted, JsonNode origin) {
    return "differs on %s:%n%s%ninstead of%n%s%norigin%n%s"
        .formatted(what, shortly(found), shortly(wanted), shortly(origin));
  }

  private static String shortly(JsonNode told) {
    String text = told.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private JsonNode built(Series series) {
    return Objects.requireNonNull(built.get(series), "no pair of a series that lacks it");
  }
}
