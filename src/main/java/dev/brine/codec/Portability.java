package dev.brine.codec;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.pickle.PyGlobal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the portable form cannot say: names in {@code not-portable.txt}. */
final class Portability {

  private static final Map<String, String> NOT_PORTABLE =
      WordTable.read("not-portable.txt").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  words -> words.get(0), words -> words(words.subList(2, words.size()), words)));

  private Portability() {}

  private static String words(List<String> description, List<String> line) {
    return "%s (new in %s)".formatted(String.join(" ", description), line.get(1));
  }

  /** What stands in a graph for what is no object: of a name the same in all of them. */
  static Object ofNode(Object node) {
    return node instanceof PyGlobal name ? named(name) : node;
  }

  /**
   * The name of the same in all of them.
   *
   * @throws UnsupportedConstructException if not all of 1.4, 2.0 and 2.1 have it
   */
  static PyGlobal named(PyGlobal name) {
    String lacking = NOT_PORTABLE.get(name.path());
    if (lacking != null) {
      throw refusal(lacking);
    }
    // Carried in the state of a user's object it has the path of whatever wrote it.
    if (PythonClasses.canonical(name.path()).equals(PythonClasses.IMMUTABLE_DICT.path())) {
      return PythonClasses.IMMUTABLE_DICT;
    }
    return PortablePaths.ALL.getOrDefault(name.path(), name);
  }

  /** The structure itself; what is not understood of SQLAlchemy's cannot be said otherwise. */
  static @Nullable Object understood(@Nullable Object root) {
    for (String name : root == null ? List.<String>of() : OpaqueClasses.of(root)) {
      if (name.startsWith("sqlalchemy.")) {
        throw refusal("what is not understood: " + name);
      }
    }
    return root;
  }

  /** Refuses an object that has a key of which some releases know nothing. */
  static void refuse(Reshaping object, String key, String what) {
    Object value = object.get(key);
    if (value != null && !Boolean.FALSE.equals(value)) {
      throw refusal(what);
    }
  }

  /** The refusal of what not all of 1.4, 2.0 and 2.1 have. */
  static UnsupportedConstructException refusal(String what) {
    return new UnsupportedConstructException(
        "the portable form, which 1.4, 2.0 and 2.1 load alike, cannot say " + what,
        "dump for the one series that shall load it");
  }
}
