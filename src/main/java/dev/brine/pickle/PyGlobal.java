package dev.brine.pickle;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A class, function or other object that a pickle names instead of holding: never more than the two
 * names. They are Python 3's ({@code builtins}, {@code copyreg}) whatever the protocol; {@code
 * name} may be dotted for something nested ({@code "JSON.Comparator"}). Immutable; equal by value.
 */
public final class PyGlobal implements PyNode {

  private static final PyGlobal GETATTR = new PyGlobal("builtins", "getattr");

  private final String module;
  private final String name;
  private final int hash;

  /** Put together when first asked for; all threads would put together the same. */
  private @Nullable String path;

  public PyGlobal(String module, String name) {
    this.module = Objects.requireNonNull(module, "module");
    this.name = Objects.requireNonNull(name, "name");
    this.hash = hash(module, name);
  }

  /** The hash of the global of these names. */
  static int hash(String module, String name) {
    return 31 * module.hashCode() + name.hashCode();
  }

  public String module() {
    return module;
  }

  public String name() {
    return name;
  }

  /** {@code "module.name"}. */
  public String path() {
    String known = path;
    if (known == null) {
      known = module + "." + name;
      path = known;
    }
    return known;
  }

  /**
   * What a node names: itself when it is a PyGlobal, and the dotted name when it is the call {@code
   * getattr(<a name>, "attribute")}, which is how protocols below 4 write something nested; null
   * for any other node.
   */
  public static @Nullable PyGlobal named(Object node) {
    if (node instanceof PyGlobal global) {
      return global;
    }
    StringBuilder nested = new StringBuilder();
    Object current = node;
    while (current instanceof PyObject call && isGetattr(call)) {
      nested.insert(0, "." + call.args().get(1));
      current = call.args().get(0);
    }
    return current instanceof PyGlobal global
        ? new PyGlobal(global.module, global.name + nested)
        : null;
  }

  private static boolean isGetattr(PyObject call) {
    return call.made() == PyObject.Made.REDUCE
        && GETATTR.equals(call.callable())
        && call.args().size() == 2
        && call.args().get(1) instanceof String;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof PyGlobal that
            && hash == that.hash
            && module.equals(that.module)
            && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return path();
  }
}
