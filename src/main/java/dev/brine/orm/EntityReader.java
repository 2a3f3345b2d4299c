package dev.brine.orm;

import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Mapper;
import dev.brine.orm.compile.EntityPlan;
import dev.brine.orm.compile.LoadPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes entities of rows, or finds those that the session has: SQLAlchemy's {@code
 * _instance_processor} (rel_2_0_58, {@code orm/loading.py}). One for each class that rows of a plan
 * are of.
 */
final class EntityReader implements PartReader {

  private final Loading loading;
  private final EntityPlan plan;
  private final Mapper mapper;
  private final boolean isAdapted;
  private final boolean isSwitch;
  private final Populators populators;
  private final @Nullable PostLoad postLoad;
  private final Map<Mapper, EntityReader> below = new HashMap<>();

  /**
   * For the class of a plan.
   *
   * @param isAdapted whether the entity stands under another name in the statement
   */
  EntityReader(Loading loading, EntityPlan plan, boolean isAdapted) {
    this(loading, plan, plan.mapper(), true, isAdapted);
  }

  private EntityReader(
      Loading loading, EntityPlan plan, Mapper mapper, boolean isLead, boolean isAdapted) {
    this.loading = loading;
    this.plan = plan;
    this.mapper = mapper;
    this.isAdapted = isAdapted;
    isSwitch = isLead && plan.discriminator() >= 0 && !mapper.polymorphicMap().isEmpty();
    populators = new PopulatorsOfPlan(loading, plan, mapper, isAdapted).make();
    if (!isLead) {
      SubclassLoad.register(loading, plan, mapper);
    }
    postLoad = loading.findPostLoad(plan.path());
  }

  /**
   * Refuses rows that do not tell which entity of the statement they are of.
   *
   * @param tellsClass whether they need not tell its class
   */
  static void check(EntityPlan plan, boolean tellsClass) {
    Mapper mapper = plan.mapper();
    if (plan.identity().contains(-1)) {
      throw lacks(mapper.primaryKey().get(plan.identity().indexOf(-1)));
    }
    ColumnElement discriminator = mapper.polymorphicOn();
    if (discriminator != null && plan.discriminator() < 0 && !tellsClass) {
      throw lacks(discriminator);
    }
  }

  private static UsageException lacks(ColumnElement column) {
    return new UsageException(
        "Could not locate column in row for column '%s'".formatted(column),
        "select it, too: entities are told by it");
  }

  /** The entity of a row; null if the row has none. */
  @Override
  public @Nullable Entity read(Object[] row) {
    List<@Nullable Object> primaryKey = new ArrayList<>();
    for (int index : plan.identity()) {
      primaryKey.add(index < 0 ? null : row[index]);
    }
    if (isSwitch) {
      return readPolymorphic(row, primaryKey);
    }
    return readAs(row, primaryKey);
  }

  private @Nullable Entity readPolymorphic(Object[] row, List<@Nullable Object> primaryKey) {
    Object discriminator = row[plan.discriminator()];
    if (discriminator == null) {
      if (hasNull(primaryKey)) {
        return null;
      }
      throw new UsageException(
          "Row with identity key (%s, %s) can't be loaded into an object; the polymorphic discriminator column is NULL"
              .formatted(mapper.className(), primaryKey));
    }
    Mapper actual = Discriminators.find(mapper, discriminator);
    if (actual == null) {
      throw new UsageException(
          "No such polymorphic_identity '%s' is defined".formatted(discriminator),
          "map a class with this polymorphic identity, or correct the rows");
    }
    if (actual == mapper) {
      return readAs(row, primaryKey);
    }
    if (!actual.isa(mapper)) {
      if (hasNull(primaryKey)) {
        return null;
      }
      throw new UsageException(
          "Row with identity key (%s, %s) can't be loaded into an object; the polymorphic discriminator column refers to %s, which is not a sub-mapper of the requested %s"
              .formatted(mapper.className(), primaryKey, actual, mapper));
    }
    EntityReader reader = below.get(actual);
    if (reader == null) {
      reader = new EntityReader(loading, plan, actual, false, isAdapted);
      below.put(actual, reader);
    }
    return reader.readAs(row, primaryKey);
  }

