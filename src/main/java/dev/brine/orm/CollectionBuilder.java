package dev.brine.orm;

import dev.brine.mapping.CollectionKind;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Relationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entities of one relationship of one entity, as they come: a list, a set or a dict, of which
 * users see a view that cannot be changed. A class of collections that Brine does not know is a
 * list.
 */
final class CollectionBuilder {

  private final Relationship relationship;
  private final List<Entity> list = new ArrayList<>();
  private final Set<Entity> set = new LinkedHashSet<>();
  private final Map<@Nullable Object, Entity> map = new LinkedHashMap<>();
  private final Set<Entity> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  CollectionBuilder(Relationship relationship) {
    this.relationship = relationship;
  }

  /** The view of a collection of these. */
  static Object of(Relationship relationship, Collection<Entity> entities) {
    CollectionBuilder builder = new CollectionBuilder(relationship);
    entities.forEach(builder::add);
    return builder.view();
  }

  void add(Entity entity) {
    switch (kind()) {
      case LIST -> list.add(entity);
      case SET -> set.add(entity);
      case DICT -> map.put(entity.get(keyAttribute()), entity);
    }
  }

  /** Adds what was not added this way before. */
  void addOnce(Entity entity) {
    if (seen.add(entity)) {
      add(entity);
    }
  }

  private CollectionKind kind() {
    CollectionKind kind = relationship.options().collection();
    boolean isKeyed = relationship.options().collectionKey() != null;
    return kind == null || (kind == CollectionKind.DICT && !isKeyed) ? CollectionKind.LIST : kind;
  }

  private String keyAttribute() {
    return Objects.requireNonNull(relationship.options().collectionKey());
  }

  Object view() {
    return switch (kind()) {
      case LIST -> Collections.unmodifiableList(list);
      case SET -> Collections.unmodifiableSet(set);
      case DICT -> Collections.unmodifiableMap(map);
    };
  }
}
