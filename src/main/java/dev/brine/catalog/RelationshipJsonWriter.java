package dev.brine.catalog;

import static dev.brine.catalog.MapperJson.lower;
import static dev.brine.catalog.MapperJsonWriter.path;
import static dev.brine.catalog.MapperJsonWriter.putIfOn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromClause;
import dev.brine.mapping.CollectionKind;
import dev.brine.mapping.Direction;
import dev.brine.mapping.JoinCondition;
import dev.brine.mapping.Lazy;
import dev.brine.mapping.Relationship;
import dev.brine.mapping.RelationshipOptions;
import dev.brine.mapping.RelationshipOptions.InnerJoin;

/** Writes relationships as {@link AttributeJson} reads them. */
final class RelationshipJsonWriter {

  /** For a collection of a class that is not known; any word but the known ones. */
  private static final String UNKNOWN_COLLECTION = "unknown";

  private final ColumnJsonWriter columns;

  RelationshipJsonWriter(ColumnJsonWriter columns) {
    this.columns = columns;
  }

  void put(ObjectNode json, Relationship relationship) {
    json.put("relationship", path(relationship.target()));
    json.put("direction", relationship.direction().pythonName());
    putJoins(json, relationship.condition());
    RelationshipOptions options = relationship.options();
    if (relationship.uselist() != (relationship.direction() != Direction.MANY_TO_ONE)) {
      json.put("uselist", relationship.uselist());
    }
    if (options.lazy() != Lazy.SELECT) {
      json.put("lazy", options.lazy().pythonName());
    }
    if (options.innerjoin() != InnerJoin.OUTER) {
      json.put("innerjoin", lower(options.innerjoin().name()));
    }
    if (options.joinDepth() != null) {
      json.put("join_depth", options.joinDepth());
    }
    if (!options.orderBy().isEmpty()) {
      ArrayNode orderBy = json.putArray("order_by");
      options.orderBy().forEach(element -> orderBy.add(columns.order(element)));
    }
    putCollection(json, options);
    if (options.backPopulates() != null) {
      json.put("back_populates", options.backPopulates());
    }
    putIfOn(json, "viewonly", options.viewonly());
    if (options.distinctTargetKey() != null) {
      json.put("distinct_target_key", options.distinctTargetKey());
    }
    if (options.omitJoin() != null) {
      json.put("omit_join", options.omitJoin());
    }
  }

  private void putJoins(ObjectNode json, JoinCondition condition) {
    json.set(
        "primaryjoin",
        columns.condition(condition.primaryjoin(), condition::isForeign, condition::isRemote));
    FromClause secondary = condition.secondary();
    ColumnElement secondaryjoin = condition.secondaryjoin();
    if (secondary != null && secondaryjoin != null) {
      json.set("secondary", columns.from(secondary));
      json.set(
          "secondaryjoin",
          columns.condition(secondaryjoin, condition::isForeign, condition::isRemote));
    }
  }

  private static void putCollection(ObjectNode json, RelationshipOptions options) {
    CollectionKind kind = options.collection();
    if (kind == CollectionKind.DICT) {
      json.putObject("collection").put("dict", options.collectionKey());
    } else if (kind != CollectionKind.LIST) {
      json.put("collection", kind == null ? UNKNOWN_COLLECTION : kind.pythonName());
    }
  }
}
