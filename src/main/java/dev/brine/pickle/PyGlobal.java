package dev.brine.pickle;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A class, function or other object that a pickle names instead of holding: never more than the two
 * names. They are Python 3's ({@code builtins}, {@code copyreg}) whatever the protocol; {@code
 * name} may be dotted for something nested ({@code "JSON.Comparator"}). Immutable; equal by value.
 */
public record PyGlobal(String module, String name) implements PyNode {

  private static final PyGlobal GETATTR = new PyGlobal("builtins", "getattr");

  public PyGlobal {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(name, "name");
  }

  /** {@code "module.name"}. */
  public String path() {
    return module + "." + name;
  }

  /**
   * What a node names: itself when it is a PyGlobal, and the dotted name when it is the call {@code
   * getattr(<a name>, "attribute")}, which is how protocols below 4 write something nested; null
   * for any other node.
   */
  public static @Nullable PyGlobal named(Object node) {
    StringBuilder nested = new StringBuilder();
    Object current = node;
    while (current instanceof PyObject call && isGetattr(call)) {
      nested.insert(0, "." + call.args().get(1));
      current = call.args().get(0);
    }
    if (!(current instanceof PyGlobal global)) {
      return null;
    }
    return nested.length() == 0 ? global : new PyGlobal(global.module, global.name + nested);
  }

  private static boolean isGetattr(PyObject call) {
    return call.made() == PyObject.Made.REDUCE
        && GETATTR.equals(call.callable())
        && call.args().size() == 2
        && call.args().get(1) instanceof String;
  }

  @Override
  public String toString() {
    return path();
  }
}
