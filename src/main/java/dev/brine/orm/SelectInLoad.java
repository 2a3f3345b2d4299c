package dev.brine.orm;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.FromClause;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.LoadElement;
import dev.brine.expr.LoaderCriteria;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Select;
import dev.brine.expr.SetupJoin;
import dev.brine.expr.Sql;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Direction;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Mapper;
import dev.brine.orm.compile.EntityAliases;
import dev.brine.orm.compile.RelationshipPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Related entities by the keys of many parents at once, {@code … IN (…)}: SQLAlchemy's {@code
 * SelectInLoader} (rel_2_0_58, {@code orm/strategies.py}).
 */
final class SelectInLoad extends FurtherLoad {

  SelectInLoad(Loading loading, RelationshipPlan plan, @Nullable Integer depth) {
    super(loading, plan, depth);
  }

  @Override
  public void load(List<PostLoad.Member> members) {
    boolean omitsJoin = omitsJoin();
    if (omitsJoin && relationship.direction() == Direction.MANY_TO_ONE) {
      if (members.stream().allMatch(each -> hasForeignKey(each.state()))) {
        byTarget(members);
        return;
      }
      omitsJoin = false;
    }
    byParent(members, omitsJoin);
  }

  private boolean omitsJoin() {
    Boolean given = relationship.options().omitJoin();
    if (given != null) {
      return given;
    }
    return relationship.direction() == Direction.MANY_TO_ONE
        ? KeyJoins.isGet(relationship)
        : KeyJoins.isByParentKey(relationship);
  }

  private List<ColumnElement> foreignKey() {
    List<ColumnElement> columns = new ArrayList<>();
    for (ColumnElement key : relationship.target().primaryKey()) {
      columns.add(Objects.requireNonNull(KeyJoins.equated(relationship, key)));
    }
    return columns;
  }

  private boolean hasForeignKey(LoadedState state) {
    return foreignKey().stream().allMatch(column -> isLoaded(state, column));
  }

  private static boolean isLoaded(LoadedState state, ColumnElement column) {
    ColumnProperty property = state.mapper().propertyOf(column);
    return property != null && state.has(property.key());
  }

  private static @Nullable Object value(LoadedState state, ColumnElement column) {
    return state.value(Objects.requireNonNull(state.mapper().propertyOf(column)).key());
  }

  /** By the keys of the related entities, each of which is asked for once. */
  private void byTarget(List<PostLoad.Member> members) {
    Map<List<@Nullable Object>, List<@Nullable Object>> keys = new LinkedHashMap<>();
    Map<List<@Nullable Object>, List<LoadedState>> wanting = new LinkedHashMap<>();
    List<LoadedState> without = new ArrayList<>();
    for (PostLoad.Member member : members) {
      List<@Nullable Object> key = new ArrayList<>();
      foreignKey().forEach(column -> key.add(value(member.state(), column)));
      List<@Nullable Object> comparable = IdentityKey.comparable(key);
      if (!key.contains(null)) {
        keys.putIfAbsent(comparable, key);
      }
      if (isWanting(member)) {
        (key.contains(null)
                ? without
                : wanting.computeIfAbsent(comparable, each -> new ArrayList<>()))
            .add(member.state());
      }
    }
    List<List<@Nullable Object>> sorted = SortedKeys.of(keys.values());
    OrmEntity target = target();
    Select select = select(target, key(target, relationship.target().primaryKey()), true);
    for (List<List<@Nullable Object>> chunk : KeyChunks.of(sorted)) {
      Map<List<@Nullable Object>, List<Entity>> related = fetch(select, chunk);
      for (List<@Nullable Object> key : chunk) {
        List<@Nullable Object> comparable = IdentityKey.comparable(key);
        for (LoadedState state : wanting.getOrDefault(comparable, List.of())) {
          put(state, related.getOrDefault(comparable, List.of()));
        }
      }
    }
    without.forEach(state -> put(state, List.of()));
  }

