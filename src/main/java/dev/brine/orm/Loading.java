package dev.brine.orm;

import dev.brine.error.UsageException;
import dev.brine.expr.AliasedEntity;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.Load;
import dev.brine.expr.LoaderCriteria;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Statement;
import dev.brine.mapping.Lazy;
import dev.brine.mapping.Mapper;
import dev.brine.orm.compile.CompiledOrm;
import dev.brine.orm.compile.EntityPlan;
import dev.brine.orm.compile.LoadPath;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.orm.compile.RowPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One statement whose rows become entities: SQLAlchemy's {@code QueryContext} and {@code
 * loading.instances} (rel_2_0_58, {@code orm/context.py}, {@code orm/loading.py}).
 */
final class Loading {

  private final Session session;
  private final Statement statement;
  private CompiledOrm compiled;
  private final LoadSettings settings;
  private final Map<String, ? extends @Nullable Object> params;
  private final @Nullable LoadPath start;
  private final List<ExecutableOption> propagated;
  private final Map<LoadPath, PostLoad> postLoads = new LinkedHashMap<>();
  private final Map<LoadedState, Set<String>> partials = new HashMap<>();
  private final Map<String, Map<LoadedState, CollectionBuilder>> collections = new HashMap<>();
  private final Map<LoadPath, SubqueryLoad> subqueries = new HashMap<>();

  /**
   * A load that has not run yet.
   *
   * @param start the way to its entity, for a statement that loads what another left; else null
   */
  Loading(
      Session session,
      Statement statement,
      @Nullable LoadPath start,
      LoadSettings settings,
      Map<String, ? extends @Nullable Object> params) {
    this.session = session;
    this.statement = statement;
    this.settings = settings;
    this.params = params;
    this.start = start;
    compiled = OrmCompiler.compile(statement, start);
    propagated = options().stream().filter(Loading::isPropagated).toList();
  }

  private static boolean isPropagated(ExecutableOption option) {
    if (option instanceof Load load) {
      return load.propagates() || load.elements().stream().anyMatch(each -> each.propagates());
    }
    return !(option instanceof LoaderCriteria criteria) || criteria.propagates();
  }

  /** The way to its entity; an empty one for a statement that stands for itself. */
  LoadPath start() {
    return start == null ? new LoadPath("", List.of(), List.of()) : start;
  }

  Session session() {
    return session;
  }

  Statement statement() {
    return statement;
  }

  CompiledOrm compiled() {
    return compiled;
  }

  LoadSettings settings() {
    return settings;
  }

  /** Takes notice of the columns that the rows have, which may be in text that hides them. */
  void readFrom(List<String> columns) {
    CompiledOrm known = OrmCompiler.compileForRows(statement, columns);
    compiled = known == null ? compiled : known;
  }

  Map<String, ? extends @Nullable Object> params() {
    return params;
  }

  /** Whether loads follow the rows at all: {@code enable_eagerloads()}. */
  boolean loadsEagerly() {
    return compiled.loadsEagerly();
  }

  /**
   * Whether the attributes of a class are those of an entity that the statement selects: else they
   * are not loaded for the rows that happen to be of it. What is joined along is always so: {@code
   * _entity_isa} (rel_2_0_58, {@code orm/util.py}).
   */
  boolean isOfEntity(EntityPlan plan, Mapper owner) {
    OrmEntity entity = selected(compiled.parts(), plan);
    if (entity == null) {
      return true;
    }
    Mapper mapper = (Mapper) entity.entity();
    return mapper.isa(owner)
        || (entity instanceof AliasedEntity aliased
            ? aliased.polymorphic().contains(owner)
            : mapper.withPolymorphicMappers().contains(owner));
  }

  @SuppressWarnings("ReferenceEquality") // two plans of one class are alike
  private static @Nullable OrmEntity selected(List<RowPart> parts, EntityPlan plan) {
    for (RowPart part : parts) {
      if (part instanceof RowPart.OfEntity entity && entity.plan() == plan) {
        return entity.entity();
      }
      if (part instanceof RowPart.OfBundle bundle) {
        OrmEntity inner = selected(bundle.parts(), plan);
        if (inner != null) {
          return inner;
        }
      }
    }
    return null;
  }

  /** The loader options of the statement, which further statements are given too. */
  List<ExecutableOption> options() {
    return Statements.options(statement).orm().loaderOptions();
  }

