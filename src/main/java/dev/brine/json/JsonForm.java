package dev.brine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.brine.catalog.JsonLimits;
import dev.brine.pickle.ReadLimits;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Query structures as JSON, and back without loss: {@code docs/json-form.md} describes the form,
 * and {@code expression.schema.json} beside this class is its JSON Schema.
 *
 * <pre>{@code
 * {"brine": "expression", "version": 1,
 *  "root": {"node": "select", "columns": [{"table": "users", "column": "name"}]}}
 * }</pre>
 *
 * <p>What can be written is what can be dumped. Equal structures give equal texts. The order of the
 * keys of an object means nothing. Stateless.
 */
public final class JsonForm {

  /** The key that tells the form from other JSON, and what it says. */
  static final String FORMAT_KEY = "brine";

  static final String FORMAT = "expression";
  static final String VERSION_KEY = "version";

  /** The version that is written; a reader refuses any other it does not know. */
  public static final int VERSION = 1;

  static final String ROOT = "root";
  static final String SHARED = "shared";
  static final String REF = "ref";

  /** How deep elements, types and values may be nested in what is written. */
  public static final int MAX_DEPTH = 500;

  private JsonForm() {}

  /**
   * The text of a structure, indented, with a line break at its end.
   *
   * @param structure what {@code dumps} takes
   * @param persistentId gives the ids of what is no part of it, null for anything else: what {@code
   *     persistent_id} is to a pickle
   * @throws dev.brine.error.UnsupportedConstructException if it holds an object that no Python
   *     value stands for
   * @throws dev.brine.error.PickleLimitException if it is nested too deeply
   */
  public static String write(
      @Nullable Object structure, Function<Object, @Nullable Object> persistentId) {
    return JsonText.indented(Writing.document(structure, persistentId));
  }

  /** The same as one line. */
  public static String writeLine(
      @Nullable Object structure, Function<Object, @Nullable Object> persistentId) {
    return JsonText.oneLine(Writing.document(structure, persistentId));
  }

  /**
   * The structure that a text holds.
   *
   * @return what {@code loads} gives
   * @throws dev.brine.error.MalformedJsonException if it is no JSON, or none of this form; the
   *     message gives the path in it
   * @throws dev.brine.error.PickleLimitException if it exceeds a limit
   * @throws dev.brine.error.UnresolvedReferenceException if it refers to what is not there
   */
  public static Object read(String text, References references, ReadLimits limits) {
    return Reading.document(text, references, limits);
  }

  /** Whether bytes are meant to be of this form: a JSON object with the key {@code "brine"}. */
  public static boolean isOne(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && (isBlank(bytes[at]) || isByteOrderMark(bytes, at))) {
      at++;
    }
    return at < bytes.length && bytes[at] == '{' && hasFormatKey(bytes);
  }

  private static boolean isBlank(byte each) {
    return each == ' ' || each == '\n' || each == '\r' || each == '\t';
  }

  private static boolean isByteOrderMark(byte[] bytes, int at) {
    int[] mark = {0xEF, 0xBB, 0xBF};
    return at < mark.length && (bytes[at] & 0xFF) == mark[at];
  }

  /** Storage that sorts keys, as PostgreSQL's jsonb does, may put others first. */
  private static boolean hasFormatKey(byte[] bytes) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(JsonLimits.constraints(ReadLimits.DEFAULT))
            .build();
    try (JsonParser parser = factory.createParser(bytes)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        if (parser.currentName().equals(FORMAT_KEY)) {
          return true;
        }
        parser.nextToken();
        parser.skipChildren();
      }
      return false;
    } catch (IOException noJson) {
      return false;
    }
  }

  /** The JSON Schema (2020-12) of the form. */
  public static String schema() {
    return JsonText.indented(SchemaMaker.schema());
  }
}
