package dev.brine.jooq;

import dev.brine.sql.CustomRenderers;
import org.jooq.Configuration;

/**
 * Where a jOOQ configuration keeps how elements of users' own Python classes are written.
 * Stateless.
 */
public final class JooqRenderers {

  private static final String KEY = "dev.brine.renderers";

  private JooqRenderers() {}

  /** Those of a configuration; none unless they were put there. */
  public static CustomRenderers of(Configuration configuration) {
    return configuration.data(KEY) instanceof CustomRenderers renderers
        ? renderers
        : CustomRenderers.NONE;
  }

  /** Gives a configuration these, in the place of those it had. */
  public static void put(Configuration configuration, CustomRenderers renderers) {
    configuration.data(KEY, renderers);
  }
}
