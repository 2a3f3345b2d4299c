package dev.brine.cli;

/** {@code --format} of {@code brine run}. */
enum RowFormat {
  TABLE,
  JSON,
  CSV
}
