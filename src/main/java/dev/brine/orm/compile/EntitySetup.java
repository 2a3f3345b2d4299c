package dev.brine.orm.compile;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.LoadElement;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Lazy;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.Relationship;
import dev.brine.orm.compile.AttributePlan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects what is loaded of one entity, of the statement or of a joined load: {@code
 * _setup_entity_query} and the strategies of columns (rel_2_0_52, {@code orm/loading.py}, {@code
 * orm/strategies.py}).
 */
final class EntitySetup {

  private static final String DEFERRED = "deferred";
  private static final String QUERY_EXPRESSION = "query_expression";
  private static final String DO_NOTHING = "do_nothing";

  private final SelectState state;
  private final QueryEntity.OfEntity entry;
  private final Mapper mapper;
  private final LoadPath path;
  private final @Nullable EntityAdapter adapter;

  /** The classes whose attributes are selected along; empty for the mapper's alone. */
  List<Mapper> polymorphicMappers = List.of();

  @Nullable ColumnElement discriminator;

  /** Whether columns that the alias of the entity lacks are left out. */
  boolean checksPresence;

  /** The class from which a joined load comes; null for an entity of the statement. */
  @Nullable Mapper parentMapper;

  boolean isChainedFromOuterJoin;

  EntitySetup(
      SelectState state,
      QueryEntity.OfEntity entry,
      Mapper mapper,
      LoadPath path,
      @Nullable EntityAdapter adapter) {
    this.state = state;
    this.entry = entry;
    this.mapper = mapper;
    this.path = path;
    this.adapter = adapter;
  }

  QueryEntity.OfEntity entry() {
    return entry;
  }

  LoadPath path() {
    return path;
  }

  @Nullable EntityAdapter adapter() {
    return adapter;
  }

  /** Selects it, as columns of the collection, and tells how it is read. */
  PlanBuilder run(List<ColumnElement> collection) {
    List<Mapper> with =
        polymorphicMappers.isEmpty() ? mapper.withPolymorphicMappers() : polymorphicMappers;
    PlanBuilder plan = plan();
    for (MapperProperty property : mapper.polymorphicProperties(with)) {
      if (!isWanted(property)) {
        continue;
      }
      if (property instanceof ColumnProperty column) {
        setUp(column, plan, collection);
      } else if (property instanceof Relationship relationship) {
        setUp(relationship, plan);
      }
    }
    setUpBelow(with, plan);
    ColumnElement on = discriminator;
    if (on != null && !isSame(on, mapper.polymorphicOn())) {
      collection.add(SelectState.bare(adapter == null ? on : adapter.columns().adapt(on)));
    }
    return plan;
  }

  /** What the classes below have besides: it is read where the row happens to have it. */
  private void setUpBelow(List<Mapper> with, PlanBuilder plan) {
    for (Mapper below : mapper.selfAndDescendants()) {
      if (below == mapper || with.contains(below)) {
        continue;
      }
      for (MapperProperty property : below.attrs()) {
        if (property instanceof ColumnProperty column
            && column.parent().equals(below)
            && !column.options().queryExpression()
            && !isDeferred(column, state.options.find(path, column))) {
          ColumnElement found = found(state.strip.mapped(column.expression()));
          if (found != null) {
            plan.attributeBelow(column, SelectState.bare(found));
          }
        }
      }
    }
  }

  /** Whether the statement is not about some attributes alone, or this is one of them. */
  private boolean isWanted(MapperProperty property) {
    Set<String> only = state.settings.onlyAttributes();
    return only == null || parentMapper != null || only.contains(property.key());
  }

  private static boolean isSame(ColumnElement one, @Nullable ColumnElement other) {
    return other != null && (ElementKey.of(one).equals(ElementKey.of(other)) || one.equals(other));
  }

  private PlanBuilder plan() {
    List<ColumnElement> identity = new ArrayList<>();
    mapper.primaryKey().forEach(column -> identity.add(adapted(column)));
    ColumnElement on = discriminator == null ? mapper.polymorphicOn() : discriminator;
    return new PlanBuilder(
        mapper, path, identity, on == null ? null : adapted(on), state.options.ofClass(path));
  }

  private ColumnElement adapted(ColumnElement column) {
    return SelectState.bare(adapter == null ? column : adapter.columns().adapt(column));
  }

  /** The column adapted; null where it must be and is not, as that of another row is in a join. */
  private @Nullable ColumnElement found(ColumnElement column) {
    return adapter == null ? column : adapter.columns().find(column);
  }

