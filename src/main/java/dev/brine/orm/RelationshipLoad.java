package dev.brine.orm;

import dev.brine.error.UsageException;
import dev.brine.expr.LoadElement;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Lazy;
import dev.brine.mapping.Relationship;
import dev.brine.orm.compile.EntityPlan;
import dev.brine.orm.compile.LoadPath;
import dev.brine.orm.compile.RelationshipPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a statement do to one relationship of the entities they are read as: the row
 * processors of SQLAlchemy's loader strategies (rel_2_0_58, {@code orm/strategies.py}).
 */
final class RelationshipLoad {

  private final Loading loading;
  private final EntityPlan parent;
  private final RelationshipPlan plan;
  private final Relationship relationship;
  private final String key;

  RelationshipLoad(Loading loading, EntityPlan parent, RelationshipPlan plan) {
    this.loading = loading;
    this.parent = parent;
    this.plan = plan;
    relationship = plan.relationship();
    key = relationship.key();
  }

  void addTo(Populators populators) {
    requirePopulation();
    EntityPlan joined = plan.joined();
    // What is joined without its key is loaded when it is asked for.
    if (joined != null && !joined.identity().contains(-1)) {
      new JoinedLoad(loading, relationship, joined, isAdapted()).addTo(populators);
      return;
    }
    switch (plan.lazy()) {
      case SELECT, RAISE, RAISE_ON_SQL, JOINED -> lazy(populators);
      case NOLOAD -> {
        if (!isQuery()) {
          populators.fresh(key, (state, row) -> state.put(key, empty()));
        }
      }
      case SELECTIN -> {
        if (loading.isOfEntity(parent, relationship.parent())) {
          postLoad(new SelectInLoad(loading, plan, recursionDepth()));
        }
      }
      case IMMEDIATE -> {
        ImmediateLoad load = new ImmediateLoad(loading, plan, recursionDepth());
        if (relationship.parent().release().loadsImmediatelyByRow()) {
          boolean asksDatabase = FurtherLoad.isToRun(loading, plan, parent.path());
          populators.delayed(key, (state, row) -> load.load(state, asksDatabase));
        } else {
          postLoad(load);
        }
      }
      case SUBQUERY -> {
        // Of rows that no SELECT gives there is no subquery: they are loaded when asked for.
        if (OriginAlias.isKnown(loading.statement())
            && loading.isOfEntity(parent, relationship.parent())) {
          subquery(populators);
        }
      }
      case DYNAMIC, WRITE_ONLY -> {
        // They are queries of their own.
      }
    }
  }

  /** A dynamic relationship is a query, which has no entities to be loaded. */
  private void requirePopulation() {
    boolean isEager =
        switch (plan.lazy()) {
          case JOINED, SELECTIN, SUBQUERY -> loading.loadsEagerly();
          case SELECT, IMMEDIATE, RAISE, RAISE_ON_SQL, NOLOAD, DYNAMIC, WRITE_ONLY -> false;
        };
    if (isEager && isQuery()) {
      throw new UsageException(
          "'%s' does not support object population - eager loading cannot be applied."
              .formatted(relationship));
    }
  }

  private boolean isQuery() {
    return relationship.lazy() == Lazy.DYNAMIC || relationship.lazy() == Lazy.WRITE_ONLY;
  }

  /** What {@code contains_eager()} reads may be the class' own table. */
  private boolean isAdapted() {
    LoadElement option = plan.option();
    return option == null
        || !option.options().containsKey("eager_from_alias")
        || option.options().get("eager_from_alias") != null;
  }

  private @Nullable Object empty() {
    return relationship.uselist() ? CollectionBuilder.of(relationship, List.of()) : null;
  }

  private void lazy(Populators populators) {
    Lazy how = plan.lazy() == Lazy.JOINED ? Lazy.SELECT : plan.lazy();
    LoadElement option = plan.option();
    boolean hasCriteria = option != null && !option.extraCriteria().isEmpty();
    if (how != LazyLoad.mapped(relationship) || hasCriteria) {
      LazyLoad load = new LazyLoad(relationship, how, option);
      populators.fresh(key, (state, row) -> state.loadBy(key, load::load));
    } else if (loading.settings().populatesExisting()) {
      populators.fresh(key, (state, row) -> state.loadAsMapped(key));
    }
  }

  private @Nullable Integer recursionDepth() {
    LoadElement option = plan.option();
    Object depth = option == null ? null : option.options().get("recursion_depth");
    if (!(depth instanceof Number number)) {
      return null;
    }
    return loading.settings().depths().getOrDefault(relationship, number.intValue());
  }

  private void postLoad(FurtherLoad load) {
    LoadPath path = parent.path();
    boolean loads = loading.loadsEagerly() || !relationship.parent().release().holdsBackAllLoads();
    if (loads && load.isToRun(path)) {
      loading.postLoad(path).add(relationship, relationship.parent(), load);
    }
  }

  private void subquery(Populators populators) {
    if (!loading.loadsEagerly() || !FurtherLoad.isToRun(loading, plan, parent.path())) {
      return;
    }
    SubqueryLoad load = SubqueryLoad.find(loading, plan);
    populators.fresh(key, load::populate);
    populators.existing(
        key,
        (state, row) -> {
          if (!state.has(key)) {
            load.populate(state, row);
          }
        });
    if (loading.settings().invokesAllEagers()) {
      populators.eager(key, (state, row) -> load.run());
    }
  }

  /** The value of a relationship that leads to these. */
  static @Nullable Object value(Relationship relationship, List<Entity> entities) {
    if (relationship.uselist()) {
      return CollectionBuilder.of(relationship, entities);
    }
    return entities.isEmpty() ? null : entities.get(0);
  }
}
