package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * SQL recorded by dialect, where a form that is another dialect's is that one's name, and
 * parameters that are the first form's are left out.
 */
final class RecordedForms {

  private RecordedForms() {}

  static List<GoodFixture.Form> complete(JsonNode forms) {
    List<GoodFixture.Form> complete = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : forms.properties()) {
      complete.add(new GoodFixture.Form(entry.getKey(), complete(forms, entry.getValue())));
    }
    return complete;
  }

  private static JsonNode complete(JsonNode forms, JsonNode form) {
    JsonNode named = form.isTextual() ? forms.path(form.textValue()) : form;
    if (named.has("error") || named.has("params")) {
      return named;
    }
    ObjectNode whole = named.deepCopy();
    whole.set("params", forms.elements().next().path("params"));
    return whole;
  }
}
