package dev.brine.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;

/** A line of the report: what happened to a row that did not just go well. */
public record Entry(RowKey key, What what, Note note) {

  public Entry {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(note, "note");
  }

  /**
   * As a line of the report: {@code {"key": {"id": 5}, "what": "failed", "kind": "malformed",
   * "message": …, "hint": …}}, the hint only if there is one.
   */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("key", KeyJson.named(key));
    json.put("what", what.code()).put("kind", note.kind()).put("message", note.message());
    if (note.hint() != null) {
      json.put("hint", note.hint());
    }
    return json;
  }

  /** What happened. */
  public enum What {
    /** There is no result; the row is as it was. */
    FAILED,
    /** Somebody else changed or deleted it between reading and writing; it is as they left it. */
    CHANGED_MEANWHILE,
    /** There is a result, and a person ought to know something about it. */
    WARNING;

    /** Its name for programs: {@code "changed_meanwhile"}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static What of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
