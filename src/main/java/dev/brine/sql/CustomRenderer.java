package dev.brine.sql;

import dev.brine.codec.CustomElement;

/**
 * Writes the SQL of a Python class that only its makers know: what {@code @compiles} is to
 * SQLAlchemy. Registered under the class's dotted path with {@link CustomRenderers}.
 *
 * <pre>{@code
 * CustomRenderers.NONE.with(
 *     "shop.sql.greatest",
 *     (element, out) -> out.text("greatest").element(element.element("clause_expr")));
 * }</pre>
 */
@FunctionalInterface
public interface CustomRenderer {

  /**
   * Writes the element where it stands.
   *
   * <p>To be thread-safe. What it throws reaches whoever compiles.
   *
   * @param element its class, and its attributes as elements and values
   * @param out takes the SQL, and knows the dialect
   */
  void render(CustomElement element, SqlWriter out);
}
