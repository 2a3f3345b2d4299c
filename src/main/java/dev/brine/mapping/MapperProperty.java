package dev.brine.mapping;

/**
 * An attribute of a mapped class: SQLAlchemy's {@code MapperProperty}, and hybrids and association
 * proxies, which are none there.
 */
public sealed interface MapperProperty
    permits AssociationProxy,
        ColumnProperty,
        Composite,
        ConcreteInherited,
        Hybrid,
        Relationship,
        Synonym {

  /** The name of the attribute in Python. */
  String key();

  /**
   * The mapper that defines it; a mapper has those of the one it inherits from, too. SQLAlchemy's
   * {@code prop.parent}.
   */
  Mapper parent();
}
