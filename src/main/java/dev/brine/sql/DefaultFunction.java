package dev.brine.sql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Python function gives a column that a statement says nothing of, said in Java: the
 * counterpart of {@code Column(default=function)} and {@code Column(onupdate=function)}.
 */
@FunctionalInterface
public interface DefaultFunction {

  /**
   * Called once for each row that lacks the value, by the thread that runs the statement.
   *
   * @param parameters what the row is made with otherwise, by the keys of columns and the names of
   *     parameters: Python's {@code context.get_current_parameters()}; defaults of columns before
   *     this one are in it
   * @return the value, in the Java type that stands for Python's
   */
  @Nullable Object value(Map<String, @Nullable Object> parameters);
}
