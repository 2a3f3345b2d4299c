package dev.brine.expr;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition on every load of a class, {@code with_loader_criteria(Address, …)}: SQLAlchemy's
 * {@code LoaderCriteriaOption} (rel_2_0_58, {@code orm/util.py}).
 *
 * @param entity the mapped class, or one that mapped classes inherit from
 * @param criteria the condition; null if it is that of a function that Java does not know
 * @param function the Python function that gives the condition for a class; else null
 * @param includesAliases whether it holds for aliases of the class too
 * @param propagates whether it holds for lazy loads of what was loaded too
 */
public record LoaderCriteria(
    MappedEntity entity,
    @Nullable ColumnElement criteria,
    @Nullable PythonFunction function,
    boolean includesAliases,
    boolean propagates)
    implements ExecutableOption {

  /** A function of a Python module, which Java can carry and not call: it is dumped by its name. */
  public record PythonFunction(String module, String name) {}

  public LoaderCriteria {
    Objects.requireNonNull(entity, "entity");
    if (criteria == null && function == null) {
      throw new IllegalArgumentException("a condition or a function that gives one");
    }
  }

  @Override
  public List<ClauseElement> children() {
    return criteria == null ? List.of() : List.of(criteria);
  }
}
