package dev.brine.json;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record and how it stands in the JSON.
 *
 * @param key what it is called there; of an inlined one not used
 * @param index the place among the components, which are not in the order of the JSON
 * @param accessor what gives its value
 * @param isNullable whether it may be null
 * @param placing how it stands there
 * @param omitted what it is where it is left out
 */
record Part(
    String key,
    int index,
    Method accessor,
    Shape shape,
    boolean isNullable,
    Placing placing,
    Omitted omitted) {

  /** How a part stands in the JSON of its record. */
  enum Placing {
    UNDER_ITS_KEY,
    /** Its own parts stand among those around it. */
    INLINED,
    /** It stands for the whole record. */
    ALONE
  }

  /** What a part is where it is left out. */
  interface Omitted {

    /**
     * The value, given those of the components that were read before.
     *
     * @return {@link #NONE} if it must not be left out
     */
    @Nullable Object value(@Nullable Object[] before);
  }

  /** Not to be left out. */
  static final Object NONE = new Object();

  boolean isInlined() {
    return placing == Placing.INLINED;
  }
}
