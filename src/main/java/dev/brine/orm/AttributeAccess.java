package dev.brine.orm;

import dev.brine.error.DetachedInstanceException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Composite;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** Fetches an attribute that is not loaded when it is asked for. */
final class AttributeAccess {

  private final LoadedState state;

  AttributeAccess(LoadedState state) {
    this.state = state;
  }

  @Nullable Object load(String key) {
    MapperProperty property = state.mapper().property(key);
    if (property instanceof Composite composite) {
      return Composites.load(state, composite);
    }
    if (!(property instanceof ColumnProperty) && !(property instanceof Relationship)) {
      throw new UnresolvedReferenceException(
          "'%s' of the class '%s' is computed in Python".formatted(key, state.mapper().className()),
          "compute it from the attributes of the entity");
    }
    if (!state.session().isOpenFor(state)) {
      throw new DetachedInstanceException(state.toString(), key);
    }
    LoadedState.OwnLoad own = state.own(key);
    if (state.expired().contains(key)) {
      ColumnRefresh.loadExpired(state);
      return state.value(key);
    }
    if (own != null) {
      return own.load(state);
    }
    if (property instanceof Relationship relationship) {
      return LazyLoad.of(relationship).load(state);
    }
    ColumnProperty column = (ColumnProperty) property;
    if (column.options().queryExpression()) {
      return null;
    }
    return ColumnRefresh.loadDeferred(state, column, column.options().raiseload());
  }
}
