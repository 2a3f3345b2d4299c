package dev.brine.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brine.codec.Renames;
import dev.brine.codec.Renames.Kind;
import dev.brine.error.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is called otherwise now: {@code --rename-table} and so on. */
final class RenameOptions {

  /** In a file of JSON the key of the renames of a kind. */
  private static final Map<String, Kind> JSON_KEYS =
      Map.of("tables", Kind.TABLE, "columns", Kind.COLUMN, "classes", Kind.CLASS);

  @Option(
      names = "--rename-table",
      paramLabel = "OLD=NEW",
      description = "What a table is called now. May be given again.")
  private List<String> tables = List.of();

  @Option(
      names = "--rename-column",
      paramLabel = "TABLE.OLD=NEW",
      description =
          "What a column is called now; the table as the dump calls it. May be given again.")
  private List<String> columns = List.of();

  @Option(
      names = "--rename-class",
      paramLabel = "OLD.PATH.C=NEW.PATH.C",
      description = "What a Python class is called now. May be given again.")
  private List<String> classes = List.of();

  @Option(
      names = "--renames",
      paramLabel = "FILE",
      description =
          "A file of renames: lines such as 'table old=new', 'column table.old=new' and 'class"
              + " a.C=b.C', or JSON {\"tables\": {OLD: NEW}, \"columns\": …, \"classes\": …}.")
  private @Nullable Path file;

  /**
   * All of them.
   *
   * @throws UsageException if one is none, or the file cannot be read
   */
  Renames renames() {
    Renames all = file == null ? Renames.NONE : read(file);
    for (String pair : tables) {
      all = with(all, Kind.TABLE, pair);
    }
    for (String pair : columns) {
      all = with(all, Kind.COLUMN, pair);
    }
    for (String pair : classes) {
      all = with(all, Kind.CLASS, pair);
    }
    return all;
  }

  private static Renames with(Renames renames, Kind kind, String pair) {
    int equals = pair.indexOf('=');
    return equals < 0
        ? renames.with(kind, pair, "")
        : renames.with(kind, pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
  }

  private static Renames read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UsageException("cannot read " + file, "give --renames a file", e);
    }
    return text.stripLeading().startsWith("{") ? ofJson(text, file) : ofLines(text, file);
  }

  private static Renames ofLines(String text, Path file) {
    Renames all = Renames.NONE;
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] words = line.split("\\s+", 2);
        all = with(all, kind(words[0], line, file), words.length == 2 ? words[1] : "");
      }
    }
    return all;
  }

  private static Kind kind(String word, String line, Path file) {
    for (Kind kind : Kind.values()) {
      if (kind.toString().equals(word)) {
        return kind;
      }
    }
    throw new UsageException(
        "the line '%s' of %s renames nothing".formatted(line, file),
        "begin it with table, column or class");
  }

  private static Renames ofJson(String text, Path file) {
    JsonNode json;
    try {
      json = JsonMapper.builder().build().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UsageException(
          "%s is no JSON: %s".formatted(file, e.getOriginalMessage()), "mend it", e);
    }
    Renames all = Renames.NONE;
    for (Map.Entry<String, JsonNode> part : json.properties()) {
      Kind kind = JSON_KEYS.get(part.getKey());
      if (kind == null) {
        throw new UsageException(
            "'%s' in %s renames nothing".formatted(part.getKey(), file),
            "there are tables, columns and classes");
      }
      if (!part.getValue().isObject()) {
        throw noRenames(part.getKey(), part.getValue(), "an object", file);
      }
      for (Map.Entry<String, JsonNode> each : part.getValue().properties()) {
        if (!each.getValue().isTextual()) {
          throw noRenames(part.getKey() + "." + each.getKey(), each.getValue(), "a name", file);
        }
        all = all.with(kind, each.getKey(), each.getValue().textValue());
      }
    }
    return all;
  }

  private static UsageException noRenames(String where, JsonNode is, String due, Path file) {
    return new UsageException(
        "'%s' in %s is %s, not %s".formatted(where, file, is, due),
        "write {\"tables\": {\"old\": \"new\"}}");
  }
}
