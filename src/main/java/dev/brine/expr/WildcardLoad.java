package dev.brine.expr;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How all attributes of a kind are loaded, of whatever class, {@code lazyload("*")}: SQLAlchemy's
 * {@code _WildcardLoad} (rel_2_0_58, {@code orm/strategy_options.py}).
 *
 * @param path the tokens, such as {@code relationship:_sa_default}
 * @param strategy how to load
 * @param options what else was said, as plain values
 */
public record WildcardLoad(
    List<String> path, Map<String, Object> strategy, Map<String, @Nullable Object> options)
    implements ExecutableOption {

  public WildcardLoad {
    path = List.copyOf(path);
    strategy = Collections.unmodifiableMap(new LinkedHashMap<>(strategy));
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  @Override
  public List<ClauseElement> children() {
    return List.of();
  }
}
