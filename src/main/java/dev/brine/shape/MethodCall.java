package dev.brine.shape;

import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a method of an object in the pickle.
 *
 * @param receiver the object
 * @param arguments none of them by keyword
 */
public record MethodCall(Object receiver, String method, List<Object> arguments) {

  /** What the class of an object made by such a call seems to be. */
  public static final PyGlobal CLASS =
      new PyGlobal(Calls.GETATTR.module(), Calls.GETATTR.name() + "()");

  /** The node of this call. */
  public PyObject write() {
    return Calls.method(receiver, method, arguments.toArray());
  }

  /**
   * Calls one of another's result, as {@code start.one().other()} is.
   *
   * @param calls the first one first; none if the start was made in another way
   */
  public record Chain(Object start, List<MethodCall> calls) {}

  /** The calls that made an object, back to what the first one was called of. */
  public static Chain chain(Object node) {
    Deque<MethodCall> calls = new ArrayDeque<>();
    Object current = node;
    for (MethodCall call = read(current); call != null; call = read(current)) {
      calls.addFirst(call);
      current = call.receiver();
    }
    return new Chain(current, List.copyOf(calls));
  }

  /** The call that made an object; null if it was made in another way. */
  public static @Nullable MethodCall read(Object node) {
    return node instanceof PyObject call
            && call.made() == PyObject.Made.REDUCE
            && call.callable() instanceof PyObject method
            && Calls.GETATTR.equals(method.callable())
            && method.args().size() == 2
            && method.args().get(1) instanceof String name
        ? new MethodCall(method.args().get(0), name, call.args().asList())
        : null;
  }
}
