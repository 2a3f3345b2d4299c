package dev.brine.expr;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How loader options say how to load (rel_2_0_58, {@code orm/strategy_options.py}).
 *
 * @param strategy what is looked up by it
 * @param options what else is said
 */
record LoadStrategy(Map<String, Object> strategy, Map<String, @Nullable Object> options) {

  private static final String LAZY = "lazy";

  static final LoadStrategy DEFAULT = new LoadStrategy(Map.of(), Map.of());
  static final LoadStrategy JOINED = lazy("joined");
  static final LoadStrategy SUBQUERY = lazy("subquery");
  static final LoadStrategy SELECT = lazy("select");
  static final LoadStrategy NONE = lazy("noload");
  static final LoadStrategy SELECTIN = lazy("selectin").with(LoadElement.RECURSION_DEPTH, null);
  static final LoadStrategy IMMEDIATE = lazy("immediate").with(LoadElement.RECURSION_DEPTH, null);
  static final LoadStrategy QUERY_EXPRESSION =
      new LoadStrategy(Map.of("query_expression", true), Map.of());

  static LoadStrategy lazy(String how) {
    return new LoadStrategy(Map.of(LAZY, how), Map.of());
  }

  static LoadStrategy raise(boolean onSqlOnly) {
    return lazy(onSqlOnly ? "raise_on_sql" : "raise");
  }

  static LoadStrategy deferred(boolean isDeferred, boolean raises) {
    Map<String, Object> strategy = new LinkedHashMap<>();
    strategy.put("deferred", isDeferred);
    strategy.put("instrument", true);
    if (raises) {
      strategy.put("raiseload", true);
    }
    return new LoadStrategy(Collections.unmodifiableMap(strategy), Map.of());
  }

  /** The same, for what it leads to as well: so many times, or for a number below 0 always. */
  LoadStrategy recursive(int depth) {
    return with(LoadElement.RECURSION_DEPTH, depth);
  }

  /** The same with an option more. */
  LoadStrategy with(String option, @Nullable Object value) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(options);
    all.put(option, value);
    return new LoadStrategy(strategy, all);
  }

  LoadElement element(LoadElement.Kind kind, LoaderPath path) {
    return new LoadElement(
        kind, path, strategy, options, java.util.List.of(), true, null, null, null);
  }
}
