package dev.brine.orm.compile;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.Join;
import dev.brine.expr.LoadElement;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.Relationship;
import dev.brine.mapping.RelationshipOptions.InnerJoin;
import dev.brine.sql.ClauseAdapter;
import dev.brine.sql.ColumnAdapter;
import dev.brine.sql.LeftSides;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The joined loads of a statement: SQLAlchemy's {@code JoinedLoader} (rel_2_0_52, {@code
 * orm/strategies.py}).
 */
final class JoinedLoads {

  private static final String FROM_ALIAS = "eager_from_alias";

  /**
   * A join that is added when all that is selected is known.
   *
   * @param adapter what adapts the parent's columns; null for nothing
   * @param parentMapper the class from which a nested load comes; null for one of the statement's
   *     entities
   */
  private record Pending(
      Relationship relationship,
      QueryEntity.OfEntity entry,
      LoadPath path,
      @Nullable EntityAdapter adapter,
      @Nullable Mapper parentMapper,
      AliasedEntity target,
      InnerJoin innerjoin,
      boolean isChainedFromOuterJoin,
      List<ColumnElement> extraCriteria) {}

  private final SelectState state;
  private final List<Pending> pending = new ArrayList<>();

  /** The FROM elements with joins added, by the entity or the place of the element in FROM. */
  private final Map<Object, From> joins = new LinkedHashMap<>();

  private final Map<Object, FromClause> splicePoints = new LinkedHashMap<>();
  private final NestedJoins nested = new NestedJoins();
  final List<ColumnElement> orderBy = new ArrayList<>();
  private boolean isMultiRow;
  private boolean addsJoins;

  JoinedLoads(SelectState state) {
    this.state = state;
  }

  /** Whether an entity comes in more than one row. */
  boolean isMultiRow() {
    return isMultiRow;
  }

  /** Whether a limited statement must be wrapped, lest the joins multiply its rows. */
  boolean needsWrapping() {
    return isMultiRow && addsJoins;
  }

  List<From> froms() {
    return List.copyOf(joins.values());
  }

  /** For each of the {@link #froms}, what in it is replaced by the wrapped statement. */
  List<FromClause> splicePoints() {
    return List.copyOf(splicePoints.values());
  }

  /** Sets up the load of a relationship; null if it is not loaded along. */
  @Nullable PlanBuilder setUp(
      EntitySetup parent, Relationship relationship, @Nullable LoadElement option, LoadPath path) {
    if (!state.settings.loadsEagerly()) {
      return null;
    }
    LoadElement given = option != null && option.options().containsKey(FROM_ALIAS) ? option : null;
    if (given == null && state.settings.isForRowsOnly()) {
      return null;
    }
    // Even of a collection that turns out to lead back (rel_2_0_58, orm/strategies.py).
    isMultiRow |= relationship.uselist();
    if (given == null && isCycle(relationship, path)) {
      return null;
    }
    return given != null
        ? given(parent, relationship, given, path)
        : added(parent, relationship, option, path);
  }

  private boolean isCycle(Relationship relationship, LoadPath path) {
    if (state.options.at(path) != null) {
      return false;
    }
    Integer given = relationship.options().joinDepth();
    int depth = given == null ? 0 : given;
    LoadPath start = state.start;
    if (depth != 0) {
      return path.depth() - (start == null ? 0 : start.depth()) > depth;
    }
    return path.passes(relationship.target(), start == null ? 0 : start.mappers().size() - 1);
  }

  /** The join is in the statement already: {@code contains_eager}. */
  private PlanBuilder given(
      EntitySetup parent, Relationship relationship, LoadElement option, LoadPath path) {
    ColumnAdapter own = givenAdapter(relationship, option, path);
    EntityAdapter around = state.entityAdapter(parent.entry().entity());
    EntityAdapter adapter;
    if (own == null) {
      adapter = around;
    } else {
      adapter = new EntityAdapter(around == null ? own : own.wrap(around.columns()), null);
    }
    EntitySetup setup =
        new EntitySetup(
            state,
            parent.entry(),
            relationship.target(),
            path.endingIn(relationship.target()),
            adapter);
    setup.parentMapper = relationship.target();
    setup.isChainedFromOuterJoin = parent.isChainedFromOuterJoin;
    AliasedEntity polymorphic = state.options.polymorphicEntity(path);
    if (polymorphic != null) {
      setup.polymorphicMappers = Entities.polymorphicMappers(polymorphic);
    }
    return setup.run(state.primaryColumns);
  }

  private @Nullable ColumnAdapter givenAdapter(
      Relationship relationship, LoadElement option, LoadPath path) {
    Object alias = option.options().get(FROM_ALIAS);
    AliasedEntity polymorphic = state.options.polymorphicEntity(path);
    FromClause selectable = null;
    if (alias instanceof String name) {
      selectable = relationship.target().selectable().alias(name);
    } else if (alias instanceof ClauseElement element) {
      selectable = state.from(element).clause();
    } else if (polymorphic != null) {
      selectable = polymorphic.alias();
    }
    return selectable == null
        ? state.adapter.polymorphic(relationship.target())
        : ColumnAdapter.of(ClauseAdapter.to(selectable, rules(relationship.target())));
  }

