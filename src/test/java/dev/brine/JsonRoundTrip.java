package dev.brine;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.brine.codec.ExprToGraph;
import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.json.JsonForm;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What was loaded is written as JSON and read again, and has to be what it was. */
final class JsonRoundTrip {

  /** Made up when a dump is loaded, in another order than when JSON is read. */
  private static final Pattern TOKEN = Pattern.compile("%\\((\\d+) ");

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              JsonForm.class.getResourceAsStream("expression.schema.json"),
              // What refers to each other without end would be loaded without end.
              SchemaValidatorsConfig.builder().preloadJsonSchema(false).cacheRefs(false).build());

  private final Deserializer deserializer;
  private final List<String> differences = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private int alike;

  /**
   * @param deserializer what knows the tables and classes
   */
  JsonRoundTrip(Deserializer deserializer) {
    this.deserializer = deserializer;
  }

  /** What was not the same afterwards, a line each. */
  List<String> differences() {
    return differences;
  }

  int alike() {
    return alike;
  }

  /** Checks a dump, if it can be read at all. */
  void check(String name, byte[] dump, Dialect dialect) {
    Object loaded;
    try {
      loaded = deserializer.loads(dump);
    } catch (BrineException unreadable) {
      return;
    }
    check(name, loaded, dialect);
  }

  void check(String name, Object loaded, Dialect dialect) {
    int before = differences.size();
    try {
      String json = ExpressionSerializer.toJson(loaded);
      Object again = deserializer.fromJson(json);
      compare(name + ": bytes", bytes(loaded), bytes(again));
      // One construct is dumped at several protocols, and read alike from each.
      if (seen.add(json)) {
        SCHEMA
            .validate(json, InputFormat.JSON)
            .forEach(wrong -> differences.add(name + ": schema: " + wrong.getMessage()));
        compare(name + ": JSON", json, ExpressionSerializer.toJson(again));
        compare(name + ": structure", structure(loaded), structure(again));
        compare(name + ": SQL", sql(loaded, dialect), sql(again, dialect));
      }
    } catch (BrineException refusal) {
      differences.add(name + ": " + refusal);
    }
    alike += differences.size() == before ? 1 : 0;
  }

  private void compare(String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      int at = Arrays.mismatch(expected.toCharArray(), actual.toCharArray());
      int from = Math.max(0, at - 60);
      differences.add(
          "%s: …%s… instead of …%s…"
              .formatted(what, excerpt(actual, from), excerpt(expected, from)));
    }
  }

  private static String excerpt(String text, int from) {
    return text.substring(Math.min(from, text.length()), Math.min(text.length(), from + 160));
  }

  /**
   * The dump of it, of which nothing but the identity of equal texts is left open: objects that are
   * carried along have texts of their own in the one and not in the other.
   */
  private static String bytes(Object structure) {
    try {
      return new TextSharing().dump(structure);
    } catch (BrineException refusal) {
      return refusal.toString();
    }
  }

  private static final class TextSharing extends Serializer {
    String dump(Object structure) {
      Object graph =
          ExprToGraph.encode(
              structure, each -> persistentId(each) != null, DumpOptions.DEFAULT.target());
      return Arrays.toString(dumpsSharingTexts(graph));
    }
  }

  /** Every component of every record; what is compared by identity alone is not told apart. */
  private static String structure(Object loaded) {
    if (!(loaded instanceof ClauseElement)) {
      return "";
    }
    Map<String, Integer> tokens = new HashMap<>();
    return TOKEN
        .matcher(loaded.toString())
        .replaceAll(
            token -> {
              int number = tokens.computeIfAbsent(token.group(1), unseen -> tokens.size());
              return "%(" + number + " ";
            });
  }

  private static String sql(Object loaded, Dialect dialect) {
    ClauseElement element = GoodFixture.element(loaded);
    if (element == null) {
      return "";
    }
    try {
      return SqlCompiler.compile(OrmCompiler.toCore(element), dialect).toString();
    } catch (BrineException refusal) {
      // What is not understood is found at another path.
      return refusal.toString().replaceAll(" at \\$\\S*", "");
    }
  }
}
