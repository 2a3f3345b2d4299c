package dev.brine.sql;

/** How dialects differ in writing values as text. */
enum LiteralTypes {
  DEFAULT,
  /** Times are text with all their microseconds and without a zone. */
  SQLITE,
  /** There are types for UUIDs and intervals. */
  POSTGRESQL,
  MYSQL;

  boolean keepsTimesAsText() {
    return this == SQLITE;
  }

  boolean hasUuids() {
    return this == POSTGRESQL;
  }

  boolean hasIntervals() {
    return this == POSTGRESQL;
  }

  /** Whether an item of a JSON value is named by a path such as {@code $."key"}. */
  boolean namesJsonItemsByPath() {
    return this == SQLITE || this == MYSQL;
  }
}