  /** Those that hold for lazy loads too. */
  List<ExecutableOption> propagatedOptions() {
    return propagated;
  }

  /** Whether a row is not a tuple but the entity that is its only member. */
  boolean isSingleEntity() {
    return !Statements.onlyTuples(statement)
        && compiled.parts().size() == 1
        && (compiled.parts().get(0) instanceof RowPart.OfEntity
            || (compiled.parts().get(0) instanceof RowPart.OfBundle bundle && bundle.isSingle()));
  }

  /** Whether an entity of the rows loads a relationship by a subquery, once for all rows. */
  boolean needsBuffering() {
    return loadsEagerly() && compiled.parts().stream().anyMatch(Loading::needsBuffering);
  }

  private static boolean needsBuffering(RowPart part) {
    return part instanceof RowPart.OfBundle bundle
        ? bundle.parts().stream().anyMatch(Loading::needsBuffering)
        : part instanceof RowPart.OfEntity entity && needsBuffering(entity.plan());
  }

  private static boolean needsBuffering(EntityPlan plan) {
    return plan.relationships().stream()
        .anyMatch(
            each ->
                each.lazy() == Lazy.SUBQUERY
                    || (each.joined() != null && needsBuffering(each.joined())));
  }

  /** The rows, and all that their entities load at once. */
  List<List<@Nullable Object>> rows(List<Object[]> raw) {
    List<PartReader> readers = compiled.parts().stream().map(this::reader).toList();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Object[] row : raw) {
      rows.add(read(readers, row));
    }
    if (settings.top() == null) {
      runPostLoads();
    }
    return rows;
  }

  private static List<@Nullable Object> read(List<PartReader> readers, Object[] row) {
    List<@Nullable Object> tuple = new ArrayList<>(readers.size());
    readers.forEach(reader -> tuple.add(reader.read(row)));
    return Collections.unmodifiableList(tuple);
  }

  /** Those that are added by the loads themselves run after them. */
  private void runPostLoads() {
    while (!postLoads.isEmpty()) {
      List<PostLoad> due = List.copyOf(postLoads.values());
      postLoads.clear();
      due.forEach(PostLoad::run);
    }
  }

  private PartReader reader(RowPart part) {
    if (part instanceof RowPart.OfEntity entity) {
      boolean isAdapted =
          entity.entity() instanceof AliasedEntity || Statements.isOfOtherRows(statement);
      EntityReader.check(entity.plan(), !Statements.isOfOtherRows(statement));
      return new EntityReader(this, entity.plan(), isAdapted);
    }
    if (part instanceof RowPart.OfValue value) {
      if (value.index() < 0) {
        throw new UsageException(
            "Could not locate column in row for column '%s'".formatted(value.name()));
      }
      return row -> row[value.index()];
    }
    List<PartReader> readers =
        ((RowPart.OfBundle) part).parts().stream().map(this::reader).toList();
    return row -> new RowTuple(read(readers, row));
  }

  private Loading top() {
    Loading top = settings.top();
    return top == null ? this : top;
  }

  /** What follows for the entities at a path; made if there is nothing yet. */
  PostLoad postLoad(LoadPath path) {
    return top().postLoads.computeIfAbsent(path, key -> new PostLoad());
  }

  @Nullable PostLoad findPostLoad(LoadPath path) {
    return top().postLoads.get(path);
  }

  /** The settings of a statement that is sent for this one's entities. */
  LoadSettings further() {
    return LoadSettings.DEFAULT
        .populatingExisting(settings.populatesExisting())
        .within(top(), settings.depths());
  }

  /** The attributes that it adds to an entity of an earlier statement; null before it met it. */
  @Nullable Set<String> partial(LoadedState state) {
    return partials.get(state);
  }

  void partial(LoadedState state, Set<String> keys) {
    partials.put(state, keys);
  }

  /** The collections of an attribute that its rows fill. */
  Map<LoadedState, CollectionBuilder> collections(String key) {
    return collections.computeIfAbsent(key, each -> new HashMap<>());
  }

  /** The load of a relationship by a subquery, made once for the classes that share it. */
  SubqueryLoad subquery(LoadPath path, SubqueryLoad made) {
    SubqueryLoad known = subqueries.putIfAbsent(path, made);
    return known == null ? made : known;
  }
}
