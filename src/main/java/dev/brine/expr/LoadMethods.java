package dev.brine.expr;

import dev.brine.error.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options that may follow one another in a chain, each starting where the one before led to
 * (rel_2_0_58, {@code orm/strategy_options.py}). Attributes are given as {@code user.attr("name")}
 * and {@code user.rel("addresses")}.
 */
public sealed interface LoadMethods permits Load {

  /** This, as the option it is. */
  Load self();

  /** {@code joinedload(User.addresses)}: by a LEFT OUTER JOIN. */
  default Load joinedload(MappedAttribute relationship) {
    return self().along(relationship, LoadStrategy.JOINED, true);
  }

  /** {@code joinedload(User.addresses, innerjoin=…)}. */
  default Load joinedload(MappedAttribute relationship, boolean innerjoin) {
    return self().along(relationship, LoadStrategy.JOINED.with("innerjoin", innerjoin), true);
  }

  /** {@code selectinload(User.addresses)}: by a SELECT with IN. */
  default Load selectinload(MappedAttribute relationship) {
    return self().along(relationship, LoadStrategy.SELECTIN, true);
  }

  /** {@code selectinload(Node.children, recursion_depth=…)}: -1 for without end. */
  default Load selectinload(MappedAttribute relationship, int recursionDepth) {
    return self().along(relationship, LoadStrategy.SELECTIN.recursive(recursionDepth), true);
  }

  /** {@code subqueryload(User.addresses)}: by a SELECT that repeats the statement. */
  default Load subqueryload(MappedAttribute relationship) {
    return self().along(relationship, LoadStrategy.SUBQUERY, true);
  }

  /** {@code lazyload(User.addresses)}: when asked for. */
  default Load lazyload(MappedAttribute relationship) {
    return self().along(relationship, LoadStrategy.SELECT, true);
  }

  /** {@code immediateload(User.addresses)}: at once, one by one. */
  default Load immediateload(MappedAttribute relationship) {
    return self().along(relationship, LoadStrategy.IMMEDIATE, true);
  }

  /** {@code immediateload(Node.children, recursion_depth=…)}: -1 for without end. */
  default Load immediateload(MappedAttribute relationship, int recursionDepth) {
    return self().along(relationship, LoadStrategy.IMMEDIATE.recursive(recursionDepth), true);
  }

  /** {@code noload(User.addresses)}: never. */
  default Load noload(MappedAttribute relationship) {
    return self().along(relationship, LoadStrategy.NONE, true);
  }

  /** {@code raiseload(User.addresses)}: an error when asked for. */
  default Load raiseload(MappedAttribute relationship) {
    return self().along(relationship, LoadStrategy.raise(false), true);
  }

  /** {@code raiseload(User.addresses, sql_only=…)}. */
  default Load raiseload(MappedAttribute relationship, boolean sqlOnly) {
    return self().along(relationship, LoadStrategy.raise(sqlOnly), true);
  }

  /** {@code contains_eager(User.addresses)}: from the statement's own joins. */
  default Load containsEager(MappedAttribute relationship) {
    return self().along(relationship, LoadStrategy.JOINED.with("eager_from_alias", null), false);
  }

  /** {@code contains_eager(User.addresses, alias=…)}. */
  default Load containsEager(MappedAttribute relationship, FromClause alias) {
    FromClause from = alias instanceof AliasedEntity entity ? entity.alias() : alias;
    return self().along(relationship, LoadStrategy.JOINED.with("eager_from_alias", from), false);
  }

  /** {@code defaultload(User.addresses)}: as mapped; for options on what it leads to. */
  default Load defaultload(MappedAttribute relationship) {
    return self().along(relationship, LoadStrategy.DEFAULT, true);
  }

  /** {@code defer(User.name)}: when asked for. */
  default Load defer(ColumnElement attribute) {
    return self().to(attribute, LoadStrategy.deferred(true, false));
  }

  /** {@code defer(User.name, raiseload=…)}. */
  default Load defer(ColumnElement attribute, boolean raiseload) {
    return self().to(attribute, LoadStrategy.deferred(true, raiseload));
  }

  /** {@code undefer(User.bio)}: with the rest. */
  default Load undefer(ColumnElement attribute) {
    return self().to(attribute, LoadStrategy.deferred(false, false));
  }

  /** {@code undefer_group(name)}. */
  default Load undeferGroup(String name) {
    return self().toAll("column", LoadStrategy.DEFAULT.with("undefer_group_" + name, true));
  }

  /** {@code load_only(User.name, …)}: of the columns these, and the primary key. */
  default Load loadOnly(ColumnElement... attributes) {
    Load load = self();
    for (ColumnElement attribute : attributes) {
      load = load.undefer(attribute);
    }
    return load.toAll("column", LoadStrategy.deferred(true, false));
  }

  /** {@code Load(User).lazyload("*")} and the like, of all relationships. */
  default Load raiseloadAll() {
    return self().toAll("relationship", LoadStrategy.raise(false));
  }

  /** {@code lazyload("*")}: of all relationships. */
  default Load lazyloadAll() {
    return self().toAll("relationship", LoadStrategy.SELECT);
  }

  /** {@code defer("*")}: of all columns. */
  default Load deferAll() {
    return self().toAll("column", LoadStrategy.deferred(true, false));
  }

  /** {@code selectin_polymorphic(…)}: the attributes of these classes below, by a SELECT each. */
  default Load selectinPolymorphic(OrmEntity... classes) {
    Load load = self();
    LoadStrategy strategy =
        new LoadStrategy(
            Map.of("selectinload_polymorphic", true), Map.of("entities", List.of(classes)));
    List<LoadElement> elements = new ArrayList<>(load.elements());
    elements.add(strategy.element(LoadElement.Kind.CLASS, load.path()));
    List<OrmEntity> sources = new ArrayList<>(load.additionalSources());
    sources.addAll(List.of(classes));
    return new Load(load.path(), elements, true, sources);
  }

  /** {@code options(…)}: several that all start where this leads to. */
  default Load options(Load... options) {
    Load load = self();
    List<LoadElement> elements = new ArrayList<>(load.elements());
    for (Load option : options) {
      option.elements().forEach(each -> elements.add(load.within(each)));
    }
    return new Load(load.path(), elements, load.propagates(), load.additionalSources());
  }

  /** The class and the name of an attribute. */
  static MappedAttribute attribute(ColumnElement element) {
    if (element instanceof MappedAttribute attribute) {
      return attribute;
    }
    if (element instanceof AnnotatedColumn column) {
      @Nullable OrmEntity parent = column.annotations().parentEntity();
      @Nullable String key = column.annotations().proxyKey();
      if (parent != null && key != null) {
        return new MappedAttribute(parent, key);
      }
    }
    throw new UsageException(
        "a loader option takes an attribute of a mapped class",
        "give user.attr(\"name\") or user.rel(\"addresses\")");
  }
}
