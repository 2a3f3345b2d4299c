package dev.brine.shape;

import dev.brine.expr.MappedEntity;
import dev.brine.pickle.PyGlobal;

/** Where the classes of SQLAlchemy's ORM live, by their paths in 2.0 (rel_2_0_58). */
public final class OrmClasses {

  public static final PyGlobal QUERY = new PyGlobal("sqlalchemy.orm.query", "Query");
  public static final PyGlobal FROM_STATEMENT = context("FromStatement");
  public static final PyGlobal COMPILE_OPTIONS = context("ORMCompileState.default_compile_options");

  /** The same class as an attribute of every query, which has one path in 1.4, 2.0 and 2.1. */
  public static final PyGlobal PORTABLE_COMPILE_OPTIONS =
      new PyGlobal(QUERY.module(), "Query._compile_options");

  public static final PyGlobal LOAD_OPTIONS = context("QueryContext.default_load_options");

  public static final PyGlobal ALIASED_CLASS = util("AliasedClass");
  public static final PyGlobal ALIASED_INSPECTION = util("AliasedInsp");

  /** The key under which a bundle says that it gives a row's only value alone. */
  public static final String SINGLE_ENTITY = "single_entity";

  public static final PyGlobal BUNDLE = util("Bundle");
  public static final PyGlobal COMPOSITE_BUNDLE =
      new PyGlobal("sqlalchemy.orm.descriptor_props", "CompositeProperty.CompositeBundle");
  public static final PyGlobal JOIN = util("_ORMJoin");
  public static final PyGlobal LOADER_CRITERIA = util("LoaderCriteriaOption._unreduce");

  public static final PyGlobal WITH_LOADER_CRITERIA =
      new PyGlobal("sqlalchemy.orm", "with_loader_criteria");

  public static final PyGlobal ATTRIBUTE =
      new PyGlobal("sqlalchemy.orm.attributes", "_queryable_attribute_unreduce");

  public static final PyGlobal LOAD = strategy("Load");
  public static final PyGlobal WILDCARD_LOAD = strategy("_WildcardLoad");

  private OrmClasses() {}

  public static PyGlobal strategy(String name) {
    return new PyGlobal("sqlalchemy.orm.strategy_options", name);
  }

  private static PyGlobal context(String name) {
    return new PyGlobal("sqlalchemy.orm.context", name);
  }

  private static PyGlobal util(String name) {
    return new PyGlobal("sqlalchemy.orm.util", name);
  }

  /** The name of a mapped class, where a dump holds the class itself. */
  public static PyGlobal of(MappedEntity entity) {
    return new PyGlobal(entity.module(), entity.qualifiedName());
  }
}
