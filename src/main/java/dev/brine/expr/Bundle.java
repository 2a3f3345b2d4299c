package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values that a row of the ORM holds as one tuple: SQLAlchemy's {@code Bundle} (rel_2_0_58, {@code
 * orm/util.py}).
 *
 * @param name what the row calls the tuple
 * @param expressions values, entities and further bundles
 * @param isSingleEntity whether a row of nothing else is the tuple itself
 * @param composite the attribute whose value the row holds instead, made of these values: that of a
 *     {@code composite()}; else null
 */
public record Bundle(
    String name,
    List<ClauseElement> expressions,
    boolean isSingleEntity,
    @Nullable MappedAttribute composite)
    implements ColumnElement {

  public Bundle {
    Objects.requireNonNull(name, "name");
    expressions = List.copyOf(expressions);
  }

  /** One that is no attribute. */
  public Bundle(String name, List<ClauseElement> expressions, boolean isSingleEntity) {
    this(name, expressions, isSingleEntity, null);
  }

  /** {@code Bundle(name, *expressions)}. */
  public static Bundle of(String name, ClauseElement... expressions) {
    return new Bundle(name, List.of(expressions), false, null);
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
