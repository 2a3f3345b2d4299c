package dev.brine.pickle;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The value of a Python {@code frozenset}; a Java Set is the value of a {@code set}. */
public record PythonFrozenSet(Set<@Nullable Object> elements) {

  public PythonFrozenSet {
    elements = Collections.unmodifiableSet(new LinkedHashSet<>(elements));
  }

  @Override
  public int hashCode() {
    return KeyHash.ofSet(elements);
  }
}
