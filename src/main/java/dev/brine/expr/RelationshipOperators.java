package dev.brine.expr;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What the operators of a relationship are written out as: the part of SQLAlchemy's {@code
 * Relationship.Comparator} (rel_2_0_58, {@code orm/relationships.py}) that has to know joins and
 * entities. Expressions know neither, so that the ORM provides it as a service. Implementations are
 * stateless.
 */
public interface RelationshipOperators {

  /** {@code Address.user == entity}. */
  ColumnElement isSame(MappedAttribute relationship, @Nullable Object entity);

  /** {@code Address.user != entity}. */
  ColumnElement isOther(MappedAttribute relationship, @Nullable Object entity);

  /** {@code User.addresses.contains(entity)}. */
  ColumnElement contains(MappedAttribute relationship, Object entity);

  /** {@code User.addresses.any(criterion)}. */
  ColumnElement any(MappedAttribute relationship, @Nullable ColumnElement criterion);

  /** {@code Address.user.has(criterion)}. */
  ColumnElement has(MappedAttribute relationship, @Nullable ColumnElement criterion);

  /** {@code with_parent(parent, User.addresses)}. */
  ColumnElement withParent(Object parent, MappedAttribute relationship);

  /** The ORM's. */
  static RelationshipOperators provided() {
    return Provided.OPERATORS;
  }

  /** Found when it is first asked for. */
  final class Provided {

    private static final RelationshipOperators OPERATORS =
        ServiceLoader.load(
                RelationshipOperators.class, RelationshipOperators.class.getClassLoader())
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("this library's own services are not there"));

    private Provided() {}
  }
}
