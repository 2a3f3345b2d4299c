package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * An element with notes for the ORM: SQLAlchemy's {@code AnnotatedColumnElement} (rel_2_0_58,
 * {@code sql/annotation.py}). It is printed as the element without them.
 */
public record AnnotatedColumn(ColumnElement element, OrmAnnotations annotations)
    implements ColumnElement {

  public AnnotatedColumn {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(annotations, "annotations");
  }

  @Override
  public SqlType type() {
    return element.type();
  }

  @Override
  public boolean isImplicitlyBoolean() {
    return element.isImplicitlyBoolean();
  }

  @Override
  public ColumnElement not() {
    ColumnElement negation = annotations.negation();
    return negation == null ? element.not() : negation;
  }

  /** {@inheritDoc} What stands alone keeps its notes; parentheses have none. */
  @Override
  public ColumnElement selfGroup(Operator against) {
    ColumnElement grouped = element.selfGroup(against);
    return grouped == element ? this : grouped;
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(element);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitAnnotatedColumn(this);
  }
}
