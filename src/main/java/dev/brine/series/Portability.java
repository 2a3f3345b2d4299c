package dev.brine.series;

import dev.brine.shape.OpaqueClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the portable form cannot say, beside what {@link Refusals#PORTABLE} has names for. */
final class Portability {

  private Portability() {}

  /** The structure itself; what is not understood of SQLAlchemy's cannot be said otherwise. */
  static @Nullable Object understood(@Nullable Object root) {
    for (String name : root == null ? List.<String>of() : OpaqueClasses.of(root)) {
      if (name.startsWith("sqlalchemy.")) {
        throw Refusals.PORTABLE.refusal("what is not understood: " + name);
      }
    }
    return root;
  }

  /** Refuses an object that has a key of which some releases know nothing. */
  static void refuse(Reshaping object, String key, String what) {
    Object value = object.get(key);
    if (value != null && !Boolean.FALSE.equals(value)) {
      throw Refusals.PORTABLE.refusal(what);
    }
  }
}
