package dev.brine.pickle;

import java.util.function.Function;

/**
 * Something that follows from the keys of a dict alone, in their order. Of keys that dict after
 * dict has it is found out once. Thread-safe if the finding is.
 *
 * @param <T> immutable
 */
public final class KeysFact<T> {

  private final Function<PyDict, T> finding;

  /**
   * @param finding must look at nothing but the keys
   */
  public KeysFact(Function<PyDict, T> finding) {
    this.finding = finding;
  }

  /**
   * What it is of a dict's keys.
   *
   * @param otherwise of a dict whose keys no other is known to have, for which it would not pay
   */
  @SuppressWarnings("unchecked") // It was remembered for this.
  public T of(PyDict dict, T otherwise) {
    DictKeys keys = dict.sharedKeys();
    if (keys == null) {
      return otherwise;
    }
    Object known = keys.recall(this);
    if (known != null) {
      return (T) known;
    }
    T found = finding.apply(dict);
    keys.remember(this, found);
    return found;
  }
}
