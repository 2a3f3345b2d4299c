package dev.brine.catalog;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.MappedEntity.EntityColumn;
import dev.brine.schema.MetaData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain columns of the classes of a catalogue, known before its expressions are read: an
 * expression may select a class.
 */
final class AnnouncedColumns {

  private final ColumnJson columns;
  private final Map<String, List<EntityColumn>> byClass = new HashMap<>();

  AnnouncedColumns(MetaData metadata) {
    columns = new ColumnJson(metadata, number -> null);
  }

  /** Those of a class; one that it inherits from comes before it. */
  List<EntityColumn> of(String path, JsonCursor mapper) {
    JsonCursor inherits = mapper.find("inherits");
    List<EntityColumn> above =
        inherits == null ? List.of() : byClass.getOrDefault(inherits.text(), List.of());
    List<EntityColumn> found = new ArrayList<>();
    for (JsonCursor attribute : mapper.get("attributes").elements()) {
      String name = attribute.get("name").text();
      JsonCursor column = column(attribute);
      ColumnElement plain = column == null ? null : plain(column);
      if (plain != null) {
        found.add(new EntityColumn(name, plain));
      }
      if (attribute.find("inherited") != null) {
        above.stream().filter(each -> each.key().equals(name)).forEach(found::add);
      }
    }
    byClass.put(path, found);
    return found;
  }

  private static @Nullable JsonCursor column(JsonCursor attribute) {
    JsonCursor several = attribute.find("columns");
    return several == null || several.elements().isEmpty()
        ? attribute.find("column")
        : several.elements().get(0);
  }

  /** What is wrong with it is told when the class is read. */
  private @Nullable ColumnElement plain(JsonCursor column) {
    try {
      return columns.column(column);
    } catch (UnresolvedReferenceException | UsageException e) {
      return null;
    }
  }
}
