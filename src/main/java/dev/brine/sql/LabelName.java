package dev.brine.sql;

import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import java.util.Objects;

/**
 * A name that an element goes by, or that is being made for it.
 *
 * @param text of an anonymous name, its template
 * @param form how the text becomes the name
 */
record LabelName(String text, Form form, Quoting quoting) {

  /** How SQLAlchemy's classes of names differ. */
  enum Form {
    /** The text is the name. */
    PLAIN,
    /** {@code _truncated_label}: the name is shortened if the database takes no such length. */
    SHORTENED,
    /** {@code _anonymous_label}: placeholders are filled, then as above. */
    TEMPLATE
  }

  LabelName {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(quoting, "quoting");
  }

  static LabelName of(Name name) {
    return name instanceof QuotedName quoted
        ? new LabelName(quoted.text(), Form.PLAIN, quoted.quoting())
        : new LabelName(name.text(), Form.TEMPLATE, Quoting.AUTOMATIC);
  }

  static LabelName of(AnonymousName name) {
    return new LabelName(name.template(), Form.TEMPLATE, Quoting.AUTOMATIC);
  }

  static LabelName plain(String text) {
    return new LabelName(text, Form.PLAIN, Quoting.AUTOMATIC);
  }

  boolean isTemplate() {
    return form == Form.TEMPLATE;
  }

  /** Whether the name is the same in every statement, so that it may be looked up by it. */
  boolean isPlain() {
    return form == Form.PLAIN;
  }

  /** This name as one that may be shortened. */
  LabelName shortened() {
    return form == Form.PLAIN ? new LabelName(text, Form.SHORTENED, quoting) : this;
  }

  LabelName quoting(Quoting changed) {
    return new LabelName(text, form, changed);
  }

  /** This name followed by another; a template where one of the two is one. */
  LabelName plus(LabelName next) {
    boolean becomesTemplate = isTemplate() || next.isTemplate();
    return new LabelName(
        asPart(becomesTemplate) + next.asPart(becomesTemplate),
        becomesTemplate ? Form.TEMPLATE : form,
        quoting);
  }

  LabelName plus(String next) {
    return plus(plain(next));
  }

  /** In a template a percent sign that is no placeholder's is doubled. */
  private String asPart(boolean ofTemplate) {
    return ofTemplate && !isTemplate() ? text.replace("%", "%%") : text;
  }
}
