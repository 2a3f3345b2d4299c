package dev.brine.orm.compile;

import dev.brine.expr.LoadElement;
import dev.brine.mapping.Mapper;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one entity is read from a row: what {@code loading._instance_processor} of SQLAlchemy is told
 * (rel_2_0_52, {@code orm/loading.py}).
 *
 * @param mapper the class; a row may be of one below
 * @param path the way to it from an entity of the statement
 * @param identity where the values of the primary key are, in its order; all null in a row that has
 *     no such entity. An index is -1 if the row lacks the column; then no entity can be made
 * @param discriminator where the value is that tells the class of the row; -1 for nowhere: it is of
 *     the mapper's own
 * @param polymorphic the option by which classes below are loaded by statements of their own
 *     ({@code selectin_polymorphic}); null for none
 * @param attributes those that hold a value, those of classes below among them where they are
 *     selected along
 * @param relationships those that lead to entities
 */
public record EntityPlan(
    Mapper mapper,
    LoadPath path,
    List<Integer> identity,
    int discriminator,
    @Nullable LoadElement polymorphic,
    List<AttributePlan> attributes,
    List<RelationshipPlan> relationships) {

  public EntityPlan {
    Objects.requireNonNull(mapper, "mapper");
    Objects.requireNonNull(path, "path");
    identity = List.copyOf(identity);
    attributes = List.copyOf(attributes);
    relationships = List.copyOf(relationships);
  }
}
