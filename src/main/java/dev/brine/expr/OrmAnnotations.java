package dev.brine.expr;

import org.jspecify.annotations.Nullable;

/**
 * What SQLAlchemy notes on an element for its ORM, as far as it changes what is compiled: {@code
 * Annotated._annotations} (rel_2_0_58, {@code sql/annotation.py}). All other notes are dropped.
 *
 * @param parentEntity the class or alias whose attribute it came from
 * @param proxyKey the name of that attribute
 * @param isAdaptable ({@code _orm_adapt}) whether it follows where an entity is selected from
 *     something else
 * @param isFixed ({@code no_replacement_traverse}) whether nothing within may be replaced
 * @param negation ({@code negation_clause}) what its negation is, where NOT before it would mean
 *     something else; else null
 */
public record OrmAnnotations(
    @Nullable OrmEntity parentEntity,
    @Nullable String proxyKey,
    boolean isAdaptable,
    boolean isFixed,
    @Nullable ColumnElement negation) {

  /** No notes. */
  public static final OrmAnnotations NONE = new OrmAnnotations(null, null, false, false, null);

  /** Those of an element without a negation of its own. */
  public OrmAnnotations(
      @Nullable OrmEntity parentEntity,
      @Nullable String proxyKey,
      boolean isAdaptable,
      boolean isFixed) {
    this(parentEntity, proxyKey, isAdaptable, isFixed, null);
  }

  /** Those of an attribute. */
  public static OrmAnnotations of(OrmEntity parent, @Nullable String key) {
    return new OrmAnnotations(parent, key, false, false, null);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }
}
