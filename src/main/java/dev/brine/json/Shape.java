package dev.brine.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values of one Java type are written, read and described. Immutable. */
interface Shape {

  /**
   * The value as JSON.
   *
   * @return what {@link JsonText} prints
   */
  @Nullable Object write(@Nullable Object value, Writing out);

  /** The value of such JSON; the caller has dealt with a null that may be there. */
  @Nullable Object read(Place json, Reading in);

  /** The JSON Schema of it. */
  Map<String, Object> schema();
}
