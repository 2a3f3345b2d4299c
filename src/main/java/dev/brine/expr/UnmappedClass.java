package dev.brine.expr;

import dev.brine.error.UnresolvedReferenceException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mapped class of which only the name is known, as a dump gives it. It can be carried from dump
 * to dump, and not be compiled. Compared by the name.
 *
 * @param module the Python module
 * @param qualifiedName its name in the module: {@code "User"}, {@code "Outer.Inner"}
 */
public record UnmappedClass(String module, String qualifiedName) implements MappedEntity {

  public UnmappedClass {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(qualifiedName, "qualifiedName");
  }

  /** By its path, of which the last part is its name. */
  public UnmappedClass(String className) {
    this(
        className.substring(0, Math.max(0, className.lastIndexOf('.'))),
        className.substring(className.lastIndexOf('.') + 1));
  }

  @Override
  public String className() {
    return module + "." + qualifiedName;
  }

  @Override
  public FromClause selectable() {
    throw new UnresolvedReferenceException(
        "the class '" + className() + "' is not mapped here",
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
