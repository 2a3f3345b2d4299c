package dev.brine.orm.compile;

import dev.brine.error.UsageException;
import dev.brine.expr.AliasedEntity;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromObjects;
import dev.brine.expr.Join;
import dev.brine.expr.Lateral;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.SetupJoin;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.Relationship;
import dev.brine.sql.LeftSides;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out the joins that {@code join()} asked for: SQLAlchemy's {@code
 * ORMSelectCompileState._join} (rel_2_0_52, {@code orm/context.py}).
 */
final class Joins {

  /** A join that was made along a relationship; a second one like it is left out. */
  private record Edge(ElementKey left, ElementKey right, String key) {}

  private final SelectState state;
  private final Set<Edge> edges = new HashSet<>();

  Joins(SelectState state) {
    this.state = state;
  }

  /**
   * Adds a join.
   *
   * @param entities what was selected when it was asked for
   */
  void add(SetupJoin join, List<QueryEntity> entities) {
    ClauseElement target = join.target();
    ColumnElement onclause = join.onclause();
    MappedAttribute attribute = relationshipAttribute(target);
    if (attribute != null) {
      if (onclause != null) {
        throw new UsageException(
            "No 'on clause' argument may be passed when joining to a relationship path as a"
                + " target");
      }
      along(attribute, null, join, entities);
      return;
    }
    attribute = onclause == null ? null : relationshipAttribute(onclause);
    if (attribute != null) {
      along(attribute, right(target), join, entities);
      return;
    }
    on(right(target), onclause, join, entities);
  }

  private OrmJoins.Right right(ClauseElement target) {
    return target instanceof OrmEntity entity
        ? OrmJoins.Right.of(entity)
        : new OrmJoins.Right(state.from(target).clause(), null);
  }

  /** The attribute if it is one that leads to entities; null for anything else. */
  private static @Nullable MappedAttribute relationshipAttribute(ClauseElement element) {
    if (!(element instanceof MappedAttribute attribute)) {
      return null;
    }
    MapperProperty property = Entities.mapper(attribute.parent()).property(attribute.key());
    return property instanceof Relationship ? attribute : null;
  }

  private void along(
      MappedAttribute attribute,
      OrmJoins.@Nullable Right given,
      SetupJoin join,
      List<QueryEntity> entities) {
    OrmEntity left = attribute.parent();
    Relationship relationship = Entities.mapper(left).relationship(attribute.key());
    OrmJoins.Right right = given;
    if (right == null) {
      OrmEntity ofType = attribute.ofType();
      right = OrmJoins.Right.of(ofType == null ? new MappedClass(relationship.target()) : ofType);
    }
    if (right.entity() != null && Entities.isSame(left, right.entity())) {
      throw sameEntity(left);
    }
    Edge edge = new Edge(ElementKey.of(left), key(right), relationship.key());
    if (edges.contains(edge)) {
      return;
    }
    Right checked = checked(From.of(left), right, relationship);
    edges.add(new Edge(ElementKey.of(left), key(checked.side), relationship.key()));
    FromClause source = source(left, relationship);
    OrmJoins.Along path =
        new OrmJoins.Along(
            relationship, source, state.strip.offered(source), attribute.extraCriteria());
    Place place = place(left, entities);
    put(
        place,
        OrmJoins.along(
            place.left, checked.side, path, join.isOuter(), join.isFull(), extra(checked.side)));
  }

  private static UsageException sameEntity(OrmEntity entity) {
    return new UsageException(
        "Can't construct a join from %s to %s, they are the same entity"
            .formatted(entity.entity().className(), entity.entity().className()),
        "join to an alias of the class");
  }

  /** What stands for the parent of a relationship of an entity. */
  private static FromClause source(OrmEntity left, Relationship relationship) {
    return left instanceof AliasedEntity aliased
        ? aliased.alias()
        : relationship.parent().selectable();
  }

  private static ElementKey key(OrmJoins.Right right) {
    return right.entity() == null ? ElementKey.of(right.clause()) : ElementKey.of(right.entity());
  }

  private void on(
      OrmJoins.Right right,
      @Nullable ColumnElement onclause,
      SetupJoin join,
      List<QueryEntity> entities) {
    FromClause explicit = join.left();
    Place place;
    if (explicit == null) {
      place = implicitPlace(right, onclause, entities);
    } else if (explicit instanceof OrmEntity entity) {
      place = place(entity, entities);
    } else {
      From left = state.from(explicit);
      int index = LeftSides.place(clauses(), left.clause());
      place = new Place(index, index < 0 ? left : state.froms.get(index));
    }
    Right checked = checked(place.left, right, null);
    ColumnElement condition = onclause == null ? null : state.adapter.adapt(onclause);
    put(
        place,
        OrmJoins.on(
            place.left,
            checked.side,
            condition,
            join.isOuter(),
            join.isFull(),
            extra(checked.side),
            alias -> state.aliasAdapter(alias).columns().adapter()));
  }

