package dev.brine.json;

/** What {@link JsonText} prints beside Java's own values. */
enum Json {
  /** JSON's null where Java's would mean something else. */
  NULL
}
