package dev.brine.orm.compile;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.OrmEntity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One member of the tuple that a row of the ORM is. */
public sealed interface RowPart {

  /** What the member is called; null for what has no name. */
  @Nullable String name();

  /**
   * An entity.
   *
   * @param entity the class or alias
   * @param plan how it is read
   */
  record OfEntity(String name, OrmEntity entity, EntityPlan plan) implements RowPart {
    public OfEntity {
      Objects.requireNonNull(entity, "entity");
      Objects.requireNonNull(plan, "plan");
    }
  }

  /**
   * A value.
   *
   * @param expression what was asked for
   * @param index of the column in the row, counted from 0
   */
  record OfValue(@Nullable String name, ColumnElement expression, int index) implements RowPart {
    public OfValue {
      Objects.requireNonNull(expression, "expression");
    }
  }

  /**
   * A tuple within the tuple: a {@code Bundle}.
   *
   * @param isSingle whether a row of nothing else is the inner tuple itself
   */
  record OfBundle(String name, List<RowPart> parts, boolean isSingle) implements RowPart {
    public OfBundle {
      parts = List.copyOf(parts);
    }
  }
}
