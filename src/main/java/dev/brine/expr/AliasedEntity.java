package dev.brine.expr;

import dev.brine.schema.Name;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mapped class under another name, or in another selectable: what {@code aliased(User)} and
 * {@code with_polymorphic(Employee, …)} give. SQLAlchemy's {@code AliasedClass} and {@code
 * AliasedInsp} (rel_2_0_58, {@code orm/util.py}), which are two objects for Python's sake. Two of
 * them are the same if they are one object.
 *
 * @param entity the mapped class
 * @param alias what is selected from: an alias of its table, a subquery, the join of {@code
 *     with_polymorphic()}
 * @param name the name that was asked for; null for a made-up one
 * @param polymorphic the classes whose rows are selected, the mapped class first; more than one
 *     only for {@code with_polymorphic()}
 * @param discriminator the column that tells them apart; null if the mapping says
 * @param adaptsOnNames whether columns are found in the alias by their names
 * @param isOuterJoin whether the classes below are joined by outer joins
 * @param nestsAdapters whether it is an alias of an alias
 * @param usesMapperPath whether loader options name it by the class
 * @param base for a class below, such as {@code wp.Manager}: the whole it is a part of, whose alias
 *     it has; null for anything else
 */
public record AliasedEntity(
    MappedEntity entity,
    FromClause alias,
    @Nullable String name,
    List<MappedEntity> polymorphic,
    @Nullable ColumnElement discriminator,
    boolean adaptsOnNames,
    boolean isOuterJoin,
    boolean nestsAdapters,
    boolean usesMapperPath,
    @Nullable AliasedEntity base)
    implements OrmEntity {

  public AliasedEntity {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(alias, "alias");
    polymorphic = List.copyOf(polymorphic);
  }

  /** Whether it came from {@code with_polymorphic()} with more than one class. */
  public boolean isWithPolymorphic() {
    return polymorphic.size() > 1;
  }

  /** The same class in another selectable. */
  public AliasedEntity withAlias(FromClause other) {
    return new AliasedEntity(
        entity,
        other,
        name,
        polymorphic,
        discriminator,
        adaptsOnNames,
        isOuterJoin,
        nestsAdapters,
        usesMapperPath,
        base);
  }

  /** The columns of the alias, by the keys of the table's columns. */
  @Override
  public List<ColumnRef> columns() {
    return alias.columns();
  }

  @Override
  public ColumnRef c(String key) {
    return alias.c(key);
  }

  @Override
  public @Nullable Name qualifier() {
    return alias.qualifier();
  }

  @Override
  public List<ClauseElement> children() {
    return discriminator == null ? List.of(alias) : List.of(alias, discriminator);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitAliasedEntity(this);
  }
}
