package dev.brine.orm.compile;

import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Cte;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Subquery;
import dev.brine.mapping.JoinCondition;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.Relationship;
import dev.brine.sql.ClauseAdapter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a relationship between two FROM elements: SQLAlchemy's {@code _create_joins} and
 * {@code join_targets} (rel_2_0_52, {@code orm/relationships.py}).
 *
 * @param primaryjoin between the source and the destination, or the table between
 * @param secondaryjoin between the table between and the destination; null without one
 * @param secondary the table between; null for none
 * @param targetAdapter what adapts the target's columns to the destination; null if they are those
 */
record RelationshipJoin(
    ColumnElement primaryjoin,
    @Nullable ColumnElement secondaryjoin,
    @Nullable FromClause secondary,
    @Nullable ClauseAdapter targetAdapter) {

  /**
   * Joins two FROM elements along a relationship.
   *
   * @param source null for the parent as it is mapped
   * @param destination null for the target as it is mapped
   * @param target the entity that the destination is; null where it is none
   * @param aliasesSecondary whether the table between gets a name of its own
   * @param extraCriteria what {@code and_()} or {@code with_loader_criteria()} added
   */
  static RelationshipJoin of(
      Relationship relationship,
      @Nullable FromClause source,
      @Nullable FromClause destination,
      @Nullable OrmEntity target,
      boolean aliasesSecondary,
      List<ColumnElement> extraCriteria) {
    return of(relationship, source, destination, target, aliasesSecondary, extraCriteria, null);
  }

  /**
   * The same by some of the source's columns.
   *
   * @param offered null for all of them
   */
  static RelationshipJoin of(
      Relationship relationship,
      @Nullable FromClause source,
      @Nullable FromClause destination,
      @Nullable OrmEntity target,
      boolean aliasesSecondary,
      List<ColumnElement> extraCriteria,
      @Nullable List<ColumnRef> offered) {
    Mapper parent = relationship.parent();
    Mapper mapper = relationship.target();
    boolean isAliased = aliasesSecondary && relationship.secondary() != null;
    FromClause from = source;
    if (from == null && parent.withPolymorphic() != null) {
      from = parent.selectable();
    }
    FromClause to = destination;
    if (to == null && target != null) {
      to = Entities.selectable(target);
      isAliased = true;
    }
    if (to == null) {
      to = mapper.selectable();
      isAliased |= mapper.withPolymorphic() != null;
      if (relationship.isSelfReferential() && from == null) {
        to = Anonymous.of(to, false);
        isAliased = true;
      }
    } else if (!isSame(to, mapper.selectable()) || mapper.withPolymorphic() != null) {
      isAliased = true;
    }
    isAliased |=
        from != null
            && (!isSame(from, parent.selectable())
                || from instanceof Subquery
                || from instanceof Cte);
    Mapper destinationMapper = target == null ? mapper : Entities.mapper(target);
    return targets(relationship, from, offered, to, isAliased, destinationMapper, extraCriteria);
  }

  static boolean isSame(FromClause one, FromClause other) {
    return ElementKey.of(one).equals(ElementKey.of(other)) || one.equals(other);
  }

  private static RelationshipJoin targets(
      Relationship relationship,
      @Nullable FromClause source,
      @Nullable List<ColumnRef> offered,
      FromClause destination,
      boolean isAliased,
      Mapper target,
      List<ColumnElement> extraCriteria) {
    ColumnElement primary = relationship.primaryjoin();
    ColumnElement second = relationship.secondaryjoin();
    ColumnElement single = target.singleTableCriterion();
    for (ColumnElement added : added(single, extraCriteria)) {
      if (second == null) {
        primary = primary.and(added);
      } else {
        second = second.and(added);
      }
    }
    if (!isAliased) {
      return new RelationshipJoin(primary, second, relationship.secondary(), null);
    }
    Sides sides = new Sides(relationship, fixed(relationship, extraCriteria));
    FromClause secondary = relationship.secondary();
    if (secondary == null || second == null) {
      ClauseAdapter adapter = sides.toDestination(destination);
      if (!extraCriteria.isEmpty() && relationship.parent().release().adaptsAllCriteria()) {
        adapter = adapter.keepingBinds();
      }
      if (source != null) {
        adapter = adapter.then(sides.toSource(source, offered, true));
      }
      return new RelationshipJoin(adapter.adapt(primary), null, null, adapter.includingAll());
    }
    FromClause between = Anonymous.of(secondary, true);
    ClauseAdapter toBetween =
        ClauseAdapter.to(between, ClauseAdapter.Rules.DEFAULT.including(sides::isNoLocal));
    ClauseAdapter toBoth =
        ClauseAdapter.to(
                destination,
                ClauseAdapter.Rules.DEFAULT.equivalents(
                    Entities.equivalents(relationship.target())))
            .then(toBetween);
    ClauseAdapter primaryAdapter =
        source == null ? toBetween : toBetween.then(sides.toSource(source, offered, false));
    return new RelationshipJoin(
        primaryAdapter.adapt(primary), toBoth.adapt(second), between, toBoth.includingAll());
  }

  private static List<ColumnElement> added(
      @Nullable ColumnElement single, List<ColumnElement> extraCriteria) {
    if (single == null) {
      return extraCriteria;
    }
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(single), extraCriteria.stream())
        .toList();
  }

  /**
   * The parts of added criteria that are not the target's, and so stay as they are: those that do
   * not tell that they are its entity or attributes of it.
   */
  private static Set<ClauseElement> fixed(
      Relationship relationship, List<ColumnElement> extraCriteria) {
    Set<ClauseElement> fixed = Collections.newSetFromMap(new IdentityHashMap<>());
    if (relationship.parent().release().adaptsAllCriteria()) {
      return fixed;
    }
    extraCriteria.forEach(each -> collectFixed(relationship, each, fixed));
    return fixed;
  }

  private static void collectFixed(
      Relationship relationship, ClauseElement element, Set<ClauseElement> fixed) {
    OrmEntity parent = null;
    if (element instanceof AnnotatedColumn annotated) {
      parent = annotated.annotations().parentEntity();
    } else if (element instanceof OrmEntity entity) {
      parent = entity;
    }
    if (parent != null
        && (Entities.mapper(parent) == relationship.parent()
            || Entities.mapper(parent).isa(relationship.target()))) {
      return;
    }
    fixed.add(element);
    element.children().forEach(child -> collectFixed(relationship, child, fixed));
  }

  /** The two sides of a relationship's conditions. */
  private record Sides(Relationship relationship, Set<ClauseElement> fixed) {

    private JoinCondition condition() {
      return relationship.condition();
    }

    boolean isNoLocal(ClauseElement element) {
      return !fixed.contains(element)
          && !(element instanceof ColumnElement column && condition().isLocal(column));
    }

    boolean isNoRemote(ClauseElement element) {
      return !fixed.contains(element)
          && !(element instanceof ColumnElement column && condition().isRemote(column));
    }

    ClauseAdapter toDestination(FromClause destination) {
      return ClauseAdapter.to(
          destination,
          ClauseAdapter.Rules.DEFAULT
              .including(this::isNoLocal)
              .equivalents(Entities.equivalents(relationship.target())));
    }

    ClauseAdapter toSource(
        FromClause source, @Nullable List<ColumnRef> offered, boolean excludesRemote) {
      ClauseAdapter.Rules rules =
          ClauseAdapter.Rules.DEFAULT.equivalents(Entities.equivalents(relationship.parent()));
      return ClauseAdapter.to(
          source,
          offered == null ? source.columns() : offered,
          excludesRemote ? rules.including(this::isNoRemote) : rules);
    }
  }
}
