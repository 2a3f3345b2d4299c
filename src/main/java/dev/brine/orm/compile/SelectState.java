package dev.brine.orm.compile;

import dev.brine.error.UsageException;
import dev.brine.expr.AliasedEntity;
import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromObjects;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.OrmJoin;
import dev.brine.expr.OrmOptions;
import dev.brine.expr.Select;
import dev.brine.expr.SetupJoin;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.OrmRelease;
import dev.brine.sql.ClauseAdapter;
import dev.brine.sql.ColumnAdapter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One SELECT of the ORM while it is turned into one of Core: SQLAlchemy's {@code
 * ORMSelectCompileState} (rel_2_0_52, {@code orm/context.py}). The statements within it are of Core
 * already.
 */
final class SelectState {

  final Select select;
  final Criteria criteria;
  final Strip strip;
  final LoaderOptions options;
  final CurrentAdapter adapter = new CurrentAdapter();
  final List<QueryEntity> entities;
  final List<ColumnElement> primaryColumns = new ArrayList<>();
  final List<ColumnElement> secondaryColumns = new ArrayList<>();
  final Set<ElementKey> selected = new HashSet<>();
  final List<From> froms = new ArrayList<>();
  final JoinedLoads joinedLoads;
  CompileSettings settings;
  List<ColumnElement> where;

  private final List<From> fallbackFroms = new ArrayList<>();
  private final Map<ElementKey, OrmEntity> criteriaEntities = new LinkedHashMap<>();
  private final Set<ElementKey> joinedEntities = new HashSet<>();
  final @Nullable LoadPath start;

  /** The entity that columns are of which do not tell theirs; null where they are of none. */
  @Nullable OrmEntity subject;

  SelectState(
      Select select, Criteria criteria, Strip strip, boolean isTop, @Nullable LoadPath start) {
    this.strip = strip;
    this.select = select;
    this.criteria = criteria;
    this.start = start;
    this.settings = CompileSettings.of(select, isTop);
    this.entities = QueryEntities.of(select.columns());
    this.where = select.where();
    this.options =
        isTop && settings.loadsEagerly()
            ? LoaderOptions.of(
                select.options().orm().loaderOptions(), leads(entities), start != null)
            : LoaderOptions.NONE;
    this.joinedLoads = new JoinedLoads(this);
    entities.forEach(this::preparePolymorphic);
    select.from().forEach(from -> froms.add(from(from)));
  }

  private static List<OrmEntity> leads(List<QueryEntity> entities) {
    return entities.stream()
        .filter(QueryEntity.OfEntity.class::isInstance)
        .map(QueryEntity::entity)
        .toList();
  }

  From from(ClauseElement element) {
    if (element instanceof OrmEntity entity) {
      return From.of(entity);
    }
    if (element instanceof OrmJoin join) {
      return new From(strip.from(join), join.parentEntity(), null);
    }
    return From.of(strip.from((FromClause) element));
  }

  private void preparePolymorphic(QueryEntity entry) {
    OrmEntity entity = entry.entity();
    if (entity != null
        && !(entity instanceof AliasedEntity)
        && Entities.needsPolymorphicAdapter(Entities.mapper(entity))
        && !adapter.isAdapted(Entities.mapper(entity).mappedTable())) {
      FromClause selectable = Entities.selectable(entity);
      for (Mapper each : Entities.mapper(entity).toRoot()) {
        adapter.load(each, adapterTo(selectable, each));
      }
    }
  }

  private static ColumnAdapter adapterTo(FromClause selectable, Mapper mapper) {
    return ColumnAdapter.of(
        ClauseAdapter.to(
            selectable, ClauseAdapter.Rules.DEFAULT.equivalents(Entities.equivalents(mapper))));
  }

