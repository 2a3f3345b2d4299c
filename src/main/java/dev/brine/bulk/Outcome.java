package dev.brine.bulk;

import java.util.List;
import java.util.Objects;

/** What a transformation made of a value. */
public sealed interface Outcome {

  /**
   * There is a result.
   *
   * @param value what is to be stored, which may be what is there
   * @param warnings what of it a person ought to know
   */
  record Made(ColumnValue value, List<Note> warnings) implements Outcome {

    public Made {
      Objects.requireNonNull(value, "value");
      warnings = List.copyOf(warnings);
    }
  }

  /** There is none, and the row is to be left as it is. */
  record Failed(Note reason) implements Outcome {

    public Failed {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
