package dev.brine.mapping;

import dev.brine.error.BrineException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UsageException;
import dev.brine.expr.MappedEntity;
import dev.brine.schema.MetaData;
import dev.brine.schema.NearestName;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The mappers of an application by the paths of their Python classes. Immutable and thread-safe.
 *
 * <pre>{@code
 * MapperRegistry registry =
 *     MapperRegistry.of(metadata)
 *         .map("shop.User", user -> user
 *             .table("users")
 *             .relationship("addresses", "shop.Address", to -> to.backref("user")))
 *         .map("shop.Address", address -> address.table("addresses"))
 *         .build();
 * }</pre>
 */
public final class MapperRegistry {

  /** A registry without mappers. */
  public static final MapperRegistry EMPTY = of(MetaData.of()).build();

  private final MetaData metadata;
  private final String origin;
  private final Map<String, Mapper> mappers;

  private MapperRegistry(MetaData metadata, String origin, Map<String, Mapper> mappers) {
    this.metadata = metadata;
    this.origin = origin;
    this.mappers = Collections.unmodifiableMap(new LinkedHashMap<>(mappers));
  }

  /** Starts a registry of classes that are mapped to these tables. */
  public static Builder of(MetaData metadata) {
    return new Builder(metadata);
  }

  /**
   * Classes derived from the tables as {@code sqlalchemy.ext.automap} derives them, with its own
   * names: a class for each table that has a primary key and is no mere link between two others,
   * named like it; {@code other} and {@code other_collection} along foreign keys.
   *
   * @param module the module of the Python classes
   */
  public static MapperRegistry automap(MetaData metadata, String module) {
    return new Automap(metadata, module).build();
  }

  /** The tables that the classes are mapped to. */
  public MetaData metadata() {
    return metadata;
  }

  /** All mappers, in the order in which they were declared. */
  public Collection<Mapper> mappers() {
    return mappers.values();
  }

  /** The mapper of the class with this path; null for none. */
  public @Nullable Mapper findMapper(String className) {
    return mappers.get(className);
  }

  /**
   * The mapper of a class.
   *
   * @param className the path of the class, or its name alone where only one class has it
   * @throws UnresolvedReferenceException if there is none; the hint names the nearest
   */
  public Mapper mapper(String className) {
    Mapper mapper = findMapper(className);
    if (mapper != null) {
      return mapper;
    }
    List<Mapper> named =
        mappers.values().stream().filter(each -> each.simpleName().equals(className)).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    throw new UnresolvedReferenceException(
        "%s has no class '%s'".formatted(origin, className),
        NearestName.hint(className, mappers.keySet()));
  }

  @Override
  public String toString() {
    return origin + " of " + mappers.size() + " classes";
  }

  /** Collects the mappings of classes. Not thread-safe. */
  public static final class Builder {

    private final MetaData metadata;
    private String origin = "the mapping";
    private OrmRelease release = OrmRelease.DEFAULT;
    private final Map<String, Mapper> declared = new LinkedHashMap<>();
    private final Map<String, ClassMapping> mappings = new LinkedHashMap<>();
    private final Problems problems = new Problems();
    private final Set<String> leftOut = new HashSet<>();

    private Builder(MetaData metadata) {
      this.metadata = metadata;
    }

    /** What messages call the mapping: "the mapping" unless given. */
    public Builder origin(String name) {
      origin = name;
      return this;
    }

    /** The SQLAlchemy whose ORM it is for: 2.0 unless given. */
    public Builder release(OrmRelease ofPython) {
      release = ofPython;
      return this;
    }

    /**
     * The mapper of a class that is mapped later, for expressions that name it. It tells nothing
     * about itself until the registry is built.
     *
     * @param path {@code module.Name}, or {@code module:Outer.Name} for a class within another
     */
    public Mapper declare(String path) {
      return declared.computeIfAbsent(path.replace(':', '.'), name -> new Mapper(path));
    }

    /**
     * The same, with the columns it will have as far as they are known: what the expressions that
     * name it may ask for.
     */
    public Mapper declare(String path, List<MappedEntity.EntityColumn> columns) {
      Mapper mapper = declare(path);
      mapper.announce(columns);
      return mapper;
    }

    /**
     * Notes what whoever reads the mapping found wrong, to be told with everything else.
     *
     * @param where the class, or {@code class.attribute}, that is left out for it
     */
    public Builder problem(String where, BrineException problem) {
      problems.add(where, problem.getMessage(), problem.hint());
      leftOut.add(where.replace(':', '.'));
      return this;
    }

    /**
     * Maps a class.
     *
     * @throws UsageException if it is mapped already
     */
    public Builder map(String className, Consumer<ClassMapping> mapping) {
      ClassMapping arguments = new ClassMapping();
      mapping.accept(arguments);
      return map(className, arguments);
    }

    Builder map(String className, ClassMapping mapping) {
      if (mappings.putIfAbsent(declare(className).className(), mapping) != null) {
        throw new UsageException("the class '" + className + "' is mapped already");
      }
      return this;
    }

    /**
     * The registry.
     *
     * @throws UnresolvedReferenceException if tables, columns, classes or attributes are named that
     *     do not exist, or a join cannot be told; all of it in one message
     */
    public MapperRegistry build() {
      declared.keySet().stream()
          .filter(name -> !mappings.containsKey(name) && !leftOut.contains(name))
          .forEach(name -> problems.add(name, "it is named and not mapped", null));
      declared.values().forEach(mapper -> mapper.of(release));
      new Configuration(metadata, declared, mappings, problems, leftOut).configure();
      problems.throwIfAny(origin);
      Map<String, Mapper> ordered = new LinkedHashMap<>();
      mappings.keySet().forEach(name -> ordered.put(name, declare(name)));
      ordered.values().forEach(mapper -> mapper.in(origin));
      return new MapperRegistry(metadata, origin, ordered);
    }
  }
}
