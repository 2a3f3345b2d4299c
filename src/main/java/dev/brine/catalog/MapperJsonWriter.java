package dev.brine.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.expr.ColumnElement;
import dev.brine.mapping.AssociationProxy;
import dev.brine.mapping.ColumnOptions;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Composite;
import dev.brine.mapping.ConcreteInherited;
import dev.brine.mapping.Hybrid;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.PolymorphicLoad;
import dev.brine.mapping.Relationship;
import dev.brine.mapping.Synonym;
import dev.brine.mapping.WithPolymorphic;
import java.util.List;
import java.util.Objects;

/** Writes mapped classes as {@link MapperJson} reads them. */
final class MapperJsonWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ColumnJsonWriter columns;
  private final RelationshipJsonWriter relationships;

  MapperJsonWriter(ColumnJsonWriter columns) {
    this.columns = columns;
    this.relationships = new RelationshipJsonWriter(columns);
  }

  /** The path of a class, as the catalogue spells it. */
  static String path(Mapper mapper) {
    String separator = mapper.qualifiedName().indexOf('.') < 0 ? "." : ":";
    return mapper.module() + separator + mapper.qualifiedName();
  }

  ObjectNode write(Mapper mapper) {
    ObjectNode json = JSON.objectNode().put("class", path(mapper));
    Mapper above = mapper.inherits();
    if (above != null) {
      json.put("inherits", path(above));
    }
    if (mapper.isConcrete()) {
      json.put("concrete", true);
    }
    if (!mapper.isSingle()) {
      json.set("table", columns.from(mapper.localTable()));
    }
    ColumnElement condition = mapper.inheritCondition();
    if (condition != null) {
      json.set("inherit_condition", columns.condition(condition, any -> false, any -> false));
    }
    putPolymorphism(json, mapper);
    if (above == null || !mapper.primaryKey().equals(above.primaryKey())) {
      json.set("primary_key", columns.columns(mapper.primaryKey()));
    }
    ColumnElement version = mapper.versionIdColumn();
    if (version != null && (above == null || !version.equals(above.versionIdColumn()))) {
      json.set("version_id_col", columns.column(version));
    }
    ArrayNode attributes = json.putArray("attributes");
    mapper.attrs().forEach(property -> attributes.add(attribute(mapper, property)));
    putHybrids(json, mapper);
    putProxies(json, mapper);
    return json;
  }

  private void putPolymorphism(ObjectNode json, Mapper mapper) {
    Mapper above = mapper.inherits();
    ColumnElement on = mapper.polymorphicOn();
    if (on != null && (above == null || !Objects.equals(on, above.polymorphicOn()))) {
      json.set("polymorphic_on", columns.column(on));
    }
    Object identity = mapper.polymorphicIdentity();
    if (identity != null) {
      json.set("polymorphic_identity", ValueJson.write(identity));
    }
    if (mapper.isPolymorphicAbstract()) {
      json.put("polymorphic_abstract", true);
    }
    if (mapper.polymorphicLoad() != PolymorphicLoad.NONE) {
      json.put("polymorphic_load", MapperJson.lower(mapper.polymorphicLoad().name()));
    }
    WithPolymorphic with = mapper.withPolymorphic();
    if (with != null) {
      json.set("with_polymorphic", withPolymorphic(with));
    }
  }

  private ObjectNode withPolymorphic(WithPolymorphic with) {
    ObjectNode json = JSON.objectNode();
    if (with.isAll()) {
      json.put("classes", "*");
    } else {
      with.classes().forEach(json.putArray("classes")::add);
    }
    if (with.selectable() != null) {
      json.set("selectable", columns.from(with.selectable()));
    }
    return json;
  }

  private ObjectNode attribute(Mapper mapper, MapperProperty property) {
    ObjectNode json = JSON.objectNode().put("name", property.key());
    if (property.parent() != mapper) {
      return json.put("inherited", true);
    }
    if (property instanceof ConcreteInherited) {
      return json.put("concrete_inherited", true);
    }
    if (property instanceof Composite composite) {
      composite
          .attributes()
          .forEach(json.put("composite", composite.valueClass()).putArray("attributes")::add);
      return json;
    }
    if (property instanceof Synonym synonym) {
      return json.put("synonym", synonym.target());
    }
    if (property instanceof Relationship relationship) {
      relationships.put(json, relationship);
    } else if (property instanceof ColumnProperty column) {
      putColumns(json, column);
    }
    return json;
  }

  private void putColumns(ObjectNode json, ColumnProperty property) {
    List<ColumnElement> all = property.columns();
    if (all.size() == 1) {
      json.set("column", columns.column(all.get(0)));
    } else {
      json.set("columns", columns.columns(all));
    }
    ColumnOptions options = property.options();
    putIfOn(json, "deferred", options.deferred());
    if (options.group() != null) {
      json.put("group", options.group());
    }
    putIfOn(json, "raiseload", options.raiseload());
    putIfOn(json, "query_expression", options.queryExpression());
  }

  private void putHybrids(ObjectNode json, Mapper mapper) {
    List<Hybrid> own =
        mapper.hybrids().stream().filter(hybrid -> hybrid.parent() == mapper).toList();
    if (own.isEmpty()) {
      return;
    }
    ArrayNode hybrids = json.putArray("hybrids");
    for (Hybrid hybrid : own) {
      ObjectNode written = hybrids.addObject().put("name", hybrid.key());
      ColumnElement expression = hybrid.expression();
      if (expression != null) {
        written.set("expression", columns.column(expression));
      }
    }
  }

  private static void putProxies(ObjectNode json, Mapper mapper) {
    List<AssociationProxy> own =
        mapper.associationProxies().stream().filter(proxy -> proxy.parent() == mapper).toList();
    if (!own.isEmpty()) {
      ArrayNode proxies = json.putArray("association_proxies");
      own.forEach(
          each ->
              proxies
                  .addObject()
                  .put("name", each.key())
                  .put("target", each.target())
                  .put("attribute", each.attribute()));
    }
  }

  static void putIfOn(ObjectNode json, String field, boolean isOn) {
    if (isOn) {
      json.put(field, true);
    }
  }
}
