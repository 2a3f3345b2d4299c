package dev.brine.expr;

import dev.brine.error.UnresolvedReferenceException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mapped class of which only the path is known, as a dump names it. It can be carried from dump
 * to dump, and not be compiled. Compared by the path.
 */
public record UnmappedClass(String className) implements MappedEntity {

  public UnmappedClass {
    Objects.requireNonNull(className, "className");
  }

  @Override
  public FromClause selectable() {
    throw new UnresolvedReferenceException(
        "the class '" + className + "' is not mapped here",
        "give a mapping: a catalogue of the Python models, or a MapperRegistry built in Java");
  }

  @Override
  public List<EntityColumn> columns() {
    return List.of();
  }

  @Override
  public @Nullable ColumnElement expression(String key) {
    return null;
  }
}
