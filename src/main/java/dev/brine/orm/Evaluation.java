package dev.brine.orm;

import org.jspecify.annotations.Nullable;

/**
 * What an expression is for an entity that is loaded, told without the database. True, false and
 * NULL are {@code Boolean} and null.
 */
@FunctionalInterface
interface Evaluation {

  /** The answer where it hangs on an attribute that is not loaded. */
  Object EXPIRED =
      new Object() {
        @Override
        public String toString() {
          return "expired";
        }
      };

  @Nullable Object of(LoadedState state);
}
