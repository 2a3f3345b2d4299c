package dev.brine.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a column is given where a statement says nothing of it: the argument of {@code
 * Column(default=…)} or {@code Column(onupdate=…)} (rel_2_0_58, {@code sql/schema.py}).
 */
public sealed interface ColumnDefault {

  /**
   * A value, which is sent as a parameter.
   *
   * @param value in the Java type that stands for Python's
   */
  record Scalar(@Nullable Object value) implements ColumnDefault {}

  /** A SQL expression, which is written into the statement. */
  record Expression(DefaultExpression element) implements ColumnDefault {
    public Expression {
      Objects.requireNonNull(element, "element");
    }
  }

  /** The next value of a sequence. */
  record NextValue(Sequence sequence) implements ColumnDefault {
    public NextValue {
      Objects.requireNonNull(sequence, "sequence");
    }
  }

  /**
   * A Python function, which only Python can call: a statement that needs its value can be
   * compiled, but is run only if it is given the value as a parameter, or if somebody says in Java
   * what the function gives.
   *
   * @param function the dotted path of the function, as far as it is known
   */
  record Callable(String function) implements ColumnDefault {
    public Callable {
      Objects.requireNonNull(function, "function");
    }
  }
}
