package dev.brine.catalog;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.MappedEntity;
import dev.brine.mapping.ClassMapping;
import dev.brine.mapping.MapperRegistry;
import dev.brine.mapping.OrmRelease;
import dev.brine.mapping.PolymorphicLoad;
import dev.brine.mapping.WithPolymorphic;
import dev.brine.schema.MetaData;
import dev.brine.schema.NearestName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the mapped classes of a catalogue; the fields are described at {@link CatalogJson}. */
final class MapperJson {

  private static final Set<String> FIELDS =
      Set.of(
          "class",
          "table",
          "inherits",
          "concrete",
          "inherit_condition",
          "polymorphic_on",
          "polymorphic_identity",
          "polymorphic_abstract",
          "polymorphic_load",
          "with_polymorphic",
          "primary_key",
          "version_id_col",
          "attributes",
          "hybrids",
          "association_proxies");
  private static final String EXPRESSION = "expression";

  private final MapperRegistry.Builder registry;
  private final ColumnJson columns;

  private MapperJson(MapperRegistry.Builder registry, ColumnJson columns) {
    this.registry = registry;
    this.columns = columns;
  }

  /**
   * The registry of the classes.
   *
   * @param expressions the dump of what is more than a column; null for none
   * @throws UnresolvedReferenceException if the classes do not fit the tables; tells every mismatch
   */
  static MapperRegistry read(
      MetaData metadata,
      JsonCursor mappers,
      @Nullable JsonCursor expressions,
      OrmRelease release,
      String origin) {
    MapperRegistry.Builder registry = MapperRegistry.of(metadata).origin(origin).release(release);
    List<String> names = new ArrayList<>();
    AnnouncedColumns announced = new AnnouncedColumns(metadata);
    for (JsonCursor mapper : mappers.elements()) {
      String path = mapper.get("class").text();
      names.add(registry.declare(path, announced.of(path, mapper)).className());
    }
    Set<String> told = new HashSet<>();
    CatalogDumps dumps =
        new CatalogDumps(
            metadata::table,
            name -> mapped(registry, names, name),
            missing -> {
              if (told.add(missing.getMessage())) {
                registry.problem("expressions", missing);
              }
            });
    List<?> elements = expressions == null ? List.of() : list(dumps.decode(expressions));
    MapperJson reader =
        new MapperJson(
            registry,
            new ColumnJson(
                metadata,
                number -> number < 0 || number >= elements.size() ? null : elements.get(number)));
    mappers.elements().forEach(reader::read);
    return registry.build();
  }

  private static MappedEntity mapped(
      MapperRegistry.Builder registry, List<String> names, String name) {
    if (!names.contains(name)) {
      throw new UnresolvedReferenceException(
          "'%s' is not mapped".formatted(name), NearestName.hint(name, names));
    }
    return registry.declare(name);
  }

  private static List<?> list(Object decoded) {
    return decoded instanceof List<?> list ? list : List.of(decoded);
  }

  private void read(JsonCursor json) {
    json.allow(FIELDS);
    String className = json.get("class").text();
    try {
      registry.map(className, mapping -> read(className, mapping, json));
    } catch (UnresolvedReferenceException e) {
      registry.problem(className, e);
    }
  }

  private void read(String className, ClassMapping mapping, JsonCursor json) {
    JsonCursor table = json.find("table");
    if (table != null) {
      mapping.selectable(columns.from(table));
    }
    JsonCursor inherits = json.find("inherits");
    if (inherits != null) {
      mapping.inherits(inherits.text());
    }
    if (isOn(json.find("concrete"))) {
      mapping.concrete();
    }
    JsonCursor condition = json.find("inherit_condition");
    if (condition != null) {
      mapping.inheritCondition(columns.condition(condition).condition());
    }
    JsonCursor key = json.find("primary_key");
    if (key != null) {
      mapping.primaryKey(columns.columns(key).toArray(ColumnElement[]::new));
    }
    JsonCursor version = json.find("version_id_col");
    if (version != null) {
      mapping.versionIdColumn(columns.column(version));
    }
    readPolymorphism(mapping, json);
    new AttributeJson(registry, className, mapping, columns).read(json.get("attributes"));
    readHybrids(mapping, json.find("hybrids"));
    readProxies(mapping, json.find("association_proxies"));
  }

  private void readPolymorphism(ClassMapping mapping, JsonCursor json) {
    JsonCursor on = json.find("polymorphic_on");
    if (on != null) {
      mapping.polymorphicOn(columns.column(on));
    }
    JsonCursor identity = json.find("polymorphic_identity");
    Object value = identity == null ? null : ValueJson.read(identity);
    if (value != null) {
      mapping.polymorphicIdentity(value);
    }
    if (isOn(json.find("polymorphic_abstract"))) {
      mapping.polymorphicAbstract();
    }
    JsonCursor load = json.find("polymorphic_load");
    if (load != null) {
      mapping.polymorphicLoad(load.oneOf(PolymorphicLoad.class, each -> lower(each.name())));
    }
    JsonCursor with = json.find("with_polymorphic");
    if (with != null) {
      mapping.withPolymorphic(withPolymorphic(with));
    }
  }

  private WithPolymorphic withPolymorphic(JsonCursor json) {
    json.allow(Set.of("classes", "selectable"));
    JsonCursor classes = json.get("classes");
    JsonCursor selectable = json.find("selectable");
    boolean isAll = classes.node().isTextual();
    if (isAll && !classes.text().equals("*")) {
      throw classes.wrong("\"*\" or a list of classes");
    }
    return new WithPolymorphic(
        isAll,
        isAll ? List.of() : classes.elements().stream().map(JsonCursor::text).toList(),
        selectable == null ? null : columns.from(selectable));
  }

  private void readHybrids(ClassMapping mapping, @Nullable JsonCursor json) {
    for (JsonCursor hybrid : json == null ? List.<JsonCursor>of() : json.elements()) {
      hybrid.allow(Set.of("name", EXPRESSION));
      JsonCursor expression = hybrid.find(EXPRESSION);
      mapping.hybrid(
          hybrid.get("name").text(), expression == null ? null : columns.column(expression));
    }
  }

  private static void readProxies(ClassMapping mapping, @Nullable JsonCursor json) {
    for (JsonCursor proxy : json == null ? List.<JsonCursor>of() : json.elements()) {
      proxy.allow(Set.of("name", "target", "attribute"));
      mapping.associationProxy(
          proxy.get("name").text(), proxy.get("target").text(), proxy.get("attribute").text());
    }
  }

  static boolean isOn(@Nullable JsonCursor flag) {
    return flag != null && flag.flag();
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
