package dev.brine.orm.compile;

import dev.brine.mapping.ColumnProperty;
import java.util.Objects;

/**
 * How one attribute that holds a value is read from a row.
 *
 * @param property which; its parent tells the class that has it, where classes below are selected
 *     along
 * @param source where the value comes from
 * @param index of the column in the row, counted from 0; -1 unless the source is {@link Source#ROW}
 */
public record AttributePlan(ColumnProperty property, Source source, int index) {

  /** Where the value of an attribute comes from. */
  public enum Source {
    /** A column of the row. */
    ROW,
    /** A statement that is sent when it is asked for. */
    DEFERRED,
    /** Nowhere: it is an error to ask for it. */
    RAISES,
    /** Left as it is. */
    KEPT
  }

  public AttributePlan {
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(source, "source");
  }
}