  /** Does all of it. */
  SelectResult compile() {
    if (settings.isFromAlias()) {
      selectFromAlias();
    }
    Joins joins = new Joins(this);
    for (OrmOptions.MemoizedEntities before : select.options().orm().memoized()) {
      List<QueryEntity> replaced = QueryEntities.of(before.columns());
      before.setupJoins().forEach(join -> joins.add(join, replaced));
    }
    for (SetupJoin join : select.setupJoins()) {
      joins.add(join, entities);
    }
    where = new ArrayList<>(adapter.adaptAll(where));
    joinedLoads.orderBy.addAll(targetOrder());
    entities.forEach(this::setUp);
    joinedLoads.addJoins();
    if (settings.addsSingleCriteria()) {
      addCriteria();
    }
    if (primaryColumns.isEmpty() && !settings.isForRowsOnly()) {
      throw new UsageException("Query contains no columns with which to SELECT from.");
    }
    if (froms.isEmpty()) {
      froms.addAll(fallbackFroms);
    }
    return new SelectBuilder(this).build();
  }

  /** What a load from another statement's entities orders by, as the first join has it. */
  private List<ColumnElement> targetOrder() {
    ClauseAdapter target = froms.isEmpty() ? null : froms.get(0).targetAdapter();
    return target == null ? settings.orderBy() : target.adaptAll(settings.orderBy());
  }

  private void selectFromAlias() {
    if (froms.size() == 1 && froms.get(0).clause() instanceof AliasedReturnsRows alias) {
      adapter.selectFrom(
          ColumnAdapter.of(
              ClauseAdapter.to(
                  alias,
                  strip.offered(alias),
                  ClauseAdapter.Rules.DEFAULT.equivalents(allEquivalents()))));
      settings = settings.withoutSingleCriteria();
    }
  }

  /** The columns that are equal by the inheritance of any entity that is selected. */
  Map<ElementKey, Collection<ColumnElement>> allEquivalents() {
    Map<ElementKey, Collection<ColumnElement>> all = new HashMap<>();
    leads(entities).forEach(entity -> all.putAll(Entities.equivalents(Entities.mapper(entity))));
    return all;
  }

  private void setUp(QueryEntity entry) {
    if (entry instanceof QueryEntity.OfBundle bundle) {
      bundle.parts.forEach(this::setUp);
    } else if (entry instanceof QueryEntity.OfColumn column) {
      setUpColumn(column);
    } else if (entry instanceof QueryEntity.OfEntity entity) {
      setUpEntity(entity);
    }
  }

  private void setUpColumn(QueryEntity.OfColumn entry) {
    ColumnElement column = bare(adapter.adapt(entry.column));
    OrmEntity entity = entry.entity() == null ? subject : entry.entity();
    if (entity != null) {
      if (entry.entity() != null || isSelectedFrom(entry.column, entity)) {
        noteCriteria(entity);
      }
      if (isSelectedFrom(entry.column, entity)) {
        fallbackFroms.add(From.of(entity));
      }
    }
    selected.add(ElementKey.of(column));
    primaryColumns.add(column);
    entry.fetched = column;
  }

  private static boolean isSelectedFrom(ColumnElement column, OrmEntity entity) {
    Set<ElementKey> own = new HashSet<>();
    FromObjects.of(column).forEach(from -> own.add(ElementKey.of(from)));
    return FromObjects.of(Entities.selectable(entity)).stream()
        .anyMatch(from -> own.contains(ElementKey.of(from)));
  }

  private void setUpEntity(QueryEntity.OfEntity entry) {
    OrmEntity entity = entry.entity();
    noteCriteria(entity);
    LoadPath path = LoadPath.of(entity);
    if (start != null) {
      path = start.endingIn(Entities.mapper(entity));
    }
    EntitySetup setup =
        new EntitySetup(this, entry, Entities.mapper(entity), path, entityAdapter(entity));
    setup.discriminator = Entities.discriminator(entity);
    setup.polymorphicMappers = Entities.polymorphicMappers(entity);
    setup.checksPresence = entity instanceof AliasedEntity aliased && !aliased.usesMapperPath();
    entry.plan = setup.run(primaryColumns);
    fallbackFroms.add(From.of(entity));
  }

