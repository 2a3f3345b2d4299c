package dev.brine.engine;

import dev.brine.jooq.JooqDefaults;
import dev.brine.jooq.JooqRenderers;
import dev.brine.jooq.UserTypes;
import dev.brine.sql.CustomRenderers;
import dev.brine.sql.DefaultFunctions;
import java.util.Objects;
import org.jooq.Configuration;

/**
 * What a user teaches an engine: how own elements are written, what own types' values are, and what
 * own functions give columns by default.
 */
record UserCode(CustomRenderers renderers, UserTypes types, DefaultFunctions defaults) {

  UserCode {
    Objects.requireNonNull(renderers, "renderers");
    Objects.requireNonNull(types, "types");
    Objects.requireNonNull(defaults, "defaults");
  }

  void register(Configuration configuration) {
    JooqRenderers.put(configuration, renderers);
    types.register(configuration);
    JooqDefaults.put(configuration, defaults);
  }
}
