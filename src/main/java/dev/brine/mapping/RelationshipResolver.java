package dev.brine.mapping;

import dev.brine.error.UsageException;
import dev.brine.expr.FromClause;
import dev.brine.expr.TableRef;
import dev.brine.schema.MetaData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes relationships of their declarations: {@code RelationshipProperty.do_init}. */
final class RelationshipResolver {

  private final MetaData metadata;

  RelationshipResolver(MetaData metadata) {
    this.metadata = metadata;
  }

  Relationship resolve(String key, Mapper parent, Mapper target, RelationshipMapping mapping) {
    JoinRequest request =
        new JoinRequest(
            parent.simpleName() + "." + key,
            parent,
            target,
            mapping.primaryjoin,
            secondary(mapping),
            mapping.secondaryjoin,
            mapping.foreignKeys,
            mapping.remoteSide,
            mapping.options.viewonly);
    RelationshipMapping.Backref backref = mapping.backref();
    RelationshipOptions.Builder options = mapping.options.build().toBuilder();
    if (backref != null) {
      options.backPopulates = backref.key();
    }
    JoinCondition condition = new JoinCondition(new JoinAnalysis(request));
    if (mapping.expected != null && mapping.expected != condition.direction()) {
      throw new UsageException(
          "its direction is said to be %s, and its columns make it %s"
              .formatted(mapping.expected.pythonName(), condition.direction().pythonName()));
    }
    return new Relationship(key, parent, target, condition, options.build());
  }

  private @Nullable FromClause secondary(RelationshipMapping mapping) {
    return mapping.secondaryKey == null
        ? mapping.secondary
        : new TableRef(metadata.table(mapping.secondaryKey));
  }

  /** The relationship on the other side, with the same join: {@code _generate_backref}. */
  Attribute back(
      Relationship relationship, RelationshipMapping mapping, RelationshipMapping.Backref backref) {
    RelationshipMapping given = backref.mapping();
    RelationshipMapping back =
        new RelationshipMapping(relationship.parent().className(), given.options.build());
    JoinCondition condition = relationship.condition();
    back.options.backPopulates = relationship.key();
    if (mapping.options.viewonly) {
      back.viewonly();
    }
    back.remoteSide = given.remoteSide;
    back.foreignKeys = given.foreignKeys.isEmpty() ? mapping.foreignKeys : given.foreignKeys;
    back.secondary = condition.secondary();
    back.primaryjoin = given.primaryjoin;
    back.secondaryjoin = given.secondaryjoin;
    MarkedCondition second = condition.markedSecondary();
    if (back.primaryjoin == null) {
      back.primaryjoin = second == null ? reversed(condition, mapping) : withForeign(second);
    }
    if (back.secondaryjoin == null && second != null) {
      back.secondaryjoin = withForeign(condition.marked());
    }
    return Attribute.of(backref.key(), relationship.target(), back);
  }

  /** What was marked {@code remote()} is the near side from there; else nothing is marked. */
  private static MarkedCondition reversed(JoinCondition condition, RelationshipMapping mapping) {
    MarkedCondition join = condition.marked();
    boolean isMarked = mapping.primaryjoin != null && !mapping.primaryjoin.remote.isEmpty();
    return isMarked
        ? MarkedCondition.of(join.expression(), condition.localOccurrences(), join.foreign)
        : MarkedCondition.of(join.expression(), List.of(), List.of());
  }

  private static MarkedCondition withForeign(MarkedCondition join) {
    return MarkedCondition.of(join.expression(), List.of(), join.foreign);
  }
}
