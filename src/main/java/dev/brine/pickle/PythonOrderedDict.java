package dev.brine.pickle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of a {@code collections.OrderedDict}; a Java Map, in order as well, is the value of a
 * {@code dict}.
 */
public record PythonOrderedDict(Map<@Nullable Object, @Nullable Object> entries) {

  public PythonOrderedDict {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }
}
