package dev.brine.engine;

import dev.brine.jooq.JooqRenderers;
import dev.brine.jooq.UserTypes;
import dev.brine.sql.CustomRenderers;
import java.util.Objects;
import org.jooq.Configuration;

/** What a user teaches an engine: how own elements are written, and what own types' values are. */
record UserCode(CustomRenderers renderers, UserTypes types) {

  UserCode {
    Objects.requireNonNull(renderers, "renderers");
    Objects.requireNonNull(types, "types");
  }

  void register(Configuration configuration) {
    JooqRenderers.put(configuration, renderers);
    types.register(configuration);
  }
}
