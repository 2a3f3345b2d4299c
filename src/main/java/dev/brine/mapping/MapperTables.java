package dev.brine.mapping;

import dev.brine.error.UsageException;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromClause;
import dev.brine.expr.StandardOperator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a mapper and its place in the inheritance.
 *
 * @param polymorphicMap the one map of the whole inheritance
 */
record MapperTables(
    FromClause localTable,
    FromClause mappedTable,
    @Nullable Mapper inherits,
    boolean isSingle,
    boolean isConcrete,
    @Nullable ColumnElement inheritCondition,
    Polymorphism polymorphism,
    Map<Object, Mapper> polymorphicMap) {

  /** Which mapper has which identity. */
  Map<Object, Mapper> byIdentity() {
    return Collections.unmodifiableMap(polymorphicMap);
  }

  void register(Object identity, Mapper mapper) {
    polymorphicMap.put(identity, mapper);
  }

  /** What the class says, and what those below say that are loaded inline. */
  @Nullable WithPolymorphic withPolymorphic(Mapper mapper) {
    WithPolymorphic own = polymorphism.with();
    if (own != null && own.isAll()) {
      return own;
    }
    List<String> classes = new ArrayList<>(own == null ? List.of() : own.classes());
    mapper.inheriting().stream()
        .filter(each -> each.polymorphicLoad() == PolymorphicLoad.INLINE)
        .map(Mapper::className)
        .filter(name -> !classes.contains(name))
        .forEach(classes::add);
    return own == null && classes.isEmpty()
        ? null
        : new WithPolymorphic(false, classes, own == null ? null : own.selectable());
  }

  List<Mapper> polymorphicMappers(Mapper mapper, WithPolymorphic with) {
    List<Mapper> family = mapper.selfAndDescendants();
    Set<Mapper> meant = new LinkedHashSet<>();
    if (with.isAll()) {
      meant.addAll(family);
    }
    for (String name : with.classes()) {
      Mapper named = named(mapper, family, name);
      meant.addAll(with.selectable() == null ? named.toRoot() : List.of(named));
    }
    FromClause selectable = with.selectable();
    return family.stream()
        .filter(meant::contains)
        .filter(each -> selectable == null || Selectables.isDerived(selectable, each.localTable()))
        .toList();
  }

  private static Mapper named(Mapper mapper, List<Mapper> family, String name) {
    return family.stream()
        .filter(each -> each.className().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "with_polymorphic of '%s' names '%s', which does not inherit from it"
                        .formatted(mapper.className(), name)));
  }

  FromClause polymorphicSelectable(Mapper mapper) {
    WithPolymorphic with = withPolymorphic(mapper);
    return with == null ? mappedTable : polymorphicSelectable(mapper, with, false);
  }

  FromClause polymorphicSelectable(Mapper mapper, WithPolymorphic with, boolean innerjoin) {
    if (with.selectable() != null) {
      return with.selectable();
    }
    FromClause from = mappedTable;
    for (Mapper each : polymorphicMappers(mapper, with)) {
      if (each != mapper && !each.isSingle()) {
        ColumnElement condition = each.inheritCondition();
        if (condition == null) {
          throw new UsageException(
              "with_polymorphic of '%s' needs a selectable, since '%s' has a table of its own"
                  .formatted(mapper.className(), each.className()));
        }
        from =
            innerjoin
                ? from.join(each.localTable(), condition)
                : from.outerjoin(each.localTable(), condition);
      }
    }
    return from;
  }

  static Map<ColumnElement, Set<ColumnElement>> equivalentColumns(Mapper base) {
    Map<ColumnElement, Set<ColumnElement>> equal = new LinkedHashMap<>();
    for (Mapper mapper : base.selfAndDescendants()) {
      if (mapper.inheritCondition() != null) {
        addEquations(mapper.inheritCondition(), equal);
      }
    }
    return equal;
  }

  private static void addEquations(
      ClauseElement element, Map<ColumnElement, Set<ColumnElement>> equal) {
    if (element instanceof BinaryExpression binary && binary.operator() == StandardOperator.EQ) {
      equal.computeIfAbsent(binary.left(), key -> new LinkedHashSet<>()).add(binary.right());
      equal.computeIfAbsent(binary.right(), key -> new LinkedHashSet<>()).add(binary.left());
    }
    element.children().forEach(child -> addEquations(child, equal));
  }

  String description() {
    return Selectables.describe(localTable).replace("'", "");
  }
}
