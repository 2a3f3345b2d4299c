package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code relationship()} is given besides where it leads.
 *
 * @param uselist whether it holds many; null to go by the direction
 * @param innerjoin how an eager join is written
 * @param joinDepth how deep a self-referential eager load goes; null to stop at the first cycle
 * @param orderBy what the related rows are ordered by; empty for nothing
 * @param collection what holds them; null where it is a class that Brine does not know
 * @param collectionKey for a dict, the attribute of the entities that is their key; null if it is
 *     no plain attribute
 * @param backPopulates the attribute of the target that leads back; null for none
 * @param distinctTargetKey {@code distinct_target_key=}, for subquery loading; null to decide by
 *     the primary key
 * @param omitJoin {@code omit_join=}, for selectin loading; null to decide by the join condition
 */
public record RelationshipOptions(
    @Nullable Boolean uselist,
    Lazy lazy,
    InnerJoin innerjoin,
    @Nullable Integer joinDepth,
    List<ColumnElement> orderBy,
    @Nullable CollectionKind collection,
    @Nullable String collectionKey,
    @Nullable String backPopulates,
    boolean viewonly,
    @Nullable Boolean distinctTargetKey,
    @Nullable Boolean omitJoin) {

  /** {@code innerjoin=}: False, True (the same as {@code "nested"}), or {@code "unnested"}. */
  public enum InnerJoin {
    OUTER,
    NESTED,
    UNNESTED
  }

  /** What {@code relationship()} has without arguments. */
  public static final RelationshipOptions DEFAULT =
      new RelationshipOptions(
          null,
          Lazy.SELECT,
          InnerJoin.OUTER,
          null,
          List.of(),
          CollectionKind.LIST,
          null,
          null,
          false,
          null,
          null);

  public RelationshipOptions {
    orderBy = List.copyOf(orderBy);
  }

  Builder toBuilder() {
    return new Builder(this);
  }

  /** The same while it is declared. Not thread-safe. */
  static final class Builder {

    @Nullable Boolean uselist;
    Lazy lazy;
    InnerJoin innerjoin;
    @Nullable Integer joinDepth;
    List<ColumnElement> orderBy;
    @Nullable CollectionKind collection;
    @Nullable String collectionKey;
    @Nullable String backPopulates;
    boolean viewonly;
    @Nullable Boolean distinctTargetKey;
    @Nullable Boolean omitJoin;

    private Builder(RelationshipOptions from) {
      uselist = from.uselist;
      lazy = from.lazy;
      innerjoin = from.innerjoin;
      joinDepth = from.joinDepth;
      orderBy = from.orderBy;
      collection = from.collection;
      collectionKey = from.collectionKey;
      backPopulates = from.backPopulates;
      viewonly = from.viewonly;
      distinctTargetKey = from.distinctTargetKey;
      omitJoin = from.omitJoin;
    }

    RelationshipOptions build() {
      return new RelationshipOptions(
          uselist,
          lazy,
          innerjoin,
          joinDepth,
          orderBy,
          collection,
          collectionKey,
          backPopulates,
          viewonly,
          distinctTargetKey,
          omitJoin);
    }
  }
}
