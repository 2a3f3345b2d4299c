package dev.brine.codec;

import dev.brine.expr.MappedEntity;
import dev.brine.expr.UnmappedClass;
import dev.brine.pickle.PyGlobal;

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
}
