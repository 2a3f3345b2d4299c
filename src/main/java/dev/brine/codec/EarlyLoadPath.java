package dev.brine.codec;

import dev.brine.expr.LoaderPath;
import dev.brine.expr.LoaderPath.Step;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.UnmappedClass;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PathTokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the tokens lead that an option up to 1.4 names attributes by: a class with an attribute and
 * perhaps what {@code of_type()} named, the name of an attribute alone, or a class. Mutable, for
 * one path.
 */
final class EarlyLoadPath {

  private static final String UNMAPPED =
      "a loader option along a relationship of a class that is not mapped";

  private final GraphToExpr decoder;
  private final GraphPath at;
  private final List<Step> steps = new ArrayList<>();
  private @Nullable MappedEntity reached;
  private @Nullable MappedEntity narrowed;

  /**
   * A path without steps yet.
   *
   * @param start what an attribute without a class is one of; null if that is not known
   */
  EarlyLoadPath(GraphToExpr decoder, GraphPath at, @Nullable MappedEntity start) {
    this.decoder = decoder;
    this.at = at;
    this.reached = start;
  }

  EarlyLoadPath along(List<Object> tokens) {
    tokens.forEach(this::along);
    return this;
  }

  private void along(Object token) {
    if (token instanceof MappedEntity entity) {
      reached = entity;
    } else if (token instanceof PyTuple step) {
      along(step);
    } else {
      String name = decoder.text(token, at);
      // A wildcard may follow others; only names are split.
      for (String key : PathTokens.isWildcard(name) ? List.of(name) : List.of(name.split("\\."))) {
        MappedEntity from = known(reached);
        steps.add(new Step(from, key));
        narrowed = null;
        reached = PathTokens.isWildcard(key) ? null : target(from, key);
      }
    }
  }

  private void along(PyTuple step) {
    MappedEntity from = mapped(step.get(0));
    String key = decoder.text(step.get(1), at);
    boolean isNarrowed = step.size() > 2 && step.get(2) != PyNone.NONE;
    narrowed = isNarrowed ? mapped(step.get(2)) : null;
    steps.add(new Step(from, key));
    reached = narrowed != null ? narrowed : target(from, key);
  }

  private static @Nullable MappedEntity target(MappedEntity from, String key) {
    return from instanceof UnmappedClass cls ? cls.along(key) : from.target(key);
  }

  private MappedEntity mapped(Object node) {
    return decoder.entities().mapped(decoder.cast(PyGlobal.class, "a class", node, at));
  }

  private static MappedEntity known(@Nullable MappedEntity entity) {
    if (entity == null) {
      throw new NotUnderstood(UNMAPPED);
    }
    return entity;
  }

  /** What {@code of_type()} named last. */
  @Nullable MappedEntity narrowed() {
    return narrowed;
  }

  /** The path as far as the last attribute. */
  LoaderPath before() {
    return new LoaderPath(steps);
  }

  /**
   * The path with the class that its last attribute leads to.
   *
   * @param isAlongRelationship whether that attribute can only be a relationship
   */
  LoaderPath whole(boolean isAlongRelationship) {
    boolean isGuess = reached instanceof UnmappedClass cls && cls.isTarget();
    if (reached != null && (isAlongRelationship || !isGuess)) {
      List<Step> all = new ArrayList<>(steps);
      all.add(new Step(reached, null));
      return new LoaderPath(all);
    }
    String key = steps.isEmpty() ? null : steps.get(steps.size() - 1).key();
    if (key == null || (isAlongRelationship && !PathTokens.isWildcard(key))) {
      throw new NotUnderstood(UNMAPPED);
    }
    return before();
  }
}
