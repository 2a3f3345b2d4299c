package dev.brine.orm.compile;

import dev.brine.error.UsageException;
import dev.brine.expr.AliasedEntity;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.Load;
import dev.brine.expr.LoadElement;
import dev.brine.expr.LoaderPath;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.WildcardLoad;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.WithPolymorphic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The loader options of a statement by the paths they hold for: the {@code ("loader", path)}
 * entries of SQLAlchemy's {@code compile_state.attributes} (rel_2_0_52, {@code
 * orm/strategy_options.py}). Immutable.
 */
public final class LoaderOptions {

  /** No options. */
  public static final LoaderOptions NONE = new LoaderOptions(Map.of(), Map.of(), Map.of());

  private static final String COLUMN = "column";
  private static final String RELATIONSHIP = "relationship";
  private static final String DEFAULT_TOKEN = ":_sa_default";
  private static final String WILDCARD = ":*";

  private final Map<LoadPath, LoadElement> byPath;
  private final Map<LoadPath, LoadElement> ofClasses;
  private final Map<LoadPath, AliasedEntity> polymorphic;

  private LoaderOptions(
      Map<LoadPath, LoadElement> byPath,
      Map<LoadPath, LoadElement> ofClasses,
      Map<LoadPath, AliasedEntity> polymorphic) {
    this.byPath = Map.copyOf(byPath);
    this.ofClasses = Map.copyOf(ofClasses);
    this.polymorphic = Map.copyOf(polymorphic);
  }

  /**
   * The options of a statement.
   *
   * @param entities those it selects
   * @param isFurther whether it loads what another statement left for later, whose options these
   *     are; then those that are about that statement alone are left out
   * @throws UsageException if an option is about a class that is not among them
   */
  static LoaderOptions of(
      List<ExecutableOption> options, List<OrmEntity> entities, boolean isFurther) {
    Reading reading = new Reading(entities, isFurther);
    options.forEach(reading::add);
    return reading.isEmpty()
        ? NONE
        : new LoaderOptions(reading.byPath, reading.ofClasses, reading.polymorphic);
  }

  /** The option for an attribute of where a path ends; null where the mapping decides. */
  public @Nullable LoadElement find(LoadPath path, MapperProperty property) {
    String kind = property instanceof ColumnProperty ? COLUMN : RELATIONSHIP;
    LoadElement own = byPath.get(path.to(property));
    if (own == null) {
      own = byPath.get(path.to(property.parent(), kind + WILDCARD));
    }
    return own == null ? byPath.get(LoadPath.everywhere(kind + DEFAULT_TOKEN)) : own;
  }

  /** The option for exactly this path; null for none. */
  public @Nullable LoadElement at(LoadPath path) {
    return byPath.get(path);
  }

  /** The option about the classes below the one where a path ends; null for none. */
  public @Nullable LoadElement ofClass(LoadPath path) {
    return ofClasses.get(path);
  }

  /** The entity that {@code of_type()} of a class below made of a relationship; null for none. */
  public @Nullable AliasedEntity polymorphicEntity(LoadPath path) {
    return polymorphic.get(path);
  }

  /** Options being sorted by their paths. */
  private static final class Reading {

    private final List<OrmEntity> entities;
    private final boolean isFurther;
    private final Map<LoadPath, LoadElement> byPath = new LinkedHashMap<>();
    private final Map<LoadPath, LoadElement> ofClasses = new HashMap<>();
    private final Map<LoadPath, AliasedEntity> polymorphic = new HashMap<>();

    Reading(List<OrmEntity> entities, boolean isFurther) {
      this.isFurther = isFurther;
      this.entities = entities;
    }

    boolean isEmpty() {
      return byPath.isEmpty() && ofClasses.isEmpty() && polymorphic.isEmpty();
    }

    void add(ExecutableOption option) {
      if (option instanceof Load load) {
        OrmEntity lead = lead(load);
        load.elements().stream()
            .filter(element -> element.propagates() || !isFurther)
            .forEach(element -> add(element, lead));
      } else if (option instanceof WildcardLoad wildcard) {
        add(wildcard);
      }
    }

    private OrmEntity lead(Load load) {
      MappedEntity start =
          (load.elements().isEmpty() ? load.path() : load.elements().get(0).path())
              .steps()
              .get(0)
              .entity();
      if (isFurther) {
        return new MappedClass(start);
      }
      return entities.stream()
          .filter(entity -> isAbout(entity, start))
          .findFirst()
          .orElseThrow(() -> noMatch(start));
    }

    private static boolean isAbout(OrmEntity entity, MappedEntity start) {
      return Entities.corresponds(entity, new MappedClass(start));
    }

    private UsageException noMatch(MappedEntity start) {
      return entities.isEmpty()
          ? new UsageException(
              "Query has only expression-based entities; attribute loader options for "
                  + start.className()
                  + " can't be applied here.")
          : new UsageException(
              "Mapped class "
                  + start.className()
                  + " does not apply to any of the root entities in this query, e.g. "
                  + String.join(
                      ", ", entities.stream().map(each -> each.entity().className()).toList())
                  + ".",
              "specify the full path from one of the root entities to the target attribute");
    }

