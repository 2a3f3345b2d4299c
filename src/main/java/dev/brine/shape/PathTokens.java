package dev.brine.shape;

import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the path of a loader option for all relationships or columns of a class, such as
 * {@code "relationship:*"} (rel_2_0_0, {@code orm/path_registry.py}). In most patch levels a Python
 * that has not used such a token yet takes the bare text of one for the name of an attribute; so it
 * is written as what makes it known in every series, {@code PathRegistry.root.token(text).token}.
 */
public final class PathTokens {

  private static final PyGlobal REGISTRY =
      new PyGlobal("sqlalchemy.orm.path_registry", "PathRegistry");
  private static final String ROOT = "root";
  private static final String TOKEN = "token";

  /** No name of an attribute has one. */
  private static final String MARK = ":";

  private PathTokens() {}

  /** Whether a key stands for many attributes. */
  public static boolean isWildcard(String key) {
    return key.contains(MARK);
  }

  /** The key of a step as it is to be written. */
  public static Object write(String key) {
    if (!isWildcard(key)) {
      return key;
    }
    return Calls.attribute(Calls.method(Calls.attribute(REGISTRY, ROOT), TOKEN, key), TOKEN);
  }

  /** The key of a step, read from either form. */
  public static Object read(Object node) {
    return owner(node, TOKEN) instanceof PyObject made
            && owner(made.type(), TOKEN) instanceof PyObject root
            && REGISTRY.equals(owner(root, ROOT))
            && made.typeArgs().size() == 1
        ? made.typeArgs().get(0)
        : node;
  }

  /** What the attribute of a name is looked up of; null if the node looks up none. */
  private static @Nullable Object owner(Object node, String name) {
    return node instanceof PyObject call
            && call.className().equals(Calls.GETATTR.path())
            && call.typeArgs().size() == 2
            && call.typeArgs().get(1).equals(name)
        ? call.typeArgs().get(0)
        : null;
  }
}
