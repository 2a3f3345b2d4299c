package dev.brine.mapping;

import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.schema.MetaData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Configures one mapper: {@code Mapper.__init__} of rel_2_0_58, {@code orm/mapper.py}. Its tables
 * and columns first; its relationships are worked out by {@link Configuration} once all have these.
 */
final class MapperConfiguration {

  private final Mapper mapper;
  private final ClassMapping mapping;
  private final @Nullable MapperConfiguration base;
  private final MetaData metadata;
  private final Problems problems;
  private Map<String, Attribute> attributes = new LinkedHashMap<>();
  private @Nullable ColumnElement polymorphicOn;
  private List<ColumnElement> primaryKey = List.of();

  MapperConfiguration(
      Mapper mapper,
      ClassMapping mapping,
      @Nullable MapperConfiguration base,
      MetaData metadata,
      Problems problems) {
    this.mapper = mapper;
    this.mapping = mapping;
    this.base = base;
    this.metadata = metadata;
    this.problems = problems;
  }

  Mapper mapper() {
    return mapper;
  }

  void configure() {
    mapper.place(
        new TableConfiguration(mapping, base == null ? null : base.mapper, metadata).tables());
    Object identity = mapping.polymorphicIdentity;
    if (identity != null) {
      mapper.tables().register(identity, mapper);
    }
    AttributeConfiguration configuration =
        new AttributeConfiguration(
            mapper, mapping, base == null ? Map.of() : base.attributes, problems);
    configuration.configure();
    attributes = configuration.attributes();
    polymorphicOn = configuration.discriminator(base == null ? null : base.polymorphicOn);
    primaryKey =
        new PrimaryKeys(mapper, mapping, base == null ? List.of() : base.primaryKey).find();
  }

  /** The relationships that the class itself declares. */
  List<Attribute> relationships() {
    return attributes.values().stream()
        .filter(each -> each.parent() == mapper && each.relationship() != null)
        .toList();
  }

  /** Adds what leads back from another class to a class, this one or one it inherits from. */
  void add(Attribute attribute, Mapper owner) {
    Attribute existing = attributes.get(attribute.key());
    if (existing == null) {
      boolean isLost = mapping.concrete && owner != mapper;
      attributes.put(
          attribute.key(),
          isLost ? Attribute.of(new ConcreteInherited(attribute.key(), mapper)) : attribute);
    } else if (owner == mapper) {
      throw new UsageException(
          "the attribute '%s' that leads back is on '%s' already"
              .formatted(attribute.key(), mapper.className()),
          "use back_populates where both sides are declared");
    }
  }

  void complete() {
    List<MapperProperty> properties = new ArrayList<>();
    for (Attribute attribute : ordered()) {
      if (attribute.property() != null) {
        properties.add(attribute.property());
      }
    }
    mapper.complete(
        new MapperProperties(
            properties, hybrids(), proxies(), primaryKey, polymorphicOn, versionIdColumn()));
  }

  private List<Attribute> ordered() {
    if (mapping.order == null) {
      return List.copyOf(attributes.values());
    }
    List<Attribute> ordered = new ArrayList<>();
    for (String key : mapping.order) {
      Attribute attribute = attributes.get(key);
      if (attribute == null) {
        throw new UsageException("its order names '%s', which is no attribute".formatted(key));
      }
      ordered.add(attribute);
    }
    if (ordered.size() < attributes.size()) {
      List<String> left = new ArrayList<>(attributes.keySet());
      left.removeAll(mapping.order);
      throw new UsageException("its order lacks " + left);
    }
    return ordered;
  }

  private List<Hybrid> hybrids() {
    Map<String, Hybrid> hybrids = new LinkedHashMap<>();
    if (base != null) {
      base.hybrids().forEach(each -> hybrids.put(each.key(), each));
    }
    mapping.hybrids.forEach(
        each -> hybrids.put(each.key(), new Hybrid(each.key(), mapper, each.expression())));
    return List.copyOf(hybrids.values());
  }

  private List<AssociationProxy> proxies() {
    Map<String, AssociationProxy> proxies = new LinkedHashMap<>();
    if (base != null) {
      base.proxies().forEach(each -> proxies.put(each.key(), each));
    }
    mapping.proxies.forEach(
        each ->
            proxies.put(
                each.key(),
                new AssociationProxy(each.key(), mapper, each.target(), each.attribute())));
    return List.copyOf(proxies.values());
  }

  private @Nullable ColumnElement versionIdColumn() {
    if (mapping.versionIdColumn != null) {
      return mapping.versionIdColumn;
    }
    return base == null ? null : base.versionIdColumn();
  }
}
