package dev.brine.cli;

/** {@code --format} of most commands. */
enum TextOrJson {
  TEXT,
  JSON;

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
