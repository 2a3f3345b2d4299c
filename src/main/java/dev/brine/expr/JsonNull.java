package dev.brine.expr;

/**
 * JSON's own {@code null} as a value: SQLAlchemy's {@code JSON.NULL}, of which there is one. It is
 * stored as the text {@code null} also where the column's type takes Java's {@code null} for SQL's
 * ({@code none_as_null}).
 *
 * @see Constant#NULL
 */
public final class JsonNull {

  public static final JsonNull NULL = new JsonNull();

  private JsonNull() {}

  @Override
  public String toString() {
    return "JSON.NULL";
  }
}
