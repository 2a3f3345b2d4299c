package dev.brine.expr;

import java.util.List;
import java.util.Map;

/**
 * Loader options by the names they have in {@code sqlalchemy.orm}, to be imported statically; those
 * that lead somewhere go on with the methods of {@link Load}: {@code
 * joinedload(user.rel("addresses")).defer(address.attr("email"))}.
 */
public final class LoaderOptions {

  private static final String ALL_RELATIONSHIPS = "relationship:_sa_default";
  private static final String ALL_COLUMNS = "column:_sa_default";

  private LoaderOptions() {}

  private static Load at(ColumnElement attribute) {
    return Load.of(LoadMethods.attribute(attribute).parent());
  }

  public static Load joinedload(MappedAttribute relationship) {
    return at(relationship).joinedload(relationship);
  }

  public static Load joinedload(MappedAttribute relationship, boolean innerjoin) {
    return at(relationship).joinedload(relationship, innerjoin);
  }

  public static Load selectinload(MappedAttribute relationship, int recursionDepth) {
    return at(relationship).selectinload(relationship, recursionDepth);
  }

  public static Load selectinload(MappedAttribute relationship) {
    return at(relationship).selectinload(relationship);
  }

  public static Load subqueryload(MappedAttribute relationship) {
    return at(relationship).subqueryload(relationship);
  }

  public static Load lazyload(MappedAttribute relationship) {
    return at(relationship).lazyload(relationship);
  }

  public static Load immediateload(MappedAttribute relationship, int recursionDepth) {
    return at(relationship).immediateload(relationship, recursionDepth);
  }

  public static Load immediateload(MappedAttribute relationship) {
    return at(relationship).immediateload(relationship);
  }

  public static Load noload(MappedAttribute relationship) {
    return at(relationship).noload(relationship);
  }

  public static Load raiseload(MappedAttribute relationship) {
    return at(relationship).raiseload(relationship);
  }

  public static Load raiseload(MappedAttribute relationship, boolean sqlOnly) {
    return at(relationship).raiseload(relationship, sqlOnly);
  }

  public static Load containsEager(MappedAttribute relationship) {
    return at(relationship).containsEager(relationship);
  }

  public static Load containsEager(MappedAttribute relationship, FromClause alias) {
    return at(relationship).containsEager(relationship, alias);
  }

  public static Load defaultload(MappedAttribute relationship) {
    return at(relationship).defaultload(relationship);
  }

  public static Load defer(ColumnElement attribute) {
    return at(attribute).defer(attribute);
  }

  public static Load undefer(ColumnElement attribute) {
    return at(attribute).undefer(attribute);
  }

  /** {@code load_only(User.id, …)}: attributes of one class. */
  public static Load loadOnly(ColumnElement first, ColumnElement... others) {
    Load load = at(first);
    ColumnElement[] all = new ColumnElement[others.length + 1];
    all[0] = first;
    System.arraycopy(others, 0, all, 1, others.length);
    return load.loadOnly(all);
  }

  /** {@code selectin_polymorphic(Employee, [Manager, …])}. */
  public static Load selectinPolymorphic(OrmEntity base, OrmEntity... classes) {
    return Load.of(base).selectinPolymorphic(classes);
  }

  /** {@code undefer_group(name)}, of whatever class. */
  public static WildcardLoad undeferGroup(String name) {
    return new WildcardLoad(List.of("column:*"), Map.of(), Map.of("undefer_group_" + name, true));
  }

  /** {@code lazyload("*")}. */
  public static WildcardLoad lazyloadAll() {
    return wildcard(ALL_RELATIONSHIPS, LoadStrategy.SELECT);
  }

  /** {@code joinedload("*")}. */
  public static WildcardLoad joinedloadAll() {
    return wildcard(ALL_RELATIONSHIPS, LoadStrategy.JOINED);
  }

  /** {@code selectinload("*")}. */
  public static WildcardLoad selectinloadAll() {
    return wildcard(ALL_RELATIONSHIPS, LoadStrategy.SELECTIN);
  }

  /** {@code raiseload("*")}. */
  public static WildcardLoad raiseloadAll() {
    return wildcard(ALL_RELATIONSHIPS, LoadStrategy.raise(false));
  }

  /** {@code defer("*")}. */
  public static WildcardLoad deferAll() {
    return wildcard(ALL_COLUMNS, LoadStrategy.deferred(true, false));
  }

  /** {@code undefer("*")}. */
  public static WildcardLoad undeferAll() {
    return wildcard(ALL_COLUMNS, LoadStrategy.deferred(false, false));
  }

  private static WildcardLoad wildcard(String token, LoadStrategy how) {
    return new WildcardLoad(List.of(token), how.strategy(), how.options());
  }

  /** {@code with_loader_criteria(Address, condition)}. */
  public static LoaderCriteria withLoaderCriteria(OrmEntity entity, ColumnElement condition) {
    return withLoaderCriteria(entity, condition, false);
  }

  /** {@code with_loader_criteria(Address, condition, include_aliases=…)}. */
  public static LoaderCriteria withLoaderCriteria(
      OrmEntity entity, ColumnElement condition, boolean includeAliases) {
    return new LoaderCriteria(entity.entity(), condition, null, includeAliases, true);
  }
}
