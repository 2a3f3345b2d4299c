package dev.brine.mapping;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.schema.MetaData;
import dev.brine.schema.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Configures all mappers of a registry, in SQLAlchemy's order: first the tables and columns of each
 * class, a base before what inherits from it; then the relationships, each with the one that leads
 * back.
 */
final class Configuration {

  private final MetaData metadata;
  private final Map<String, Mapper> mappers;
  private final Map<String, ClassMapping> mappings;
  private final Problems problems;
  private final Map<String, MapperConfiguration> done = new LinkedHashMap<>();
  private final Set<String> tried = new LinkedHashSet<>();

  /** Classes and attributes that were told already, and are not to be missed again. */
  private final Set<String> lost;

  Configuration(
      MetaData metadata,
      Map<String, Mapper> mappers,
      Map<String, ClassMapping> mappings,
      Problems problems,
      Set<String> leftOut) {
    this.metadata = metadata;
    this.mappers = mappers;
    this.mappings = mappings;
    this.problems = problems;
    this.lost = new LinkedHashSet<>(leftOut);
  }

  void configure() {
    mappings.keySet().forEach(this::place);
    for (MapperConfiguration each : List.copyOf(done.values())) {
      each.relationships().forEach(attribute -> resolve(each, attribute));
    }
    List<Mapper> complete = new ArrayList<>();
    for (MapperConfiguration each : done.values()) {
      if (problems.gather(each.mapper().className(), each::complete)) {
        complete.add(each.mapper());
      }
    }
    // What leads to a class at fault would be told as a second fault.
    if (complete.size() == mappings.size()) {
      complete.forEach(each -> new References(each, lost, problems).check());
    }
  }

  private void place(String className) {
    ClassMapping mapping = mappings.get(className);
    Mapper mapper = mappers.get(className);
    if (mapping == null || mapper == null || !tried.add(className)) {
      return;
    }
    if (mapping.inherits != null) {
      place(mapping.inherits);
    }
    problems.gather(
        className,
        () -> {
          MapperConfiguration base = base(mapping.inherits);
          if (mapping.inherits == null || base != null) {
            MapperConfiguration configuration =
                new MapperConfiguration(mapper, mapping, base, metadata, problems);
            configuration.configure();
            done.put(className, configuration);
          }
        });
  }

  /** Null for no base, or one that is at fault itself. */
  private @Nullable MapperConfiguration base(@Nullable String inherits) {
    if (inherits != null && !mappings.containsKey(inherits) && !lost.contains(inherits)) {
      throw unknownClass("it inherits from", inherits);
    }
    return inherits == null ? null : done.get(inherits);
  }

  private UnresolvedReferenceException unknownClass(String what, String className) {
    return new UnresolvedReferenceException(
        "%s '%s', which is not mapped".formatted(what, className),
        NearestName.hint(className, mappings.keySet()));
  }

  private void resolve(MapperConfiguration configuration, Attribute attribute) {
    RelationshipMapping mapping = attribute.relationship();
    if (mapping == null || attribute.property() != null) {
      return;
    }
    String where = configuration.mapper().className() + "." + attribute.key();
    MapperConfiguration target = done.get(mapping.target());
    boolean isDone =
        problems.gather(
            where,
            () -> {
              if (!mappings.containsKey(mapping.target()) && !lost.contains(mapping.target())) {
                throw unknownClass("it leads to", mapping.target());
              }
              if (target != null) {
                resolve(configuration, attribute, mapping, target);
              }
            });
    if (!isDone) {
      lost.add(where);
    }
  }

  private void resolve(
      MapperConfiguration configuration,
      Attribute attribute,
      RelationshipMapping mapping,
      MapperConfiguration target) {
    RelationshipResolver resolver = new RelationshipResolver(metadata);
    Relationship relationship =
        resolver.resolve(attribute.key(), configuration.mapper(), target.mapper(), mapping);
    attribute.resolve(relationship);
    RelationshipMapping.Backref backref = mapping.backref();
    if (backref != null) {
      Attribute back = resolver.back(relationship, mapping, backref);
      addBelow(target, back);
      resolve(target, back);
    }
  }

  /** To the class and those that inherit from it. */
  private void addBelow(MapperConfiguration target, Attribute attribute) {
    List<Mapper> family = new ArrayList<>(target.mapper().selfAndDescendants());
    for (MapperConfiguration each : done.values()) {
      if (family.contains(each.mapper())) {
        each.add(attribute, target.mapper());
      }
    }
  }
}
