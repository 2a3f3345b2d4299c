package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.error.Wording;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code escape} and {@code autoescape} arguments of {@code contains()}, {@code startswith()}
 * and {@code endswith()}.
 *
 * @param character what escapes {@code %} and {@code _}; null for none, or SQLAlchemy's slash if it
 *     is automatic
 * @param isAutomatic whether the value's own {@code %} and {@code _} are escaped; the value must
 *     then be a string
 */
public record Escape(@Nullable String character, boolean isAutomatic) {

  /** Neither: {@code %} and {@code _} in the value are placeholders. */
  public static final Escape NONE = new Escape(null, false);

  /** {@code autoescape=True}: {@code %} and {@code _} in the value mean themselves. */
  public static final Escape AUTO = new Escape(null, true);

  private static final String DEFAULT_CHARACTER = "/";

  /** {@code escape="^"}: the value was escaped with this character by the caller. */
  public static Escape with(String character) {
    return new Escape(character, false);
  }

  /** {@code autoescape=True, escape="^"}. */
  public static Escape autoWith(String character) {
    return new Escape(character, true);
  }

  ColumnElement compare(ColumnElement left, StandardOperator operator, Object value) {
    if (!isAutomatic) {
      return Comparisons.compare(left, operator, value, modifiers(operator, character));
    }
    if (!(value instanceof String text)) {
      throw new UsageException(
          "autoescape needs a string, not " + Wording.a(value.getClass().getSimpleName()),
          "give a string, or escape the expression in SQL and use Escape.with");
    }
    String escape = character == null ? DEFAULT_CHARACTER : character;
    return Comparisons.compare(left, operator, escaped(text, escape), modifiers(operator, escape));
  }

  /**
   * By an accident of their signatures, all but {@code contains()} note that they escape no more.
   */
  private static Map<String, Object> modifiers(StandardOperator operator, @Nullable String escape) {
    Map<String, Object> modifiers = new HashMap<>();
    if (escape != null) {
      modifiers.put("escape", escape);
    }
    if (operator != StandardOperator.CONTAINS && operator != StandardOperator.ICONTAINS) {
      modifiers.put("autoescape", false);
    }
    return modifiers;
  }

  private static String escaped(String text, String escape) {
    boolean isPlaceholder = escape.equals("%") || escape.equals("_");
    String doubled = isPlaceholder ? text : text.replace(escape, escape + escape);
    return doubled.replace("%", escape + "%").replace("_", escape + "_");
  }
}
