package dev.brine.expr;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A join made by {@code orm.join()}, along a relationship perhaps, which it does not tell any more:
 * SQLAlchemy's {@code _ORMJoin} (rel_2_0_58, {@code orm/util.py}).
 *
 * @param join the join
 * @param parentEntity the class or alias on its left side; null if there is none
 */
public record OrmJoin(Join join, @Nullable OrmEntity parentEntity) implements FromClause {

  public OrmJoin {
    Objects.requireNonNull(join, "join");
  }

  @Override
  public List<ColumnRef> columns() {
    return join.columns();
  }

  @Override
  public ColumnRef c(String key) {
    return join.c(key);
  }

  @Override
  public List<ClauseElement> children() {
    return join.children();
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitOrmJoin(this);
  }
}
