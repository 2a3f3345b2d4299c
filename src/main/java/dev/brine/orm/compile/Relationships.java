package dev.brine.orm.compile;

import dev.brine.error.UsageException;
import dev.brine.expr.AliasedEntity;
import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromClause;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.OrmAnnotations;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.StatementOptions;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.Relationship;
import dev.brine.mapping.WithPolymorphic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on what a relationship leads to, written out as SQLAlchemy writes them (rel_2_0_58,
 * {@code orm/relationships.py}), and entities of several classes. To be imported statically: {@code
 * select(user).where(any(user.rel("addresses"), address.attr("email").eq("x")))}.
 */
public final class Relationships {

  private static final OrmAnnotations ADAPTABLE = new OrmAnnotations(null, null, true, false);
  private static final OrmAnnotations FIXED = new OrmAnnotations(null, null, false, true);

  private Relationships() {}

  /**
   * {@code User.addresses.any(criterion)}: whether there is one that the condition holds for.
   *
   * @throws UsageException if the relationship leads to one object, which {@link #has} is for
   */
  public static ColumnElement any(MappedAttribute relationship, ColumnElement criterion) {
    requireCollection(relationship, true);
    return exists(relationship, criterion);
  }

  /** {@code User.addresses.any()}: whether there is one at all. */
  public static ColumnElement any(MappedAttribute relationship) {
    requireCollection(relationship, true);
    return exists(relationship, null);
  }

  /**
   * {@code Address.user.has(criterion)}: whether the condition holds for it.
   *
   * @throws UsageException if the relationship leads to a collection, which {@link #any} is for
   */
  public static ColumnElement has(MappedAttribute relationship, ColumnElement criterion) {
    requireCollection(relationship, false);
    return exists(relationship, criterion);
  }

  /** {@code Address.user.has()}: whether there is one. */
  public static ColumnElement has(MappedAttribute relationship) {
    requireCollection(relationship, false);
    return exists(relationship, null);
  }

  private static void requireCollection(MappedAttribute attribute, boolean isCollection) {
    Relationship relationship = relationship(attribute);
    if (relationship.uselist() != isCollection) {
      throw new UsageException(
          isCollection
              ? "any() is for collections, and '%s' is none".formatted(relationship)
              : "has() is not for collections, and '%s' is one".formatted(relationship),
          isCollection ? "use has()" : "use any()");
    }
  }

  static Relationship relationship(MappedAttribute attribute) {
    return Entities.mapper(attribute.parent()).relationship(attribute.key());
  }

  /** {@code _criterion_exists}. */
  static ColumnElement exists(MappedAttribute attribute, @Nullable ColumnElement given) {
    Relationship relationship = relationship(attribute);
    OrmEntity ofType = attribute.ofType();
    ColumnElement criterion = withSingleTable(ofType, given);
    FromClause source =
        attribute.parent() instanceof AliasedEntity aliased ? aliased.alias() : null;
    FromClause destination = destination(relationship, ofType, source);
    RelationshipJoin join =
        RelationshipJoin.of(relationship, source, destination, null, false, List.of());
    if (criterion != null && join.targetAdapter() != null && !(ofType instanceof AliasedEntity)) {
      criterion = join.targetAdapter().adapt(criterion);
    }
    ColumnElement condition = new AnnotatedColumn(join.primaryjoin(), ADAPTABLE);
    ColumnElement second = join.secondaryjoin();
    condition = second == null ? condition : condition.and(second);
    if (criterion != null) {
      condition = condition.and(new AnnotatedColumn(criterion, FIXED));
    }
    List<FromClause> froms = new ArrayList<>(List.of(destination));
    if (join.secondary() != null) {
      froms.add(join.secondary());
    }
    FromClause[] all = froms.toArray(FromClause[]::new);
    Select select =
        Select.of(Sql.literalColumn("1"))
            .where(condition)
            .selectFrom(all)
            .correlateExcept(all)
            .withOptions(StatementOptions.NONE);
    return select.exists();
  }

  private static @Nullable ColumnElement withSingleTable(
      @Nullable OrmEntity ofType, @Nullable ColumnElement criterion) {
    ColumnElement single = ofType == null ? null : Entities.mapper(ofType).singleTableCriterion();
    if (single == null) {
      return criterion;
    }
    return criterion == null ? single : single.and(criterion);
  }

  private static FromClause destination(
      Relationship relationship, @Nullable OrmEntity ofType, @Nullable FromClause source) {
    FromClause to =
        ofType == null ? relationship.target().selectable() : Entities.selectable(ofType);
    boolean isAnother =
        !relationship.isSelfReferential()
            || ofType instanceof AliasedEntity
            || (ofType == null && source != null);
    return isAnother ? to : Anonymous.of(to, false);
  }

  /** {@code with_polymorphic(Employee, [Manager, …])}: with the columns of classes below. */
  public static AliasedEntity withPolymorphic(Mapper base, Mapper... classes) {
    WithPolymorphic with =
        WithPolymorphic.of(List.of(classes).stream().map(Mapper::className).toArray(String[]::new));
    List<MappedEntity> mappers = List.copyOf(base.polymorphicMappers(with));
    return new AliasedEntity(
        base,
        base.polymorphicSelectable(with, false),
        null,
        mappers,
        base.polymorphicOn(),
        false,
        true,
        false,
        false,
        null);
  }

  /** {@code wp.Manager}: one of the classes of {@link #withPolymorphic}. */
  public static AliasedEntity part(AliasedEntity whole, Mapper mapper) {
    if (!whole.polymorphic().contains(mapper)) {
      throw new UsageException(
          "'%s' is not among the classes of this with_polymorphic()".formatted(mapper.className()),
          "name it there");
    }
    return new AliasedEntity(
        mapper,
        whole.alias(),
        null,
        List.of(mapper),
        whole.discriminator(),
        whole.adaptsOnNames(),
        false,
        false,
        whole.usesMapperPath(),
        whole);
  }
}