  private static ClauseAdapter.Rules rules(Mapper mapper) {
    return ClauseAdapter.Rules.DEFAULT.equivalents(Entities.equivalents(mapper));
  }

  private PlanBuilder added(
      EntitySetup parent, Relationship relationship, @Nullable LoadElement option, LoadPath path) {
    addsJoins = true;
    Mapper mapper = relationship.target();
    AliasedEntity polymorphic = state.options.polymorphicEntity(path);
    AliasedEntity target =
        polymorphic == null
            ? AliasedEntities.of(mapper, Anonymous.of(mapper.selectable(), true), true)
            : polymorphic;
    EntityAdapter clauses =
        new EntityAdapter(
            ColumnAdapter.requiring(
                ClauseAdapter.to(target.alias(), rules(mapper).anonymizingLabels())),
            target);
    InnerJoin innerjoin = innerjoin(relationship, option);
    boolean isChained = parent.isChainedFromOuterJoin || innerjoin == InnerJoin.OUTER;
    pending.add(
        new Pending(
            relationship,
            parent.entry(),
            path,
            parent.adapter(),
            parent.parentMapper,
            target,
            innerjoin,
            isChained,
            option == null ? List.of() : option.extraCriteria()));
    EntitySetup setup =
        new EntitySetup(state, parent.entry(), mapper, path.endingIn(mapper), clauses);
    setup.parentMapper = mapper;
    setup.isChainedFromOuterJoin = isChained;
    if (polymorphic != null) {
      setup.polymorphicMappers = Entities.polymorphicMappers(polymorphic);
    }
    return setup.run(state.secondaryColumns);
  }

  private static InnerJoin innerjoin(Relationship relationship, @Nullable LoadElement option) {
    if (option == null || !option.options().containsKey("innerjoin")) {
      return relationship.options().innerjoin();
    }
    Object given = option.options().get("innerjoin");
    if ("unnested".equals(given)) {
      return InnerJoin.UNNESTED;
    }
    return given == null || Boolean.FALSE.equals(given) ? InnerJoin.OUTER : InnerJoin.NESTED;
  }

  /** Adds the joins of what was set up. */
  void addJoins() {
    pending.forEach(this::add);
  }

  private void add(Pending load) {
    QueryEntity.OfEntity entry = load.entry;
    FromClause selectable = Entities.selectable(entry.entity());
    Object key = entry;
    From around = From.of(entry.entity());
    boolean isWrapped = isMultiRow && SelectBuilder.isLimited(state.select);
    if (!joins.containsKey(entry) && !isWrapped && !state.froms.isEmpty()) {
      int index = LeftSides.place(state.froms.stream().map(From::clause).toList(), selectable);
      if (index >= 0) {
        key = index;
        around = state.froms.get(index);
      }
    }
    From left = joins.getOrDefault(key, around);
    From join = joined(load, left);
    joins.put(key, join);
    splicePoints.put(key, selectable);
    if (load.parentMapper == null) {
      selectJoinedColumns(load);
    }
    ClauseAdapter target = join.targetAdapter();
    List<ColumnElement> order = load.relationship.orderBy();
    orderBy.addAll(target == null ? order : target.adaptAll(order));
  }

  private From joined(Pending load, From left) {
    Relationship relationship = load.relationship;
    FromClause source =
        load.adapter == null
            ? relationship.parent().selectable()
            : load.adapter.columns().selectable();
    OrmJoins.Along along =
        new OrmJoins.Along(relationship, source, state.strip.offered(source), load.extraCriteria);
    List<ColumnElement> more = state.criteria.ofLoad(relationship.target());
    boolean isOuterEntity =
        load.entry.entity() instanceof AliasedEntity aliased && aliased.isOuterJoin();
    boolean isOutside =
        !load.isChainedFromOuterJoin || load.innerjoin != InnerJoin.NESTED || isOuterEntity;
    if (!isOutside) {
      return nested.splice(load.path, left, load.target, along, more);
    }
    boolean isOuter =
        load.innerjoin == InnerJoin.OUTER
            || isOuterEntity
            || (load.isChainedFromOuterJoin && left.clause() instanceof Join);
    From join = OrmJoins.along(left, OrmJoins.Right.of(load.target), along, isOuter, false, more);
    nested.remember(join, relationship.parent(), load.path);
    return join;
  }

  /** The parent's columns that a join needs are selected even where they are deferred. */
  private void selectJoinedColumns(Pending load) {
    Mapper parent = Entities.mapper(load.entry.entity());
    for (ColumnRef column : NestedJoins.columns(load.relationship.primaryjoin())) {
      boolean isOwn =
          parent.mappedTable().columns().stream()
              .anyMatch(each -> ElementKey.of(each).equals(ElementKey.of(column)));
      if (isOwn) {
        state.selectOnce(
            load.adapter == null ? column : load.adapter.columns().adapt(column),
            state.primaryColumns);
      }
    }
  }
}
