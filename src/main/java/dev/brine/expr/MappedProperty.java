package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;

/**
 * What a mapper knows of an attribute, {@code User.addresses.property}: SQLAlchemy's {@code
 * MapperProperty} (rel_2_0_58, {@code orm/interfaces.py}), a {@code mapperprop:} id in a dump.
 *
 * @param parent the mapped class
 * @param key its name in Python
 */
public record MappedProperty(MappedClass parent, String key) implements ColumnElement {

  public MappedProperty {
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(key, "key");
  }

  @Override
  public SqlType type() {
    return Types.NULL;
  }

  @Override
  public List<ClauseElement> children() {
    return List.of(parent);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitMappedProperty(this);
  }
}
