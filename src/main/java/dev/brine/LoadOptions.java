package dev.brine;

import dev.brine.engine.Engine;
import dev.brine.envelope.Verifier;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.MappedClass;
import dev.brine.mapping.MapperRegistry;
import dev.brine.orm.ScopedSession;
import dev.brine.pickle.ReadLimits;
import dev.brine.policy.LoadPolicy;
import dev.brine.schema.MetaData;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a dump is loaded with: the arguments of Python's {@code loads()}, and, as Java has no Python
 * classes, what they are mapped to. Immutable.
 *
 * @param metadata the tables; those of the mappers if null
 * @param mappers the mapped classes, those of the session if null; without them each stands for
 *     itself, to be looked at and dumped again, but not to be run
 * @param scopedSession the session that a Query runs on
 * @param engine what stands for {@code engine:}
 * @param limits what reading a dump may cost, all limits in one place
 * @param unwraps whether the dump may be {@linkplain dev.brine.wrapping.Wrappings wrapped};
 *     Python's {@code loads()} takes nothing but the dump itself
 * @param policy what the dump may hold; Python trusts every one
 * @param verifier which {@linkplain dev.brine.envelope signed envelopes} are good; with one, dumps
 *     without an envelope are refused, and without one those in an envelope
 * @param loaderCriteria what the Python functions give, by their paths, that {@code
 *     with_loader_criteria()} was called with
 */
public record LoadOptions(
    @Nullable MetaData metadata,
    @Nullable MapperRegistry mappers,
    @Nullable ScopedSession scopedSession,
    @Nullable Engine engine,
    ReadLimits limits,
    boolean unwraps,
    LoadPolicy policy,
    @Nullable Verifier verifier,
    Map<String, Function<MappedClass, ColumnElement>> loaderCriteria) {

  /** Nothing but the usual limits. */
  public static final LoadOptions NONE =
      new LoadOptions(
          null, null, null, null, ReadLimits.DEFAULT, false, LoadPolicy.TRUSTED, null, Map.of());

  public LoadOptions {
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(policy, "policy");
    loaderCriteria = Map.copyOf(loaderCriteria);
    mappers = mappers == null && scopedSession != null ? scopedSession.mappers() : mappers;
    metadata = metadata == null && mappers != null ? mappers.metadata() : metadata;
  }

  public LoadOptions withMetadata(@Nullable MetaData other) {
    return new LoadOptions(
        other, mappers, scopedSession, engine, limits, unwraps, policy, verifier, loaderCriteria);
  }

  public LoadOptions withMappers(@Nullable MapperRegistry other) {
    return new LoadOptions(
        metadata, other, scopedSession, engine, limits, unwraps, policy, verifier, loaderCriteria);
  }

  public LoadOptions withScopedSession(@Nullable ScopedSession other) {
    return new LoadOptions(
        metadata, mappers, other, engine, limits, unwraps, policy, verifier, loaderCriteria);
  }

  public LoadOptions withEngine(@Nullable Engine other) {
    return new LoadOptions(
        metadata, mappers, scopedSession, other, limits, unwraps, policy, verifier, loaderCriteria);
  }

  public LoadOptions withLimits(ReadLimits other) {
    return new LoadOptions(
        metadata, mappers, scopedSession, engine, other, unwraps, policy, verifier, loaderCriteria);
  }

  /** Whether wrappings are looked for; tables that come with the dump stand in for metadata. */
  public LoadOptions withUnwraps(boolean other) {
    return new LoadOptions(
        metadata, mappers, scopedSession, engine, limits, other, policy, verifier, loaderCriteria);
  }

  /** Loads nothing that the policy does not allow. */
  public LoadOptions withPolicy(LoadPolicy other) {
    return new LoadOptions(
        metadata, mappers, scopedSession, engine, limits, unwraps, other, verifier, loaderCriteria);
  }

  /** Loads nothing but what is signed as the verifier demands; anything unsigned if null. */
  public LoadOptions withVerifier(@Nullable Verifier other) {
    return new LoadOptions(
        metadata, mappers, scopedSession, engine, limits, unwraps, policy, other, loaderCriteria);
  }

  /**
   * What a Python function gives for a class that {@code with_loader_criteria()} was called with:
   * Java cannot call it. What is loaded is dumped with the function's name, as it was.
   *
   * @param function its path, such as {@code myapp.filters.not_deleted}
   */
  public LoadOptions withLoaderCriteria(
      String function, Function<MappedClass, ColumnElement> counterpart) {
    Map<String, Function<MappedClass, ColumnElement>> more = new HashMap<>(loaderCriteria);
    more.put(function, counterpart);
    return new LoadOptions(
        metadata, mappers, scopedSession, engine, limits, unwraps, policy, verifier, more);
  }
}
