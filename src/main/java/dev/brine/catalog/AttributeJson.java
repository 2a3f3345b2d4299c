package dev.brine.catalog;

import static dev.brine.catalog.MapperJson.isOn;
import static dev.brine.catalog.MapperJson.lower;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.ColumnElement;
import dev.brine.mapping.ClassMapping;
import dev.brine.mapping.CollectionKind;
import dev.brine.mapping.ColumnOptions;
import dev.brine.mapping.Direction;
import dev.brine.mapping.Lazy;
import dev.brine.mapping.MapperRegistry;
import dev.brine.mapping.RelationshipMapping;
import dev.brine.mapping.RelationshipOptions.InnerJoin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a mapped class; what kind each is, one field tells. */
final class AttributeJson {

  private static final String NAME = "name";
  private static final String INHERITED = "inherited";
  private static final String CONCRETE_INHERITED = "concrete_inherited";
  private static final String COMPOSITE = "composite";
  private static final String SYNONYM = "synonym";
  private static final String RELATIONSHIP = "relationship";
  private static final Set<String> COLUMN_FIELDS =
      Set.of(NAME, "column", "columns", "deferred", "group", "raiseload", "query_expression");
  private static final Set<String> RELATIONSHIP_FIELDS =
      Set.of(
          NAME,
          RELATIONSHIP,
          "direction",
          "primaryjoin",
          "secondary",
          "secondaryjoin",
          "uselist",
          "lazy",
          "innerjoin",
          "join_depth",
          "order_by",
          "collection",
          "back_populates",
          "viewonly",
          "distinct_target_key",
          "omit_join");

  private final MapperRegistry.Builder registry;
  private final String className;
  private final ClassMapping mapping;
  private final ColumnJson columns;

  AttributeJson(
      MapperRegistry.Builder registry, String className, ClassMapping mapping, ColumnJson columns) {
    this.registry = registry;
    this.className = className;
    this.mapping = mapping;
    this.columns = columns;
  }

  /** Only what is listed is mapped, in the order of the list. */
  void read(JsonCursor attributes) {
    List<String> order = new ArrayList<>();
    for (JsonCursor attribute : attributes.elements()) {
      String name = attribute.get(NAME).text();
      try {
        declare(name, attribute);
        order.add(name);
      } catch (UnresolvedReferenceException e) {
        registry.problem(className + "." + name, e);
      }
    }
    mapping.declaredOnly().order(order);
  }

  private void declare(String name, JsonCursor json) {
    if (json.find(INHERITED) != null) {
      json.allow(Set.of(NAME, INHERITED));
    } else if (json.find(CONCRETE_INHERITED) != null) {
      json.allow(Set.of(NAME, CONCRETE_INHERITED));
      mapping.concreteInherited(name);
    } else if (json.find(COMPOSITE) != null) {
      json.allow(Set.of(NAME, COMPOSITE, "attributes"));
      mapping.composite(
          name,
          json.get(COMPOSITE).text(),
          json.get("attributes").elements().stream().map(JsonCursor::text).toArray(String[]::new));
    } else if (json.find(SYNONYM) != null) {
      json.allow(Set.of(NAME, SYNONYM));
      mapping.synonym(name, json.get(SYNONYM).text());
    } else if (json.find(RELATIONSHIP) != null) {
      json.allow(RELATIONSHIP_FIELDS);
      mapping.relationship(name, json.get(RELATIONSHIP).text(), to -> relate(to, json));
    } else {
      json.allow(COLUMN_FIELDS);
      mapping.columnProperty(name, columnsOf(json), options(json));
    }
  }

  private List<ColumnElement> columnsOf(JsonCursor json) {
    JsonCursor several = json.find("columns");
    return several == null ? List.of(columns.column(json.get("column"))) : columns.columns(several);
  }

  private static ColumnOptions options(JsonCursor json) {
    JsonCursor group = json.find("group");
    return new ColumnOptions(
        isOn(json.find("deferred")),
        group == null ? null : group.text(),
        isOn(json.find("raiseload")),
        isOn(json.find("query_expression")));
  }

  private void relate(RelationshipMapping to, JsonCursor json) {
    joins(to, json);
    JsonCursor direction = json.find("direction");
    if (direction != null) {
      to.direction(direction.oneOf(Direction.class, Direction::pythonName));
    }
    JsonCursor lazy = json.find("lazy");
    if (lazy != null) {
      to.lazy(lazy.oneOf(Lazy.class, Lazy::pythonName));
    }
    JsonCursor innerjoin = json.find("innerjoin");
    if (innerjoin != null) {
      to.innerjoin(innerjoin.oneOf(InnerJoin.class, each -> lower(each.name())));
    }
    JsonCursor depth = json.find("join_depth");
    if (depth != null) {
      to.joinDepth(depth.number());
    }
    JsonCursor orderBy = json.find("order_by");
    if (orderBy != null) {
      to.orderBy(columns.columns(orderBy).toArray(ColumnElement[]::new));
    }
    JsonCursor back = json.find("back_populates");
    if (back != null) {
      to.backPopulates(back.text());
    }
    collect(to, json.find("collection"));
    flags(to, json);
  }

  private void joins(RelationshipMapping to, JsonCursor json) {
    JsonCursor primaryjoin = json.find("primaryjoin");
    if (primaryjoin != null) {
      ColumnJson.Marked join = columns.condition(primaryjoin);
      to.primaryjoin(join.condition(), join.remote(), join.foreign());
    }
    JsonCursor secondary = json.find("secondary");
    if (secondary != null) {
      to.secondary(columns.from(secondary));
    }
    JsonCursor secondaryjoin = json.find("secondaryjoin");
    if (secondaryjoin != null) {
      ColumnJson.Marked join = columns.condition(secondaryjoin);
      to.secondaryjoin(join.condition(), join.remote(), join.foreign());
    }
  }

  /** A list unless said; a class of the user's by its path is none that is known. */
  private static void collect(RelationshipMapping to, @Nullable JsonCursor json) {
    if (json == null) {
      return;
    }
    if (json.isObject()) {
      json.allow(Set.of("dict"));
      JsonCursor key = json.find("dict");
      if (key == null) {
        to.collection(CollectionKind.DICT);
      } else {
        to.dictBy(key.text());
      }
    } else {
      to.collection(
          List.of(CollectionKind.values()).stream()
              .filter(kind -> kind.pythonName().equals(json.text()))
              .findFirst()
              .orElse(null));
    }
  }

  private static void flags(RelationshipMapping to, JsonCursor json) {
    JsonCursor uselist = json.find("uselist");
    if (uselist != null) {
      to.uselist(uselist.flag());
    }
    if (isOn(json.find("viewonly"))) {
      to.viewonly();
    }
    JsonCursor distinct = json.find("distinct_target_key");
    if (distinct != null) {
      to.distinctTargetKey(distinct.flag());
    }
    JsonCursor omitJoin = json.find("omit_join");
    if (omitJoin != null) {
      to.omitJoin(omitJoin.flag());
    }
  }
}
