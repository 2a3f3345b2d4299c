package dev.brine.orm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What SQLAlchemy makes of an ORM construct, as far as it makes the same of it each time.
 *
 * <p>The relationships and the deferred columns of a class lie in Python sets. So the statements
 * that load them come in any order, and name their columns in any; how deep a cycle of classes is
 * followed may hang on it too.
 */
public record ToldByPython(NavigableMap<String, Object> facts) {

  private static final List<String> COMPARED =
      List.of("error", "kind", "class", "probe", "columns", "rows", "single", "unique", "change");

  /** Depth of its result hangs on the order of a Python set. */
  private static final String UNSTEADY = "orm_eager_query_subquery_self_limit";

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,]+");

  /**
   * What is to be compared.
   *
   * @param name of the construct
   * @param told a line of the recorded expectations, or an answer of the worker
   */
  public static ToldByPython of(String name, JsonNode told) {
    NavigableMap<String, Object> facts = new TreeMap<>();
    for (String key : COMPARED) {
      facts.put(key, told.path(key));
    }
    for (String key : List.of("sql", "labelled")) {
      told.path(key).properties().stream().findFirst().ifPresent(first -> facts.put(key, first));
    }
    if (!name.equals(UNSTEADY)) {
      facts.put("result", told.path("result"));
      facts.put("touched", told.path("touched"));
    }
    facts.put("statements", statements(told));
    List<Object> touches = new ArrayList<>();
    told.path("touch").forEach(step -> touches.add(List.of(step.path("values"), statements(step))));
    facts.put("touch", touches);
    return new ToldByPython(facts);
  }

  /** Whether Python was refused it, or what it fetches. */
  public boolean hasFailed() {
    return !node("error").isMissingNode() || result().has("error");
  }

  /** Whether it gives what another gives, by as many statements, whatever these are. */
  public boolean givesSame(ToldByPython other) {
    return List.of("result", "touched", "rows", "single", "change").stream()
            .allMatch(key -> node(key).equals(other.node(key)))
        && statements().size() == other.statements().size();
  }

  /** What it fetches; a missing node where it fetches nothing. */
  public JsonNode result() {
    return node("result");
  }

  private List<?> statements() {
    return facts.get("statements") instanceof List<?> sent ? sent : List.of();
  }

  private JsonNode node(String key) {
    return facts.get(key) instanceof JsonNode node ? node : MissingNode.getInstance();
  }

  private static List<String> statements(JsonNode told) {
    List<String> statements = new ArrayList<>();
    told.path("statements").forEach(each -> statements.add(words(each)));
    return statements.stream().sorted().toList();
  }

  private static String words(JsonNode statement) {
    String[] words = BETWEEN_WORDS.split(statement.path("sql").asText());
    Arrays.sort(words);
    return String.join(" ", words) + statement.path("params") + statement.path("many");
  }

  /** Where another differs, each time: what is said here, and what there. */
  public List<String> differences(ToldByPython other) {
    return facts.entrySet().stream()
        .filter(fact -> !fact.getValue().equals(other.facts.get(fact.getKey())))
        .map(Map.Entry::getKey)
        .map(key -> key + ": " + facts.get(key) + "\n  instead of " + other.facts.get(key))
        .toList();
  }
}
