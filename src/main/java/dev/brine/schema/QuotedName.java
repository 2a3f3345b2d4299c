package dev.brine.schema;

import java.util.Objects;

/** A name that is known, with its quoting. */
public record QuotedName(String text, Quoting quoting) implements Name {

  public QuotedName {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(quoting, "quoting");
  }

  @Override
  public String toString() {
    return text;
  }
}
