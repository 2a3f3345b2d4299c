package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a mapped class, by its name: {@code User.addresses}, {@code ua.name}.
 * SQLAlchemy's {@code QueryableAttribute} (rel_2_0_58, {@code orm/attributes.py}). Within an
 * expression SQLAlchemy puts the column in its place; it stands for itself as the target of a join,
 * as an ON clause, and where it is dumped alone.
 *
 * @param parent the class, or the alias, it is an attribute of
 * @param key its name in Python
 * @param ofType what {@code of_type()} named; no dump holds it
 * @param extraCriteria what {@code and_()} added; no dump holds it
 */
public record MappedAttribute(
    OrmEntity parent, String key, @Nullable OrmEntity ofType, List<ColumnElement> extraCriteria)
    implements ColumnElement {

  public MappedAttribute {
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(key, "key");
    extraCriteria = List.copyOf(extraCriteria);
  }

  /** The attribute as it is. */
  public MappedAttribute(OrmEntity parent, String key) {
    this(parent, key, null, List.of());
  }

  /** {@code of_type(entity)}: as one of the classes below, or an alias. */
  public MappedAttribute ofType(OrmEntity entity) {
    return new MappedAttribute(parent, key, entity, extraCriteria);
  }

  /** {@code and_(…)}: with further conditions where it is joined along. */
  public MappedAttribute and(ColumnElement... criteria) {
    return new MappedAttribute(
        parent, key, ofType, Coercions.append(extraCriteria, Stream.of(criteria)));
  }

  /** The type of what the attribute holds; {@code NullType} for what holds no value. */
  @Override
  public SqlType type() {
    ColumnElement expression = parent.entity().expression(key);
    return expression == null ? Types.NULL : expression.type();
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>();
    children.add(parent);
    if (ofType != null) {
      children.add(ofType);
    }
    children.addAll(extraCriteria);
    return children;
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitMappedAttribute(this);
  }
}