  private static boolean hasNull(List<@Nullable Object> primaryKey) {
    return primaryKey.contains(null);
  }

  private @Nullable Entity readAs(Object[] row, List<@Nullable Object> primaryKey) {
    LoadedState state = loading.session().identityMap().find(mapper, primaryKey);
    boolean isNew;
    boolean isMade = false;
    if (state != null) {
      isNew = !state.isMetBy(loading);
    } else if (hasNull(primaryKey)) {
      return null;
    } else {
      state = new LoadedState(loading.session(), mapper, primaryKey);
      loading.session().identityMap().add(state);
      isNew = true;
      isMade = true;
    }
    boolean isOfThisLoad = isMade || !isNew;
    if (isOfThisLoad || loading.settings().populatesExisting()) {
      populate(state, row, isNew);
    } else {
      populateUnloaded(state, row);
    }
    return state.entity();
  }

  private void populate(LoadedState state, Object[] row, boolean isNew) {
    boolean isAgain = loading.settings().populatesExisting();
    LoadPath path = plan.path();
    if (isNew) {
      state.metBy(loading);
      if (!isAgain || !loading.propagatedOptions().isEmpty()) {
        state.reachedBy(path, loading.propagatedOptions());
      }
      populators.quick().forEach(each -> state.put(each.key(), row[each.index()]));
      populators
          .expired()
          .forEach(
              each -> {
                if (isAgain) {
                  state.drop(each.key(), each.isRefreshed());
                } else if (each.isRefreshed()) {
                  state.expire(each.key());
                }
              });
      populators.fresh().forEach(each -> each.action().on(state, row));
      Composites.compose(state, isAgain);
      populators.delayed().forEach(each -> each.action().on(state, row));
    } else {
      if (!path.equals(state.path())) {
        state.reachedBy(path);
        putUnloaded(state, row, null);
      }
      populators.existing().forEach(each -> each.action().on(state, row));
    }
    if (postLoad != null) {
      postLoad.add(state, true);
    }
  }

  /** Of an entity that an earlier statement loaded, what that left out. */
  private void populateUnloaded(LoadedState state, Object[] row) {
    Set<String> unloaded = Unloaded.of(state);
    Set<String> known = loading.partial(state);
    boolean isNew = known == null;
    if (isNew && unloaded.isEmpty() && populators.eager().isEmpty()) {
      addToPostLoad(state);
      return;
    }
    Set<String> toLoad = isNew ? unloaded : Objects.requireNonNull(known);
    if (isNew) {
      loading.partial(state, toLoad);
      putUnloaded(state, row, toLoad);
      populators.expired().stream()
          .filter(each -> toLoad.contains(each.key()))
          .forEach(each -> state.drop(each.key(), each.isRefreshed()));
      populators.fresh().stream()
          .filter(each -> toLoad.contains(each.key()))
          .forEach(each -> each.action().on(state, row));
      Composites.compose(state, false);
      populators.delayed().stream()
          .filter(each -> toLoad.contains(each.key()))
          .forEach(each -> each.action().on(state, row));
    } else {
      putUnloaded(state, row, unloaded);
      populators.existing().stream()
          .filter(each -> toLoad.contains(each.key()))
          .forEach(each -> each.action().on(state, row));
    }
    populators.eager().stream()
        .filter(each -> !unloaded.contains(each.key()))
        .forEach(each -> each.action().on(state, row));
    addToPostLoad(state);
  }

  private void addToPostLoad(LoadedState state) {
    if (postLoad != null && loading.settings().invokesAllEagers()) {
      postLoad.add(state, false);
    }
  }

  private void putUnloaded(LoadedState state, Object[] row, @Nullable Set<String> only) {
    for (Populators.Quick each : populators.quick()) {
      if (!state.has(each.key()) && (only == null || only.contains(each.key()))) {
        state.put(each.key(), row[each.index()]);
      }
    }
  }
}
