package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

  /**
   * {@inheritDoc} Of a relationship, whether it leads to this entity ({@code mapping.Entity}); null
   * is none.
   */
  @Override
  public ColumnElement eq(@Nullable Object other) {
    return isRelationship()
        ? RelationshipOperators.provided().isSame(this, other)
        : ColumnElement.super.eq(other);
  }

  /** {@inheritDoc} Of a relationship, whether it does not lead to this entity. */
  @Override
  public ColumnElement ne(@Nullable Object other) {
    return isRelationship()
        ? RelationshipOperators.provided().isOther(this, other)
        : ColumnElement.super.ne(other);
  }

  /** {@inheritDoc} Of a relationship, whether this entity is in the collection. */
  @Override
  public ColumnElement contains(Object part) {
    return isRelationship()
        ? RelationshipOperators.provided().contains(this, part)
        : ColumnElement.super.contains(part);
  }

  /** {@code any(criterion)}: whether all the conditions hold for something in the collection. */
  public ColumnElement any(ColumnElement... criteria) {
    return RelationshipOperators.provided().any(this, all(criteria));
  }

  /** {@code any(key=value)}: whether something in the collection has this value. */
  public ColumnElement any(String attribute, @Nullable Object value) {
    return any(Collections.singletonMap(attribute, value));
  }

  /** {@code any(**values)}: whether something in the collection has all these values. */
  public ColumnElement any(Map<String, ? extends @Nullable Object> values) {
    return any(criteria(values));
  }

  /** {@code has(criterion)}: whether all the conditions hold for what it leads to. */
  public ColumnElement has(ColumnElement... criteria) {
    return RelationshipOperators.provided().has(this, all(criteria));
  }

  /** {@code has(key=value)}: whether what it leads to has this value. */
  public ColumnElement has(String attribute, @Nullable Object value) {
    return has(Collections.singletonMap(attribute, value));
  }

  /** {@code has(**values)}: whether what it leads to has all these values. */
  public ColumnElement has(Map<String, ? extends @Nullable Object> values) {
    return has(criteria(values));
  }

  /** {@code with_parent(parent, Parent.this)}: those that the relationship of an entity holds. */
  public ColumnElement withParent(Object entity) {
    return RelationshipOperators.provided().withParent(entity, this);
  }

  private static @Nullable ColumnElement all(ColumnElement... criteria) {
    return criteria.length == 0 ? null : criteria.length == 1 ? criteria[0] : Sql.and(criteria);
  }

  private ColumnElement[] criteria(Map<String, ? extends @Nullable Object> values) {
    MappedEntity target = parent.entity().target(key);
    if (target == null) {
      throw new UsageException("'%s' is no relationship".formatted(key), "compare its value");
    }
    MappedClass entity = new MappedClass(target);
    return values.entrySet().stream()
        .map(each -> entity.attr(each.getKey()).eq(each.getValue()))
        .toArray(ColumnElement[]::new);
  }

  private boolean isRelationship() {
    return parent.entity().target(key) != null;
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
