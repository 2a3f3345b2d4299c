package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;

/**
 * Values that a row of the ORM holds as one tuple: SQLAlchemy's {@code Bundle} (rel_2_0_58, {@code
 * orm/util.py}).
 *
 * @param name what the row calls the tuple
 * @param expressions values, entities and further bundles
 * @param isSingleEntity whether a row of nothing else is the tuple itself
 */
public record Bundle(String name, List<ClauseElement> expressions, boolean isSingleEntity)
    implements ColumnElement {

  public Bundle {
    Objects.requireNonNull(name, "name");
    expressions = List.copyOf(expressions);
  }

  /** {@code Bundle(name, *expressions)}. */
  public static Bundle of(String name, ClauseElement... expressions) {
    return new Bundle(name, List.of(expressions), false);
  }

  @Override
  public SqlType type() {
    return Types.NULL;
  }

  @Override
  public List<ClauseElement> children() {
    return expressions;
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitBundle(this);
  }
}
