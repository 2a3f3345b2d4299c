package dev.brine.mapping;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.schema.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a Python class is mapped: SQLAlchemy's {@code Mapper}, configured. Compared by identity; a
 * {@link MapperRegistry} has one for each class. Immutable and thread-safe once the registry is
 * built; before that it can be named in expressions, and tells nothing.
 */
public final class Mapper implements MappedEntity {

  private final String module;
  private final String qualifiedName;
  private @Nullable MapperTables tables;
  private @Nullable MapperProperties properties;
  private List<Mapper> inheriting = List.of();
  private @Nullable List<EntityColumn> announced;
  private OrmRelease release = OrmRelease.DEFAULT;
  private @Nullable String origin;

  /**
   * @param path {@code module.Name}, or {@code module:Outer.Name} for a class within another
   */
  Mapper(String path) {
    int colon = path.indexOf(':');
    int split = colon < 0 ? path.lastIndexOf('.') : colon;
    this.module = path.substring(0, Math.max(0, split));
    this.qualifiedName = path.substring(split + 1);
  }

  void announce(List<EntityColumn> columns) {
    announced = List.copyOf(columns);
  }

  void of(OrmRelease found) {
    release = found;
  }

  /** What messages call the mapping that it is in, once that is built. */
  void in(String mapping) {
    origin = mapping;
  }

  void place(MapperTables found) {
    tables = found;
    if (found.inherits() != null) {
      found.inherits().addInheriting(this);
    }
  }

  private void addInheriting(Mapper mapper) {
    inheriting = Stream.concat(inheriting.stream(), Stream.of(mapper)).toList();
  }

  void complete(MapperProperties found) {
    properties = found;
  }

  @Override
  public boolean isMapped() {
    return tables != null;
  }

  /** The SQLAlchemy whose ORM the mapping is for. */
  public OrmRelease release() {
    return release;
  }

  MapperTables tables() {
    if (tables == null) {
      throw notBuilt();
    }
    return tables;
  }

  private MapperProperties properties() {
    if (properties == null) {
      throw notBuilt();
    }
    return properties;
  }

  private UsageException notBuilt() {
    return new UsageException(
        "the mapper of '" + className() + "' is not built yet", "build its registry first");
  }

  @Override
  public String className() {
    return module + "." + qualifiedName;
  }

  @Override
  public String module() {
    return module;
  }

  @Override
  public String qualifiedName() {
    return qualifiedName;
  }

  /** The class' own table; that of the class it inherits from where it has none. */
  public FromClause localTable() {
    return tables().localTable();
  }

  /**
   * The table with those of the classes it inherits from, as a join: {@code persist_selectable} or
   * {@code mapped_table}.
   */
  public FromClause mappedTable() {
    return tables().mappedTable();
  }

  @Override
  public FromClause selectable() {
    return tables().polymorphicSelectable(this);
  }

  /** The mapper of the class it inherits from; null for none. */
  public @Nullable Mapper inherits() {
    return tables().inherits();
  }

  /** The mappers that inherit from this one directly, in the order in which they were mapped. */
  public List<Mapper> inheriting() {
    return inheriting;
  }

  /** The mapper at the root of the inheritance; this one if it inherits from none. */
  public Mapper baseMapper() {
    Mapper above = inherits();
    return above == null ? this : above.baseMapper();
  }

  /** This one, and those it inherits from, the nearest first: {@code iterate_to_root}. */
  public List<Mapper> toRoot() {
    List<Mapper> line = new ArrayList<>();
    for (Mapper each = this; each != null; each = each.inherits()) {
      line.add(each);
    }
    return line;
  }

