package dev.brine.codec;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.UnmappedClass;
import dev.brine.pickle.PyGlobal;
import org.jspecify.annotations.Nullable;

/** Finds what a Python class that a dump names is mapped to. */
@FunctionalInterface
public interface EntityResolver {

  /** Without any mapping: each class stands for itself. */
  EntityResolver UNMAPPED = cls -> new UnmappedClass(cls.module(), cls.name());

  /**
   * What the class is mapped to.
   *
   * @throws dev.brine.error.UnresolvedReferenceException if it is not mapped
   */
  MappedEntity mapped(PyGlobal cls);

  /** The same for a class that may be none but a base of mapped ones. */
  default MappedEntity mappedOrBase(PyGlobal cls) {
    return mapped(cls);
  }

  /**
   * What a Python function gives that {@code with_loader_criteria()} was called with; null if
   * nobody said.
   */
  default @Nullable ColumnElement criteria(PyGlobal function, MappedEntity cls) {
    return null;
  }
}
