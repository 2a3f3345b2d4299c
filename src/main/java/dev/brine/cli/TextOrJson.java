package dev.brine.cli;

import java.util.Locale;

/** {@code --format} of most commands. */
enum TextOrJson {
  TEXT,
  JSON;

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
