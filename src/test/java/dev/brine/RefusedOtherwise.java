package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the compilers of another series refuse, and 2.0's prints. */
enum RefusedOtherwise {
  /** 1.4 did not know attributes by their names in the values of an INSERT. */
  ATTRIBUTE_NAMES("1.4", "Unconsumed column names: "),

  /** Up to 1.4 a dialect said itself that it has RETURNING; the default one and SQLite did not. */
  RETURNING("1.4", "RETURNING is not supported by this dialect's statement compiler."),

  /** SQLite's UPDATE ... FROM was not known to 1.4. */
  UPDATE_FROM("1.4", "This backend does not support multiple-table criteria within UPDATE"),

  /** In 1.4 {@code load_only()} did not say of which entity it is. */
  LOAD_ONLY("1.4", "Can't apply wildcard ('*') or load_only() loader option to multiple entities");

  private final String series;
  private final String message;

  RefusedOtherwise(String series, String message) {
    this.series = series;
    this.message = message;
  }

  /** Whether this is what the series recorded. */
  static boolean isBy(String series, JsonNode recorded) {
    String said = recorded.path("message").asText();
    return List.of(values()).stream()
        .anyMatch(each -> each.series.equals(series) && said.startsWith(each.message));
  }
}
