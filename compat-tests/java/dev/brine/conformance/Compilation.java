package dev.brine.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.ParamStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a test compiled a statement and what came of it, as the plugin wrote it down.
 *
 * @param json {@code {"dialect", "arguments", "sql", "params"}}
 */
record Compilation(JsonNode json) {

  /**
   * Settings that are not the ones a dialect is born with and change no text of a statement, or
   * follow from what is asked for anyway.
   */
  private static final Set<String> HARMLESS_SETTINGS =
      Set.of(
          "_bind_typing_render_casts",
          "positional",
          "is_mariadb",
          "supports_default_values",
          "supports_default_metavalue");

  private static final String LITERAL_BINDS = "literal_binds";
  private static final String RENDER_POSTCOMPILE = "render_postcompile";
  private static final String COLUMN_KEYS = "column_keys";
  private static final String FOR_EXECUTEMANY = "for_executemany";

  private static final Set<String> KNOWN_ARGUMENTS =
      Set.of(LITERAL_BINDS, RENDER_POSTCOMPILE, COLUMN_KEYS, FOR_EXECUTEMANY);

  /**
   * Of {@code StrCompileDialect}, which is lenient towards what a test forgot, and PostgreSQL's of
   * no driver, which casts less than any.
   */
  private static final Set<String> NOT_WRITTEN = Set.of("StrCompileDialect", "PGDialect");

  String dialect() {
    return json.at("/dialect/name").asText();
  }

  String sql() {
    return json.get("sql").asText();
  }

  /** A pickled dict; null where there is none, or it cannot be pickled. */
  JsonNode params() {
    return json.get("params");
  }

  CompileOptions options() {
    String style = json.at("/dialect/paramstyle").asText().toUpperCase(Locale.ROOT);
    return CompileOptions.DEFAULT
        .withParamStyle(ParamStyle.valueOf(style))
        .withLiteralBinds(argument(LITERAL_BINDS))
        .withRenderPostcompile(argument(RENDER_POSTCOMPILE))
        .withColumnKeys(columnKeys())
        .withForMany(argument(FOR_EXECUTEMANY))
        .withForServer(json.at("/dialect/casts").asBoolean())
        .withRenderers(TypesOfTests.RENDERERS);
  }

  private @Nullable List<String> columnKeys() {
    JsonNode names = json.at("/arguments/" + COLUMN_KEYS);
    if (names.isMissingNode()) {
      return null;
    }
    List<String> keys = new ArrayList<>();
    names.forEach(name -> keys.add(name.asText()));
    return keys;
  }

  private boolean argument(String name) {
    return json.at("/arguments/" + name).asBoolean();
  }

  /** What the test asked for that cannot be asked of Java: the SQL may then differ. */
  List<String> unspoken() {
    List<String> found = new ArrayList<>();
    String dialectClass = json.at("/dialect/class").asText();
    if (NOT_WRITTEN.contains(dialectClass)) {
      found.add("class " + dialectClass);
    }
    json.at("/dialect/settings")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!HARMLESS_SETTINGS.contains(name)) {
                found.add("setting " + name);
              }
            });
    json.get("arguments")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN_ARGUMENTS.contains(name)) {
                found.add("argument " + name);
              }
            });
    return found;
  }
}