  private void setUp(ColumnProperty property, PlanBuilder plan, List<ColumnElement> collection) {
    LoadElement option = state.options.find(path, property);
    if (said(option, DO_NOTHING, false)) {
      plan.attribute(property, Source.KEPT, null);
      return;
    }
    if (isQueryExpression(property, option)) {
      setUpExpression(property, option, plan, collection);
    } else if (isDeferred(property, option) && !isLoadedAnyway(property, option)) {
      boolean raises = said(option, "raiseload", property.options().raiseload());
      plan.attribute(property, raises ? Source.RAISES : Source.DEFERRED, null);
    } else {
      load(property, own(property.columns()), plan, collection);
    }
  }

  private List<ColumnElement> own(List<ColumnElement> columns) {
    return columns.stream().map(state.strip::mapped).toList();
  }

  private static boolean isQueryExpression(ColumnProperty property, @Nullable LoadElement option) {
    return said(option, QUERY_EXPRESSION, property.options().queryExpression());
  }

  private static boolean isDeferred(ColumnProperty property, @Nullable LoadElement option) {
    return said(option, DEFERRED, property.deferred());
  }

  /** What the option says of the strategy; what the mapping does where it says nothing. */
  private static boolean said(@Nullable LoadElement option, String key, boolean otherwise) {
    if (option == null || option.strategy().isEmpty()) {
      return otherwise;
    }
    return isTrue(option.strategy().get(key));
  }

  private static boolean isTrue(@Nullable Object value) {
    return Boolean.TRUE.equals(value);
  }

  /** Whether an attribute that is deferred is loaded nevertheless. */
  private boolean isLoadedAnyway(ColumnProperty property, @Nullable LoadElement option) {
    if (state.settings.readsColumns()) {
      return false;
    }
    if (state.settings.isInner() && (property.isColumn() || !property.deferred())) {
      return true;
    }
    if (state.settings.onlyAttributes() != null && parentMapper == null) {
      return true;
    }
    if (option == null) {
      return false;
    }
    String group = property.options().group();
    boolean isOfGroup = group != null && isTrue(option.options().get("undefer_group_" + group));
    return isOfGroup
        || ((!property.parent().release().defersKeys()
                || isTrue(option.options().get("undefer_pks")))
            && property.columns().stream().anyMatch(column -> isKey(property, column)));
  }

  /** Whether a column is one without which no entity can be told. */
  private static boolean isKey(ColumnProperty property, ColumnElement column) {
    Mapper parent = property.parent();
    return isSame(column, parent.polymorphicOn())
        || parent.primaryKey().stream().anyMatch(key -> isSame(column, key));
  }

  private void setUpExpression(
      ColumnProperty property,
      @Nullable LoadElement option,
      PlanBuilder plan,
      List<ColumnElement> collection) {
    if (option != null && !option.extraCriteria().isEmpty()) {
      load(property, option.extraCriteria(), plan, collection);
    } else if (!property.isNull() && !state.settings.readsColumns()) {
      load(property, own(property.columns()), plan, collection);
    } else {
      plan.attribute(property, Source.DEFERRED, null);
    }
  }

  private void load(
      ColumnProperty property,
      List<ColumnElement> columns,
      PlanBuilder plan,
      List<ColumnElement> collection) {
    for (ColumnElement column : columns) {
      ColumnElement found =
          checksPresence && adapter != null ? adapter.columns().findPresent(column) : found(column);
      if (found != null) {
        state.selectOnce(found, collection);
      } else if (checksPresence) {
        plan.attribute(property, Source.DEFERRED, null);
        return;
      }
    }
    plan.attribute(property, Source.ROW, adapted(columns.get(0)));
  }

  private void setUp(Relationship relationship, PlanBuilder plan) {
    LoadElement option = state.options.find(path, relationship);
    if (said(option, DO_NOTHING, false)) {
      return;
    }
    Lazy lazy = lazy(relationship, option);
    LoadPath way = path.to(relationship);
    PlanBuilder joined =
        lazy == Lazy.JOINED ? state.joinedLoads.setUp(this, relationship, option, way) : null;
    plan.relationship(relationship, lazy, way, option, joined);
  }

  private static Lazy lazy(Relationship relationship, @Nullable LoadElement option) {
    Object given = option == null ? null : option.strategy().get("lazy");
    Optional<Lazy> named = given instanceof String name ? Lazy.of(name) : Optional.empty();
    return Objects.requireNonNull(named.orElse(relationship.lazy()));
  }
}
