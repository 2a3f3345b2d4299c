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

  /**
   * Those of a configuration, none unless they were put there, with what its {@link UserTypes}
   * write around their values.
   */
  public static CustomRenderers of(Configuration configuration) {
    CustomRenderers own =
        configuration.data(KEY) instanceof CustomRenderers renderers
            ? renderers
            : CustomRenderers.NONE;
    return UserTypes.of(configuration).over(own);
  }

  /** Gives a configuration these, in the place of those it had. */
  public static void put(Configuration configuration, CustomRenderers renderers) {
    configuration.data(KEY, renderers);
  }
}
