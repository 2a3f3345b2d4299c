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

  /** The way on from an attribute of a class, which any Python with that class can go. */
  private static final String TARGET = ".property.mapper.class_";

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
  public boolean isMapped() {
    return false;
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

  /**
   * The class that an attribute leads to if it is a relationship. It has no name that is known, but
   * Python finds it from here: {@code "User.addresses.property.mapper.class_"}.
   */
  public UnmappedClass along(String key) {
    return new UnmappedClass(module, qualifiedName + "." + key + TARGET);
  }

  /** Whether it is known only as where a relationship leads to. */
  public boolean isTarget() {
    return qualifiedName.endsWith(TARGET);
  }

  /** The class from which, and the relationship by which, it is found. */
  public MappedAttribute foundBy() {
    if (!isTarget()) {
      throw new IllegalStateException(className() + " has a name of its own");
    }
    String before = qualifiedName.substring(0, qualifiedName.length() - TARGET.length());
    return new MappedAttribute(
        new MappedClass(owner()), before.substring(before.lastIndexOf('.') + 1));
  }

  private UnmappedClass owner() {
    String before = qualifiedName.substring(0, qualifiedName.length() - TARGET.length());
    return new UnmappedClass(module, before.substring(0, before.lastIndexOf('.')));
  }

  /** The class with a name of its own from which it is found: itself, unless it is a target. */
  public UnmappedClass named() {
    return isTarget() ? owner().named() : this;
  }
}