  private List<ColumnElement> extra(OrmJoins.Right right) {
    return right.entity() == null ? List.of() : state.criteria.of(right.entity());
  }

  /**
   * Where the left side of a join stands.
   *
   * @param index among the FROM elements; -1 if it does not yet
   */
  private record Place(int index, From left) {}

  private void put(Place place, From join) {
    if (place.index < 0) {
      state.froms.add(join);
    } else {
      state.froms.set(place.index, join);
    }
  }

  private List<FromClause> clauses() {
    return state.froms.stream().map(From::clause).toList();
  }

  private Place place(OrmEntity left, List<QueryEntity> entities) {
    FromClause clause = Entities.selectable(left);
    int index = LeftSides.place(clauses(), clause);
    if (index >= 0) {
      return new Place(index, state.froms.get(index));
    }
    for (QueryEntity each : entities) {
      if (each instanceof QueryEntity.OfEntity entity
          && Entities.corresponds(entity.entity(), left)) {
        return new Place(-1, From.of(entity.entity()));
      }
    }
    return new Place(-1, From.of(left));
  }

  private Place implicitPlace(
      OrmJoins.Right right, @Nullable ColumnElement onclause, List<QueryEntity> entities) {
    if (!state.froms.isEmpty()) {
      int index =
          LeftSides.theOnly(
              LeftSides.joinable(clauses(), right.clause(), onclause), right.clause());
      return new Place(index, state.froms.get(index));
    }
    Map<ElementKey, From> candidates = new LinkedHashMap<>();
    for (QueryEntity each : flat(entities)) {
      OrmEntity entity = each.entity();
      From from = entity == null ? fromOf(each) : From.of(entity);
      boolean isRight =
          from != null
              && (entity == null
                  ? right.entity() == null && OrmJoins.isSame(from.clause(), right.clause())
                  : right.entity() != null && Entities.isSame(entity, right.entity()));
      if (from != null && !isRight) {
        candidates.put(ElementKey.of(from.clause()), from);
      }
    }
    if (candidates.isEmpty() && entities.isEmpty()) {
      throw new UsageException(
          "No entities to join from; please use select_from() to establish the left"
              + " entity/selectable of this join");
    }
    List<From> froms = List.copyOf(candidates.values());
    List<FromClause> all = froms.stream().map(From::clause).toList();
    int index =
        LeftSides.theOnly(LeftSides.joinable(all, right.clause(), onclause), right.clause());
    return new Place(-1, froms.get(index));
  }

  private static List<QueryEntity> flat(List<QueryEntity> entities) {
    List<QueryEntity> all = new ArrayList<>();
    for (QueryEntity each : entities) {
      if (each instanceof QueryEntity.OfBundle bundle) {
        all.addAll(flat(bundle.parts).stream().limit(1).toList());
      } else {
        all.add(each);
      }
    }
    return all;
  }

  private static @Nullable From fromOf(QueryEntity entity) {
    if (!(entity instanceof QueryEntity.OfColumn column)) {
      return null;
    }
    List<FromClause> froms = FromObjects.of(column.column);
    return froms.isEmpty() ? null : From.of(froms.get(0));
  }

  /** The right side as it can be joined, under a name of its own where that is needed. */
  private record Right(OrmJoins.Right side) {}

  private Right checked(From left, OrmJoins.Right right, @Nullable Relationship relationship) {
    OrmEntity entity = right.entity();
    if (entity == null) {
      return new Right(
          relationship == null || right.clause() instanceof Lateral
              ? right
              : asEntity(relationship.target(), right.clause()));
    }
    Mapper mapper = Entities.mapper(entity);
    if (relationship != null && mapper.baseMapper() != relationship.target().baseMapper()) {
      throw new UsageException(
          "Join target %s does not correspond to the right side of join condition %s"
              .formatted(mapper.className(), relationship));
    }
    state.noteJoined(entity);
    if (!(entity instanceof AliasedEntity) && overlaps(left, right, mapper)) {
      if (OrmJoins.isSame(left.clause(), right.clause())) {
        throw new UsageException("Can't join table/selectable '" + mapper + "' to itself");
      }
      return new Right(asEntity(mapper, Anonymous.of(right.clause(), true)));
    }
    return new Right(right);
  }

  private static OrmJoins.Right asEntity(Mapper mapper, FromClause clause) {
    return OrmJoins.Right.of(AliasedEntities.of(mapper, clause, false));
  }

  /** Tables of a class that inherits may be there already. */
  private boolean overlaps(From left, OrmJoins.Right right, Mapper mapper) {
    if (mapper.withPolymorphic() == null && !(mapper.mappedTable() instanceof Join)) {
      return false;
    }
    List<FromClause> froms = state.froms.isEmpty() ? List.of(left.clause()) : clauses();
    return froms.stream()
        .anyMatch(
            from ->
                OrmJoins.overlap(left.clause(), from) && OrmJoins.overlap(from, right.clause()));
  }
}
