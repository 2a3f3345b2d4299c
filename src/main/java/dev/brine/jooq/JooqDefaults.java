package dev.brine.jooq;

import dev.brine.sql.DefaultFunctions;
import org.jooq.Configuration;

/**
 * Where a jOOQ configuration keeps the Java counterparts of Python functions that give columns
 * their values. Stateless.
 */
public final class JooqDefaults {

  private static final String KEY = "dev.brine.defaults";

  private JooqDefaults() {}

  /** Those of a configuration; Python's own unless others were put there. */
  public static DefaultFunctions of(Configuration configuration) {
    return configuration.data(KEY) instanceof DefaultFunctions functions
        ? functions
        : DefaultFunctions.STANDARD;
  }

  /** Gives a configuration these, in the place of those it had. */
  public static void put(Configuration configuration, DefaultFunctions functions) {
    configuration.data(KEY, functions);
  }
}
