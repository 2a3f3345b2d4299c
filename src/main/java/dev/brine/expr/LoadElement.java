package dev.brine.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One option of a chain of them: SQLAlchemy's {@code _LoadElement} (rel_2_0_58, {@code
 * orm/strategy_options.py}).
 *
 * @param kind what the path ends in
 * @param path which attribute, or attributes, it is about
 * @param strategy how to load, such as {@code lazy: joined} or {@code deferred: true, instrument:
 *     true}; empty for {@code defaultload()} and whatever only has options
 * @param options what else was said: plain values, entities, expressions
 * @param extraCriteria what {@code and_()} and {@code with_expression()} added; no dump of the
 *     newer releases holds it
 * @param propagates whether it holds for lazy loads of what was loaded too
 * @param reconcileToOther SQLAlchemy's {@code _reconcile_to_other}
 * @param ofType the class that {@code of_type()} named
 * @param polymorphicPath the path with that class in it
 */
public record LoadElement(
    Kind kind,
    LoaderPath path,
    Map<String, Object> strategy,
    Map<String, @Nullable Object> options,
    List<ColumnElement> extraCriteria,
    boolean propagates,
    @Nullable Boolean reconcileToOther,
    @Nullable MappedEntity ofType,
    @Nullable LoaderPath polymorphicPath) {

  /** The option that says how far {@code selectinload()} and {@code immediateload()} go. */
  static final String RECURSION_DEPTH = "recursion_depth";

  /** What an option is about. */
  public enum Kind {
    /** One attribute: {@code _AttributeStrategyLoad}. */
    ATTRIBUTE,
    /** All attributes of a kind, {@code *}: {@code _TokenStrategyLoad}. */
    TOKEN,
    /** A class: {@code _ClassStrategyLoad}. */
    CLASS
  }

  public LoadElement {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(path, "path");
    strategy = Collections.unmodifiableMap(new LinkedHashMap<>(strategy));
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    extraCriteria = List.copyOf(extraCriteria);
  }

  /** Whether it holds for what it leads to as well, by the same relationship. */
  boolean isRecursive() {
    return options.get(RECURSION_DEPTH) instanceof Number depth && depth.intValue() != 0;
  }

  /** The same for the relationship of what it leads to: {@code _recurse()}. */
  LoadElement oneLevelDeeper() {
    return new LoadElement(
        kind,
        path.withLastTwice(),
        strategy,
        options,
        extraCriteria,
        propagates,
        reconcileToOther,
        ofType,
        polymorphicPath);
  }

  /** The expressions in it. */
  List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(extraCriteria);
    options.values().stream()
        .filter(ClauseElement.class::isInstance)
        .forEach(value -> children.add((ClauseElement) value));
    return children;
  }
}
