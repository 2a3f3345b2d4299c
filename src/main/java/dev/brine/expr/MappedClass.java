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

  /** {@code aliased(User)}: the class under a made-up name. */
  public AliasedEntity aliased() {
    FromClause selectable = entity.selectable();
    return aliased(
        selectable instanceof Join join ? whole(join).subquery() : selectable.alias(), null);
  }

  /** {@code aliased(User, name=name)}. */
  public AliasedEntity aliased(String name) {
    FromClause selectable = entity.selectable();
    return aliased(
        selectable instanceof Join join ? whole(join).subquery(name) : selectable.alias(name),
        name);
  }

  /**
   * {@code aliased(User, selectable)}: its attributes from the columns of a subquery or an alias.
   */
  public AliasedEntity aliased(FromClause selectable) {
    return aliased(selectable, null);
  }

  /** A join has no name of its own: what a class that inherits by one is selected from. */
  private static Select whole(Join join) {
    return Select.of(join).setLabelStyle(LabelStyle.TABLENAME_PLUS_COL).correlate();
  }

  private AliasedEntity aliased(FromClause alias, @Nullable String name) {
    return new AliasedEntity(
        entity,
        alias,
        name,
        List.of(entity),
        entity.discriminator(),
        false,
        false,
        false,
        false,
        null);
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
