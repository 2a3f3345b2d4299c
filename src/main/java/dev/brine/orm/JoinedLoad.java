package dev.brine.orm;

import dev.brine.mapping.Entity;
import dev.brine.mapping.Relationship;
import dev.brine.orm.compile.EntityPlan;
import java.util.Map;

/**
 * Related entities from the same row: the row processors of SQLAlchemy's {@code JoinedLoader}
 * (rel_2_0_58, {@code orm/strategies.py}).
 */
final class JoinedLoad {

  private final Relationship relationship;
  private final String key;
  private final EntityReader reader;
  private final boolean isDescending;
  private final Map<LoadedState, CollectionBuilder> collections;

  JoinedLoad(Loading loading, Relationship relationship, EntityPlan target, boolean isAdapted) {
    this.relationship = relationship;
    key = relationship.key();
    reader = new EntityReader(loading, target, isAdapted);
    isDescending = loading.settings().invokesAllEagers();
    collections = loading.collections(key);
  }

  void addTo(Populators populators) {
    if (relationship.uselist()) {
      populators.fresh(key, (state, row) -> append(start(state), row));
      populators.existing(
          key,
          (state, row) -> {
            CollectionBuilder known = collections.get(state);
            append(known == null ? start(state) : known, row);
          });
    } else {
      populators.fresh(key, (state, row) -> state.put(key, reader.read(row)));
      populators.existing(
          key,
          (state, row) -> {
            Entity related = reader.read(row);
            if (!state.has(key)) {
              state.put(key, related);
            }
          });
    }
    if (isDescending) {
      populators.eager(key, (state, row) -> reader.read(row));
    }
  }

  private CollectionBuilder start(LoadedState state) {
    CollectionBuilder collection = new CollectionBuilder(relationship);
    collections.put(state, collection);
    state.put(key, collection.view());
    return collection;
  }

  private void append(CollectionBuilder collection, Object[] row) {
    Entity related = reader.read(row);
    if (related != null) {
      collection.addOnce(related);
    }
  }
}