  /** By the keys of the parents. */
  private void byParent(List<PostLoad.Member> members, boolean omitsJoin) {
    OrmEntity target = target();
    List<ColumnElement> key = relationship.parent().primaryKey();
    Select select =
        omitsJoin
            ? select(target, key(target, relatedKey(key)), true)
            : selectWithJoin(target, key);
    for (List<PostLoad.Member> chunk : KeyChunks.of(members)) {
      List<List<@Nullable Object>> keys =
          chunk.stream().map(each -> each.state().identity()).toList();
      Map<List<@Nullable Object>, List<Entity>> related = fetch(select, keys);
      for (LoadedState state : wanting(chunk)) {
        put(state, related.getOrDefault(state.key().values(), List.of()));
      }
    }
  }

  private List<ColumnElement> relatedKey(List<ColumnElement> key) {
    List<ColumnElement> columns = new ArrayList<>();
    for (ColumnElement column : key) {
      ColumnElement related = KeyJoins.related(relationship, column);
      if (related != null) {
        columns.add(related);
      }
    }
    return columns;
  }

  /** Columns by which rows are asked for, which are taken as they are but of an alias. */
  private static List<ColumnElement> key(OrmEntity target, List<ColumnElement> columns) {
    return target instanceof AliasedEntity ? adapted(target, columns) : columns;
  }

  private static List<ColumnElement> adapted(OrmEntity target, List<ColumnElement> columns) {
    return target instanceof AliasedEntity aliased
        ? columns.stream().map(column -> EntityAliases.adapt(aliased, column)).toList()
        : Adaptable.all(columns);
  }

  private Select select(OrmEntity target, List<ColumnElement> key, boolean isOrdered) {
    Select select = from(base(target, key), target).where(KeyChunks.in(key));
    if (!isOrdered || relationship.orderBy().isEmpty()) {
      return select;
    }
    return select.toBuilder().orderBy(adapted(target, relationship.orderBy())).build();
  }

  private Select from(Select select, OrmEntity target) {
    FromClause secondary = relationship.secondary();
    ColumnElement onclause = relationship.secondaryjoin();
    return secondary == null || onclause == null
        ? select.selectFrom(target)
        : select
            .selectFrom(secondary)
            .join(new SetupJoin(target, Adaptable.column(onclause), null, false, false));
  }

  private Select selectWithJoin(OrmEntity target, List<ColumnElement> parentKey) {
    Mapper parent = relationship.parent();
    AliasedEntity alias = EntityAliases.of(parent);
    List<ColumnElement> key = adapted(alias, parentKey);
    MappedAttribute along = new MappedAttribute(alias, relationship.key(), target, List.of());
    Select select =
        base(target, key)
            .selectFrom(alias)
            .join(new SetupJoin(along, null, null, false, false))
            .where(KeyChunks.in(key));
    return relationship.orderBy().isEmpty()
        ? select
        : Statements.with(select, "_eager_order_by", relationship.orderBy());
  }

  private Select base(OrmEntity target, List<ColumnElement> key) {
    Bundle bundle = Bundle.of("pk", key.toArray(ClauseElement[]::new));
    LabelStyle labels = relationship.parent().release().relatedLabels();
    List<ExecutableOption> options = new ArrayList<>(loading.options());
    LoadElement option = plan.option();
    if (option != null && !option.extraCriteria().isEmpty()) {
      options.add(
          new LoaderCriteria(
              relationship.target(), Sql.and(option.extraCriteria()), null, true, true));
    }
    return Statements.with(Statements.of(target, labels, bundle, target), options);
  }

  /** The related entities by the key that the first member of each row is. */
  private Map<List<@Nullable Object>, List<Entity>> fetch(
      Select select, List<List<@Nullable Object>> keys) {
    Map<List<@Nullable Object>, List<Entity>> related = new LinkedHashMap<>();
    EntityRows rows =
        loading.session().load(select, way(), settings(), KeyChunks.parameters(keys)).unique();
    for (List<@Nullable Object> row : rows.rows()) {
      Entity entity = (Entity) row.get(1);
      if (entity != null) {
        related
            .computeIfAbsent(
                IdentityKey.comparable((List<?>) Objects.requireNonNull(row.get(0))),
                each -> new ArrayList<>())
            .add(entity);
      }
    }
    return related;
  }
}