    private void add(WildcardLoad wildcard) {
      if (!entities.isEmpty() && !wildcard.path().isEmpty()) {
        String token = wildcard.path().get(0);
        LoadElement element =
            new LoadElement(
                LoadElement.Kind.TOKEN,
                LoaderPath.of(entities.get(0).entity()),
                wildcard.strategy(),
                wildcard.options(),
                List.of(),
                false,
                null,
                null,
                null);
        if (token.endsWith(DEFAULT_TOKEN)) {
          put(LoadPath.everywhere(token), element);
        } else {
          OrmEntity entity = entities.get(0);
          for (Mapper mapper : Entities.mapper(entity).toRoot()) {
            put(LoadPath.of(entity).to(mapper, token), element);
          }
        }
      }
    }

    private void add(LoadElement element, OrmEntity lead) {
      MappedEntity subclass = element.ofType();
      if (subclass != null && element.polymorphicPath() != null) {
        polymorphic.computeIfAbsent(
            path(element.polymorphicPath()), key -> ofType(Entities.mapper(subclass)));
      }
      if (element.strategy().isEmpty() && element.options().isEmpty()) {
        return;
      }
      if (element.kind() == LoadElement.Kind.CLASS) {
        ofClasses.merge(path(element.path()), element, Reading::reconciled);
        return;
      }
      if (element.kind() != LoadElement.Kind.TOKEN) {
        put(path(element.path()), element);
        return;
      }
      List<LoaderPath.Step> steps = element.path().steps();
      LoaderPath.Step last = steps.get(steps.size() - 1);
      String token = Objects.requireNonNullElse(last.key(), "");
      if (token.endsWith(DEFAULT_TOKEN)) {
        put(LoadPath.everywhere(token), element);
        return;
      }
      LoadPath before =
          steps.size() == 1
              ? LoadPath.of(lead)
              : path(new LoaderPath(steps)).endingIn(lastOf(last));
      for (Mapper mapper : lastOf(last).toRoot()) {
        put(before.to(mapper, token), element);
      }
    }

    private static Mapper lastOf(LoaderPath.Step step) {
      return Entities.mapper(step.entity());
    }

    /** The path up to its last attribute; a token at its end is left out. */
    private static LoadPath path(LoaderPath given) {
      LoadPath path = LoadPath.of(Entities.mapper(given.steps().get(0).entity()));
      for (LoaderPath.Step step : given.steps()) {
        if (step.key() != null && step.key().indexOf(':') < 0) {
          path =
              path.endingIn(Entities.mapper(step.entity()))
                  .to(Entities.mapper(step.entity()).property(step.key()));
        }
      }
      return path;
    }

    private static AliasedEntity ofType(Mapper mapper) {
      Mapper base = mapper.baseMapper();
      WithPolymorphic with = WithPolymorphic.of(mapper.className());
      List<Mapper> mappers = base.polymorphicMappers(with);
      return new AliasedEntity(
          base,
          Anonymous.of(base.polymorphicSelectable(with, false), false),
          null,
          List.copyOf(mappers),
          base.polymorphicOn(),
          false,
          true,
          false,
          true,
          null);
    }

    private void put(LoadPath path, LoadElement element) {
      byPath.merge(path, element, Reading::reconciled);
    }

    /** Which of two options for the same path holds: {@code _LoadElement._reconcile}. */
    private static LoadElement reconciled(LoadElement existing, LoadElement added) {
      if (added.reconcileToOther() != null) {
        return added.reconcileToOther() ? existing : added;
      }
      if (existing.reconcileToOther() != null) {
        return existing.reconcileToOther() ? added : existing;
      }
      if (existing.strategy().equals(added.strategy())
          && existing.options().equals(added.options())) {
        return added;
      }
      if (added.strategy().isEmpty()) {
        return merged(existing, added);
      }
      if (existing.strategy().isEmpty()) {
        return merged(added, existing);
      }
      if (added.kind() == LoadElement.Kind.TOKEN || !refusesConflicts(added)) {
        return added;
      }
      throw new UsageException(
          "Loader strategies for " + added.path() + " conflict", "give one of the options alone");
    }

    private static boolean refusesConflicts(LoadElement element) {
      return lastOf(element.path().steps().get(0)).release().refusesConflictingLoads();
    }

    private static LoadElement merged(LoadElement main, LoadElement other) {
      Map<String, @Nullable Object> options = new LinkedHashMap<>(main.options());
      options.putAll(other.options());
      List<ColumnElement> criteria = new ArrayList<>(main.extraCriteria());
      criteria.addAll(other.extraCriteria());
      return new LoadElement(
          main.kind(),
          main.path(),
          main.strategy(),
          options,
          criteria,
          main.propagates(),
          main.reconcileToOther(),
          main.ofType(),
          main.polymorphicPath());
    }
  }
}
