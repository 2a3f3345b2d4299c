package dev.brine.json;

import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name: a text; {@code {"name": "x", "quote": true}} where quoting was asked for or forbidden;
 * {@code {"anonymous": "%(1 anon)s"}} where it is made up when the statement is compiled.
 *
 * @param isOfPlace whether the number in a name that is made up is a column's place in its FROM
 *     element, and the same in every statement
 */
record NameShape(Class<?> type, boolean isOfPlace) implements Shape {

  static final NameShape QUOTED = new NameShape(QuotedName.class, false);

  private static final String ANONYMOUS = "anonymous";
  private static final String NAME = "name";
  private static final String QUOTE = "quote";

  @Override
  public Object write(@Nullable Object value, Writing out) {
    if (value instanceof AnonymousName name) {
      return Map.of(ANONYMOUS, isOfPlace ? name.template() : out.template(name));
    }
    QuotedName name = (QuotedName) Objects.requireNonNull(value);
    if (name.quoting() == Quoting.AUTOMATIC) {
      return name.text();
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(NAME, name.text());
    json.put(QUOTE, name.quoting() == Quoting.ALWAYS);
    return json;
  }

  @Override
  public Object read(Place json, Reading in) {
    if (!json.isObject()) {
      return Name.of(json.text());
    }
    Place anonymous = json.find(ANONYMOUS);
    if (anonymous != null && type != QuotedName.class) {
      json.allow(List.of(ANONYMOUS));
      return new AnonymousName(anonymous.text());
    }
    json.allow(List.of(NAME, QUOTE));
    boolean quote = json.get(QUOTE).flag();
    return new QuotedName(json.get(NAME).text(), quote ? Quoting.ALWAYS : Quoting.NEVER);
  }

  @Override
  public Map<String, Object> schema() {
    return SchemaMaker.reference(type == QuotedName.class ? "given_name" : "name");
  }
}
