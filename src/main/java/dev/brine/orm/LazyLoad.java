package dev.brine.orm;

import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.LoadElement;
import dev.brine.expr.LoaderCriteria;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Lazy;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.Relationship;
import dev.brine.orm.compile.LoadPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Related entities when they are asked for: SQLAlchemy's {@code LazyLoader} (rel_2_0_58, {@code
 * orm/strategies.py}).
 */
final class LazyLoad {

  private final Relationship relationship;
  private final Lazy how;
  private final @Nullable LoadElement option;

  /**
   * A load that runs later.
   *
   * @param how one of the lazy ways
   * @param option what a query said about it; null for nothing
   */
  LazyLoad(Relationship relationship, Lazy how, @Nullable LoadElement option) {
    this.relationship = relationship;
    this.how = how;
    this.option = option;
  }

  /** As the mapping says. */
  static LazyLoad of(Relationship relationship) {
    return new LazyLoad(relationship, mapped(relationship), null);
  }

  /** How the mapping loads a relationship that was not loaded with its entity. */
  static Lazy mapped(Relationship relationship) {
    return switch (relationship.lazy()) {
      case RAISE, RAISE_ON_SQL, NOLOAD, DYNAMIC, WRITE_ONLY -> relationship.lazy();
      case SELECT, JOINED, SELECTIN, SUBQUERY, IMMEDIATE -> Lazy.SELECT;
    };
  }

  /** Loads and keeps the value. */
  @Nullable Object load(LoadedState state) {
    if (how == Lazy.RAISE) {
      throw refused("raise");
    }
    if (how == Lazy.NOLOAD) {
      return keep(state, List.of());
    }
    if (how == Lazy.WRITE_ONLY) {
      throw new UsageException(
          "'%s' is write-only; its entities cannot be read as a collection".formatted(relationship),
          "select the related class with a condition");
    }
    if (how == Lazy.DYNAMIC) {
      return RelationshipLoad.value(relationship, queried(state));
    }
    LoadPath way = state.path().to(relationship);
    return keep(state, related(state, way, LoadSettings.LAZY, state.options()));
  }

  /**
   * Loads at once, as a part of another load.
   *
   * @param asksDatabase whether an entity that is known by its key is asked for if the session
   *     lacks it; collections are in any case: SQLAlchemy's {@code PASSIVE_NO_FETCH_RELATED}
   */
  void loadAtOnce(
      LoadedState state,
      LoadPath way,
      LoadSettings settings,
      boolean asksDatabase,
      List<ExecutableOption> options) {
    if (!asksDatabase && KeyJoins.isGet(relationship)) {
      LoadedState known = known(state, foreignKey(state));
      if (known != null || foreignKey(state).contains(null)) {
        keep(state, known == null ? List.of() : List.of(known.entity()));
      }
      return;
    }
    keep(state, related(state, way, settings, options));
  }

  private @Nullable Object keep(LoadedState state, List<Entity> related) {
    Object value = RelationshipLoad.value(relationship, related);
    state.put(relationship.key(), value);
    return value;
  }

  private UsageException refused(String lazy) {
    return new UsageException(
        "'%s' is not available due to lazy='%s'".formatted(relationship, lazy),
        "load it in the query, with selectinload() or joinedload()");
  }

  private List<Entity> related(
      LoadedState state, LoadPath way, LoadSettings settings, List<ExecutableOption> options) {
    boolean isGet = KeyJoins.isGet(relationship) && criteria().isEmpty();
    if (isGet) {
      List<@Nullable Object> key = foreignKey(state);
      if (key.contains(null)) {
        return List.of();
      }
      LoadedState known = known(state, key);
      if (known != null) {
        return known.mapper().isa(relationship.target()) ? List.of(known.entity()) : List.of();
      }
    }
    if (how == Lazy.RAISE_ON_SQL) {
      throw refused("raise_on_sql");
    }
    Select select = isGet ? get(state) : select(state);
    List<ExecutableOption> all = new ArrayList<>(options);
    if (!criteria().isEmpty()) {
      all.add(new LoaderCriteria(relationship.target(), Sql.and(criteria()), null, true, true));
    }
    if (!isGet) {
      all.addAll(ReverseLoads.of(relationship, way));
    }
    return entities(state.session().load(Statements.with(select, all), way, settings, Map.of()));
  }

  /** A dynamic relationship is a query, which knows nothing of the one that gave its parent. */
  private List<Entity> queried(LoadedState state) {
    Select select = select(state).setLabelStyle(LabelStyle.TABLENAME_PLUS_COL);
    return entities(state.session().load(select, null, LoadSettings.DEFAULT, Map.of()));
  }

  private static List<Entity> entities(EntityRows rows) {
    return rows.unique().rows().stream()
        .map(row -> (Entity) Objects.requireNonNull(row.get(0)))
        .toList();
  }

  private List<ColumnElement> criteria() {
    return option == null ? List.of() : option.extraCriteria();
  }

  private @Nullable LoadedState known(LoadedState state, List<@Nullable Object> key) {
    return state.session().identityMap().find(relationship.target(), key);
  }

  /** The primary key of the related entity, as the parent has it. */
  private List<@Nullable Object> foreignKey(LoadedState state) {
    List<@Nullable Object> key = new ArrayList<>();
    for (ColumnElement column : relationship.target().primaryKey()) {
      key.add(value(state, Objects.requireNonNull(KeyJoins.equated(relationship, column))));
    }
    return key;
  }

  private Select get(LoadedState state) {
    Mapper target = relationship.target();
    return Statements.of(target, target.release().relatedLabels())
        .where(GetClause.of(target, foreignKey(state)));
  }

  private Select select(LoadedState state) {
    Mapper target = relationship.target();
    Select select = Statements.of(target, target.release().relatedLabels());
    if (relationship.secondary() != null) {
      select = select.selectFrom(new MappedClass(target), relationship.secondary());
    }
    return select
        .where(LazyClause.of(relationship.condition(), column -> value(state, column)))
        .toBuilder()
        .orderBy(Adaptable.all(relationship.orderBy()))
        .build();
  }

  private static @Nullable Object value(LoadedState state, ColumnElement column) {
    ColumnProperty property = state.mapper().propertyOf(column);
    if (property == null) {
      throw new UsageException(
          "the class '%s' has no attribute for the column %s of a join condition"
              .formatted(state.mapper().className(), column));
    }
    return state.entity().get(property.key());
  }
}