  /** This one and all that inherit from it, level by level: {@code self_and_descendants}. */
  public List<Mapper> selfAndDescendants() {
    List<Mapper> all = new ArrayList<>(List.of(this));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(all.get(i).inheriting);
    }
    return all;
  }

  /** Whether this is a mapper or inherits from it. */
  public boolean isa(Mapper other) {
    return toRoot().contains(other);
  }

  /** Whether it shares the table of the class it inherits from. */
  public boolean isSingle() {
    return tables().isSingle();
  }

  /** Whether it inherits attributes, and has a table of its own for all of them. */
  public boolean isConcrete() {
    return tables().isConcrete();
  }

  /** Whether no row is of this very class: {@code polymorphic_abstract}. */
  public boolean isPolymorphicAbstract() {
    return tables().polymorphism().isAbstract();
  }

  /** What joins its table to that of the class it inherits from; null where there is no join. */
  public @Nullable ColumnElement inheritCondition() {
    return tables().inheritCondition();
  }

  /**
   * What tells the class of a row: a column of {@link #mappedTable}, or an expression; null for
   * none.
   */
  public @Nullable ColumnElement polymorphicOn() {
    return properties().polymorphicOn();
  }

  /**
   * The value of {@link #polymorphicOn} for rows of this class: a String, a Long, or whatever value
   * a dump can hold; null for none.
   */
  public @Nullable Object polymorphicIdentity() {
    return tables().polymorphism().identity();
  }

  /** The mapper for each value of {@link #polymorphicOn}, of the whole inheritance. */
  public Map<Object, Mapper> polymorphicMap() {
    return tables().byIdentity();
  }

  public @Nullable WithPolymorphic withPolymorphic() {
    return tables().withPolymorphic(this);
  }

  public PolymorphicLoad polymorphicLoad() {
    return tables().polymorphism().load();
  }

  /**
   * The mappers that are selected along with this one, itself among them; empty if {@link
   * #withPolymorphic} is null. {@code with_polymorphic_mappers}.
   */
  public List<Mapper> withPolymorphicMappers() {
    WithPolymorphic with = withPolymorphic();
    return with == null ? List.of() : polymorphicMappers(with);
  }

  /** The mappers that a {@code with_polymorphic} of this class means, in order. */
  public List<Mapper> polymorphicMappers(WithPolymorphic with) {
    return tables().polymorphicMappers(this, with);
  }

  /**
   * What is selected from for a {@code with_polymorphic} of this class: outer joins, unless it
   * brings a selectable of its own.
   *
   * @param innerjoin whether to write inner joins
   */
  public FromClause polymorphicSelectable(WithPolymorphic with, boolean innerjoin) {
    return tables().polymorphicSelectable(this, with, innerjoin);
  }

  /** The columns that tell the rows apart: {@code Mapper.primary_key}. */
  public List<ColumnElement> primaryKey() {
    return properties().primaryKey();
  }

  /** The column that counts the versions of a row; null for none. */
  public @Nullable ColumnElement versionIdColumn() {
    return properties().versionIdColumn();
  }

  /**
   * The attributes in SQLAlchemy's order, hybrids and association proxies not among them: {@code
   * Mapper.attrs}.
   */
  public List<MapperProperty> attrs() {
    return properties().attrs();
  }

  /** The attributes that hold a value, in the order of {@link #attrs}. */
  public List<ColumnProperty> columnAttrs() {
    return of(ColumnProperty.class);
  }

  /** The attributes that lead to entities, in the order of {@link #attrs}. */
  public List<Relationship> relationships() {
    return of(Relationship.class);
  }

  public List<Composite> composites() {
    return of(Composite.class);
  }

  public List<Synonym> synonyms() {
    return of(Synonym.class);
  }

  private <P extends MapperProperty> List<P> of(Class<P> kind) {
    return attrs().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The hybrids of the class and those it inherits. */
  public List<Hybrid> hybrids() {
    return properties().hybrids();
  }

  /** The association proxies of the class and those it inherits. */
  public List<AssociationProxy> associationProxies() {
    return properties().proxies();
  }

  /** The attribute, hybrid or association proxy of this name; null for none. */
  public @Nullable MapperProperty findProperty(String key) {
    return properties().find(key);
  }

  /**
   * The attribute, hybrid or association proxy of this name.
   *
   * @throws UnresolvedReferenceException if there is none; the hint names the nearest
   */
  public MapperProperty property(String key) {
    MapperProperty property = findProperty(key);
    if (property == null) {
      throw missing("mapped attribute", key, properties().names());
    }
    return property;
  }

  /**
   * The relationship of this name.
   *
   * @throws UnresolvedReferenceException if there is none; the hint names the nearest
   */
  public Relationship relationship(String key) {
    if (findProperty(key) instanceof Relationship relationship) {
      return relationship;
    }
    throw missing("relationship", key, relationships().stream().map(Relationship::key).toList());
  }

  private UnresolvedReferenceException missing(
      String what, String key, Collection<String> existing) {
    String where = origin == null ? "" : " in " + origin;
    return new UnresolvedReferenceException(
        "the class '%s' has no %s '%s'%s".formatted(className(), what, key, where),
        NearestName.hint(key, existing));
  }

  /** The attribute that holds this column: {@code get_property_by_column}; null for none. */
  public @Nullable ColumnProperty propertyOf(ColumnElement column) {
    return properties().propertyOf(column);
  }

  @Override
  public List<EntityColumn> columns() {
    return properties == null && announced != null ? announced : columns(withPolymorphicMappers());
  }

  @Override
  public List<EntityColumn> columnsWith(List<MappedEntity> below) {
    return columns(
        below.stream().filter(Mapper.class::isInstance).map(Mapper.class::cast).toList());
  }

  /** {@inheritDoc} {@code Mapper._all_column_expressions}. */
  @Override
  public List<ColumnElement> selectedColumns() {
    return properties == null && announced != null
        ? MappedEntity.super.selectedColumns()
        : polymorphicProperties(withPolymorphicMappers()).stream()
            .filter(ColumnProperty.class::isInstance)
            .map(ColumnProperty.class::cast)
            .filter(ColumnProperty::isSelectedFrom)
            .flatMap(property -> release().selected(property.columns()).stream())
            .toList();
  }

  /** The columns if these mappers are selected along: {@code _columns_plus_keys}. */
  public List<EntityColumn> columns(List<Mapper> polymorphicMappers) {
    return polymorphicProperties(polymorphicMappers).stream()
        .filter(ColumnProperty.class::isInstance)
        .map(ColumnProperty.class::cast)
        .map(property -> new EntityColumn(property.key(), property.expression()))
        .toList();
  }

  /**
   * The attributes that are selected with these mappers along, each once: {@code
   * _iterate_polymorphic_properties}. What tells the class of a row is among them only if it is
   * this mapper's.
   */
  public List<MapperProperty> polymorphicProperties(List<Mapper> polymorphicMappers) {
    if (polymorphicMappers.isEmpty()) {
      return attrs();
    }
    return Stream.concat(Stream.of(this), polymorphicMappers.stream())
        .flatMap(mapper -> mapper.attrs().stream())
        .distinct()
        .filter(property -> !isForeignDiscriminator(property))
        .toList();
  }

  private boolean isForeignDiscriminator(MapperProperty property) {
    return property instanceof ColumnProperty column
        && isSame(column.expression(), column.parent().polymorphicOn())
        && !isSame(column.expression(), polymorphicOn());
  }

  private static boolean isSame(ColumnElement one, @Nullable ColumnElement other) {
    return other != null && ElementKey.of(one).equals(ElementKey.of(other));
  }

  /**
   * For each column what the joins of the inheritance say it is equal to, anywhere in it: {@code
   * _equivalent_columns}.
   */
  public Map<ColumnElement, Set<ColumnElement>> equivalentColumns() {
    return MapperTables.equivalentColumns(baseMapper());
  }

  @Override
  public @Nullable ColumnElement expression(String key) {
    return findProperty(key) instanceof ColumnProperty column ? column.expression() : null;
  }

  @Override
  public @Nullable ColumnElement attribute(String key) {
    MapperProperty property = findProperty(key);
    if (property instanceof Synonym synonym) {
      return attribute(synonym.target());
    }
    return property instanceof Hybrid hybrid ? hybrid.expression() : expression(key);
  }

  @Override
  public @Nullable Mapper target(String key) {
    return findProperty(key) instanceof Relationship relationship ? relationship.target() : null;
  }

  @Override
  public @Nullable ColumnElement discriminator() {
    return polymorphicOn();
  }

  @Override
  public List<String> attributeKeys() {
    return attrs().stream().map(MapperProperty::key).toList();
  }

  /** The class as something to select from. */
  public MappedClass entity() {
    return new MappedClass(this);
  }

  /**
   * What rows of the shared table are of this class or one below: {@code kind IN ('dog')}; null
   * unless it shares the table of the class it inherits from. {@code _single_table_criterion}.
   */
  public @Nullable ColumnElement singleTableCriterion() {
    ColumnElement on = polymorphicOn();
    return isSingle() && inherits() != null && on != null
        ? on.in(
            selfAndDescendants().stream()
                .filter(mapper -> !mapper.isPolymorphicAbstract())
                .map(Mapper::polymorphicIdentity)
                .toList())
        : null;
  }

  @Override
  public String toString() {
    return tables == null ? className() : className() + "(" + tables.description() + ")";
  }
}