  /** Without notes for the ORM. */
  static ColumnElement bare(ColumnElement element) {
    return element instanceof AnnotatedColumn annotated ? bare(annotated.element()) : element;
  }

  private void noteCriteria(OrmEntity entity) {
    Mapper mapper = Entities.mapper(entity);
    if (mapper.singleTableCriterion() != null || criteria.concern(mapper)) {
      criteriaEntities.putIfAbsent(ElementKey.of(entity), entity);
    }
  }

  void noteJoined(OrmEntity entity) {
    joinedEntities.add(ElementKey.of(entity));
  }

  /** What adapts the columns of an entity that is selected; null for nothing. */
  @Nullable EntityAdapter entityAdapter(OrmEntity entity) {
    ColumnAdapter polymorphic = adapter.polymorphic(Entities.mapper(entity));
    EntityAdapter own = null;
    if (entity instanceof AliasedEntity aliased) {
      own = aliasAdapter(aliased);
    } else if (polymorphic != null) {
      own = new EntityAdapter(polymorphic, null);
    }
    ColumnAdapter alias = adapter.alias();
    if (alias == null) {
      return own;
    }
    return own == null ? new EntityAdapter(alias, null) : own.wrap(alias);
  }

  /** The one adapter of an alias. */
  EntityAdapter aliasAdapter(AliasedEntity entity) {
    return strip.adapter(entity);
  }

  /** Selects a column unless it is selected already. */
  void selectOnce(ColumnElement column, List<ColumnElement> collection) {
    ColumnElement bare = bare(column);
    if (selected.add(ElementKey.of(bare))) {
      collection.add(bare);
    }
  }

  /** The conditions that rows of a class that shares its table, and options, ask for. */
  private void addCriteria() {
    for (From from : froms) {
      if (from.entity() != null) {
        noteCriteria(from.entity());
      }
    }
    select.where().forEach(this::noteConditions);
    Map<ElementKey, ColumnElement> singles = new LinkedHashMap<>();
    for (OrmEntity entity : criteriaEntities.values()) {
      if (joinedEntities.contains(ElementKey.of(entity))) {
        continue;
      }
      ClauseAdapter alias =
          entity instanceof AliasedEntity aliased
              ? aliasAdapter(aliased).columns().adapter()
              : null;
      if (!settings.isRefresh()) {
        for (ColumnElement condition : criteria.of(entity)) {
          addCondition(condition, alias == null ? null : alias.keepingBinds());
        }
      }
      OrmRelease release = Entities.mapper(entity).release();
      OrmEntity root = release.mergesIdentities() ? Entities.hierarchy(entity) : entity;
      ColumnElement single = strip.singleCriterion(Entities.mapper(root));
      if (single != null) {
        ColumnElement adapted = alias == null ? single : strip.adapted(single, root, alias);
        if (release.mergesIdentities()) {
          singles.putIfAbsent(ElementKey.of(root), adapted);
        } else {
          addCondition(adapted, null);
        }
      }
    }
    singles.values().forEach(single -> addCondition(single, null));
  }

  /** The entities whose attributes a condition is about, as 2.1 asks for their criteria, too. */
  private void noteConditions(ColumnElement condition) {
    Deque<ClauseElement> left = new ArrayDeque<>(List.of(condition));
    while (!left.isEmpty()) {
      ClauseElement element = left.removeLast();
      if (element instanceof AnnotatedColumn annotated) {
        OrmEntity entity = annotated.annotations().parentEntity();
        if (entity != null && Entities.mapper(entity).release().mergesIdentities()) {
          noteCriteria(entity);
        }
      }
      if (element instanceof ColumnElement) {
        left.addAll(element.children());
      }
    }
  }

  private void addCondition(ColumnElement condition, @Nullable ClauseAdapter alias) {
    where.add(adapter.adaptOwn(alias == null ? condition : alias.adapt(condition)));
  }
}
