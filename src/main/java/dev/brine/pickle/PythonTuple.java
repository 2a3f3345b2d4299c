package dev.brine.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of a Python {@code tuple}; a Java List is the value of a {@code list}. */
public record PythonTuple(List<@Nullable Object> elements) {

  public PythonTuple {
    elements = Collections.unmodifiableList(new ArrayList<>(elements));
  }

  @Override
  public int hashCode() {
    return KeyHash.ofTuple(elements);
  }
}
