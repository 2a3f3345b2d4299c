package dev.brine.bulk;

import java.util.Locale;
import java.util.Objects;

/** A line of the report: what happened to a row that did not just go well. */
public record Entry(RowKey key, What what, Note note) {

  public Entry {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(note, "note");
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
