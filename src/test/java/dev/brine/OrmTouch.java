package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.error.BrineException;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Mapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the entities that were fetched for the attributes that a fixture names, one after another.
 */
record OrmTouch(OrmFetch fetched, SentStatements database) {

  /** Whether each step sends Python's statements, and leaves the entities as Python's. */
  boolean isAlike(JsonNode expected) {
    for (JsonNode step : expected.path("touch")) {
      database.take();
      boolean fails = !succeeds(step.path("path").asText());
      if (fails != step.has("error")
          || !sent(step).equals(SentStatements.sorted(database.take()))) {
        return false;
      }
    }
    return !expected.has("touch") || SameJson.isSame(fetched.json(), expected.path("touched"));
  }

  private static List<String> sent(JsonNode step) {
    List<String> statements = new ArrayList<>();
    step.path("statements").forEach(each -> statements.add(each.path("sql").asText()));
    return SentStatements.sorted(statements);
  }

  private boolean succeeds(String path) {
    try {
      List<Entity> entities = fetched.entities();
      for (String key : path.split("\\.", -1)) {
        entities = along(entities, key);
      }
      return true;
    } catch (BrineException refused) {
      return false;
    }
  }

  /** The entities under an attribute of those whose class has it. */
  private static List<Entity> along(List<Entity> entities, String key) {
    List<Entity> next = new ArrayList<>();
    for (Entity entity : entities) {
      if (((Mapper) entity.type()).findProperty(key) != null) {
        for (Object value : values(entity.get(key))) {
          if (value instanceof Entity each) {
            next.add(each);
          }
        }
      }
    }
    return next;
  }

  private static Collection<?> values(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? map.values()
        : value instanceof Collection<?> collection
            ? collection
            : value == null ? List.of() : List.of(value);
  }
}
