package dev.brine.expr;

import dev.brine.schema.Name;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mapped class as something to select from, {@code select(User)}: SQLAlchemy's {@code Mapper}
 * (rel_2_0_58, {@code orm/mapper.py}) and the table it annotates. As an entry of a select list it
 * stands for the class's attributes; rewritten to its table before it is compiled.
 */
public record MappedClass(MappedEntity entity) implements OrmEntity {

  public MappedClass {
    Objects.requireNonNull(entity, "entity");
  }

  /** The columns of what the class is mapped to; none if that is not known. */
  @Override
  public List<ColumnRef> columns() {
    return entity instanceof UnmappedClass ? List.of() : entity.selectable().columns();
  }

  /**
   * {@inheritDoc} By the key of the table's column, not of the attribute.
   *
   * @throws dev.brine.error.UnresolvedReferenceException if there is none, or the class is not
   *     mapped
   */
  @Override
  public ColumnRef c(String key) {
    return entity.selectable().c(key);
  }

  @Override
  public Object identity() {
    return entity;
  }

  @Override
  public @Nullable Name qualifier() {
    return entity instanceof UnmappedClass ? null : entity.selectable().qualifier();
  }

  @Override
  public List<ClauseElement> children() {
    return List.of();
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitMappedClass(this);
  }
}
