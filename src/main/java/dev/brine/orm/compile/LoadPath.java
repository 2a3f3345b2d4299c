package dev.brine.orm.compile;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.OrmEntity;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from an entity of a statement to one of its attributes, or to an entity that is reached
 * by them: SQLAlchemy's {@code PathRegistry} (rel_2_0_52, {@code orm/path_registry.py}). Two paths
 * are equal if they go the same way; an attribute is named with the class that defines it, so that
 * it is found from the classes below, too.
 *
 * @param root tells one aliased entity from another; empty where the path starts at a class
 * @param steps the attributes, each after the class that defines it
 * @param mappers the classes passed by, the last one where the path ends
 */
public record LoadPath(String root, List<String> steps, List<Mapper> mappers) {

  public LoadPath {
    steps = List.copyOf(steps);
    mappers = List.copyOf(mappers);
  }

  /** Where the loads of an entity of the statement start. */
  public static LoadPath of(OrmEntity entity) {
    boolean isAlias = entity instanceof AliasedEntity aliased && !aliased.usesMapperPath();
    String root = isAlias ? Integer.toString(System.identityHashCode(entity)) : "";
    return new LoadPath(root, List.of(), List.of(Entities.mapper(entity)));
  }

  /** Where the loads of a class start. */
  public static LoadPath of(Mapper mapper) {
    return new LoadPath("", List.of(), List.of(mapper));
  }

  /** On to an attribute of the last class. */
  public LoadPath to(MapperProperty property) {
    List<Mapper> passed = new ArrayList<>(mappers);
    if (root.isEmpty() || !steps.isEmpty()) {
      passed.set(passed.size() - 1, property.parent());
    }
    if (property instanceof Relationship relationship) {
      passed.add(relationship.target());
    }
    return new LoadPath(root, with(step(property.parent(), property.key())), passed);
  }

  /** On to a token that stands for many attributes of a class: {@code relationship:*}. */
  LoadPath to(Mapper parent, String token) {
    return new LoadPath(root, with(step(parent, token)), mappers);
  }

  /** The same path, ending in a class below the last one. */
  public LoadPath endingIn(Mapper mapper) {
    List<Mapper> passed = new ArrayList<>(mappers);
    passed.set(passed.size() - 1, mapper);
    return new LoadPath(root, steps, passed);
  }

  /** The token that holds for all attributes of a kind, wherever they are. */
  static LoadPath everywhere(String token) {
    return new LoadPath("", List.of(token), List.of());
  }

  private static String step(Mapper parent, String key) {
    return parent.className() + "." + key;
  }

  private List<String> with(String step) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    return longer;
  }

  /** How many attributes it passes. */
  public int depth() {
    return steps.size();
  }

  /** Where it ends. */
  public Mapper mapper() {
    return mappers.get(mappers.size() - 1);
  }

  /** Whether it passes a class before its end. */
  public boolean passes(Mapper mapper) {
    return passes(mapper, 0);
  }

  /**
   * The same of a part of it.
   *
   * @param first from which of the classes it is followed, counted from 0
   */
  boolean passes(Mapper mapper, int first) {
    return mappers.subList(first, mappers.size() - 1).contains(mapper);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LoadPath path && root.equals(path.root) && steps.equals(path.steps);
  }

  @Override
  public int hashCode() {
    return 31 * root.hashCode() + steps.hashCode();
  }
}
