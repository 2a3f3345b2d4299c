package dev.brine.orm.compile;

import dev.brine.expr.LoadElement;
import dev.brine.mapping.Lazy;
import dev.brine.mapping.Relationship;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one attribute that leads to entities is loaded.
 *
 * @param relationship which; its parent tells the class that has it
 * @param lazy when and how, the options of the statement regarded
 * @param path the way to it; what options hold further on starts here
 * @param option the option that says so; null where the mapping does
 * @param joined how the related entity is read from the same row; null unless it is joined, and
 *     where the load stops because it would go in circles: then it is loaded when asked for
 */
public record RelationshipPlan(
    Relationship relationship,
    Lazy lazy,
    LoadPath path,
    @Nullable LoadElement option,
    @Nullable EntityPlan joined) {

  public RelationshipPlan {
    Objects.requireNonNull(relationship, "relationship");
    Objects.requireNonNull(lazy, "lazy");
    Objects.requireNonNull(path, "path");
  }
}
