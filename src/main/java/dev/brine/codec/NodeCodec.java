package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.pickle.PyGlobal;
import java.util.List;

/**
 * One kind of element in both directions.
 *
 * @param type the kind
 * @param classes the Python classes, or functions, that such an element is read from, by their
 *     paths in SQLAlchemy 2.0; none for what a dump refers to by persistent id
 * @param <T> the kind
 */
record NodeCodec<T extends ClauseElement>(
    Class<T> type, List<PyGlobal> classes, Decoder decoder, Encoder<T> encoder) {

  /** Makes the element that the state describes. */
  @FunctionalInterface
  interface Decoder {
    ClauseElement decode(NodeReader in);
  }

  /** Makes the node that describes the element. */
  @FunctionalInterface
  interface Encoder<T> {
    Object encode(T element, ExprToGraph out);
  }

  /** Of an element that has one class and all its parts in its state. */
  static <T extends ClauseElement> NodeCodec<T> of(
      Class<T> type, PyGlobal pythonClass, Decoder decoder, Encoder<T> encoder) {
    return new NodeCodec<>(type, List.of(pythonClass), decoder, encoder);
  }

  Object encode(ClauseElement element, ExprToGraph out) {
    return encoder.encode(type.cast(element), out);
  }
}
