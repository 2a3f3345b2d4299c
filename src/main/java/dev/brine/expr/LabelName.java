package dev.brine.expr;

import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import java.util.Objects;

/**
 * A name that an element goes by, or that is being made for it. Public for the compiler's sake.
 *
 * @param text of an anonymous name, its template
 * @param form how the text becomes the name
 */
public record LabelName(String text, Form form, Quoting quoting) {

  /** How SQLAlchemy's classes of names differ. */
  public enum Form {
    /** The text is the name. */
    PLAIN,
    /** {@code _truncated_label}: the name is shortened if the database takes no such length. */
    SHORTENED,
    /** {@code _anonymous_label}: placeholders are filled, then as above. */
    TEMPLATE
  }

  public LabelName {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(quoting, "quoting");
  }

  public static LabelName of(Name name) {
    return name instanceof QuotedName quoted
        ? new LabelName(quoted.text(), Form.PLAIN, quoted.quoting())
        : new LabelName(name.text(), Form.TEMPLATE, Quoting.AUTOMATIC);
  }

  public static LabelName of(AnonymousName name) {
    return new LabelName(name.template(), Form.TEMPLATE, Quoting.AUTOMATIC);
  }

  public static LabelName plain(String text) {
    return new LabelName(text, Form.PLAIN, Quoting.AUTOMATIC);
  }

  public boolean isTemplate() {
    return form == Form.TEMPLATE;
  }

  /** As a name to keep; of a template, its text. */
  Name asName() {
    return isTemplate() ? new AnonymousName(text) : new QuotedName(text, quoting);
  }

  /** Whether the name is the same in every statement, so that it may be looked up by it. */
  public boolean isPlain() {
    return form == Form.PLAIN;
  }

  /** This name as one that may be shortened. */
  public LabelName shortened() {
    return form == Form.PLAIN ? new LabelName(text, Form.SHORTENED, quoting) : this;
  }

  public LabelName quoting(Quoting changed) {
    return new LabelName(text, form, changed);
  }

  /** This name followed by another; a template where one of the two is one. */
  public LabelName plus(LabelName next) {
    boolean becomesTemplate = isTemplate() || next.isTemplate();
    return new LabelName(
        asPart(becomesTemplate) + next.asPart(becomesTemplate),
        becomesTemplate ? Form.TEMPLATE : form,
        quoting);
  }

  public LabelName plus(String next) {
    return plus(plain(next));
  }

  /** In a template a percent sign that is no placeholder's is doubled. */
  private String asPart(boolean ofTemplate) {
    return ofTemplate && !isTemplate() ? text.replace("%", "%%") : text;
  }
}
