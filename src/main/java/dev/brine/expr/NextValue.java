package dev.brine.expr;

import dev.brine.schema.Name;
import dev.brine.schema.Sequence;
import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * The next value of a sequence: SQLAlchemy's {@code next_value}, which {@code
 * Sequence.next_value()} gives (rel_2_0_58, {@code sql/functions.py}). Each dialect has its own
 * words for it; one without sequences refuses it when it is compiled.
 *
 * @param type {@code Integer} unless the sequence was made with a {@code data_type}
 */
public record NextValue(Sequence sequence, SqlType type) implements ColumnElement, WindowFunction {

  /** The name of the function, by which its value is called where it is selected. */
  static final Name NAME = Name.of("next_value");

  public NextValue {
    Objects.requireNonNull(sequence, "sequence");
    Objects.requireNonNull(type, "type");
  }

  @Override
  public List<ClauseElement> children() {
    return List.of();
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitNextValue(this);
  }
}
