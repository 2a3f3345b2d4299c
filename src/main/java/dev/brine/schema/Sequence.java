package dev.brine.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A database sequence: SQLAlchemy's {@code Sequence}, as far as statements name it.
 *
 * @param isOptional whether it is used only where the database has no other way to make keys
 */
public record Sequence(QuotedName name, @Nullable QuotedName schema, boolean isOptional) {

  public Sequence {
    Objects.requireNonNull(name, "name");
  }

  /** A sequence in the default schema. */
  public static Sequence of(String name) {
    return new Sequence(Name.of(name), null, false);
  }
}
