package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromClause;
import dev.brine.expr.TableRef;
import dev.brine.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one class is mapped, as it is declared; see {@link MapperRegistry}. Every column of the table
 * is an attribute of its key without being declared. Names are SQLAlchemy's. Not thread-safe.
 */
public final class ClassMapping {

  @Nullable String tableKey;
  @Nullable FromClause selectable;
  @Nullable String inherits;
  @Nullable ColumnElement inheritCondition;
  boolean concrete;
  boolean declaredOnly;
  @Nullable String polymorphicAttribute;
  @Nullable ColumnElement polymorphicOn;
  @Nullable Object polymorphicIdentity;
  boolean polymorphicAbstract;
  PolymorphicLoad polymorphicLoad = PolymorphicLoad.NONE;
  @Nullable WithPolymorphic withPolymorphic;
  List<ColumnElement> primaryKey = List.of();
  @Nullable ColumnElement versionIdColumn;
  @Nullable List<String> order;
  final Set<String> excluded = new LinkedHashSet<>();
  final List<Declaration> declarations = new ArrayList<>();
  final List<HybridDeclaration> hybrids = new ArrayList<>();

  /** A hybrid by name. */
  record HybridDeclaration(String key, @Nullable ColumnElement expression) {}

  final List<ProxyDeclaration> proxies = new ArrayList<>();

  /** An association proxy by name. */
  record ProxyDeclaration(String key, String target, String attribute) {}

  ClassMapping() {}

  /** {@code __tablename__}: the table by its key in the metadata. */
  public ClassMapping table(String key) {
    tableKey = key;
    return this;
  }

  public ClassMapping table(Table table) {
    return selectable(new TableRef(table));
  }

  /** A join or a subquery in the place of a table. */
  public ClassMapping selectable(FromClause from) {
    selectable = from;
    return this;
  }

  /**
   * The class it inherits from. With a table of its own it is joined to that class' table, without
   * one it shares it.
   */
  public ClassMapping inherits(String className) {
    inherits = className.replace(':', '.');
    return this;
  }

  /** {@code inherit_condition=}; without it the foreign key tells. */
  public ClassMapping inheritCondition(ColumnElement condition) {
    inheritCondition = condition;
    return this;
  }

  /** {@code concrete=True}: its table has all columns, and is not joined. */
  public ClassMapping concrete() {
    concrete = true;
    return this;
  }

  /** {@code polymorphic_on=}: the attribute, or the key of the column, that tells the class. */
  public ClassMapping polymorphicOn(String attribute) {
    polymorphicAttribute = attribute;
    return this;
  }

  /** {@code polymorphic_on=} a column or an expression such as a CASE. */
  public ClassMapping polymorphicOn(ColumnElement expression) {
    polymorphicOn = expression;
    return this;
  }

  /** {@code polymorphic_identity=}; whole numbers are made Long. */
  public ClassMapping polymorphicIdentity(Object identity) {
    polymorphicIdentity =
        identity instanceof Integer || identity instanceof Short
            ? (Object) ((Number) identity).longValue()
            : identity;
    return this;
  }

  /** {@code polymorphic_abstract=True}: no row is of the class itself. */
  public ClassMapping polymorphicAbstract() {
    polymorphicAbstract = true;
    return this;
  }

  /** {@code polymorphic_load=}. */
  public ClassMapping polymorphicLoad(PolymorphicLoad load) {
    polymorphicLoad = load;
    return this;
  }

  /** {@code with_polymorphic=}. */
  public ClassMapping withPolymorphic(WithPolymorphic with) {
    withPolymorphic = with;
    return this;
  }

  /** {@code primary_key=}; without it the table's. */
  public ClassMapping primaryKey(ColumnElement... columns) {
    primaryKey = List.of(columns);
    return this;
  }

  /** {@code version_id_col=}. */
  public ClassMapping versionIdColumn(ColumnElement column) {
    versionIdColumn = column;
    return this;
  }

  /** {@code exclude_properties=}: keys of columns and inherited attributes it does not have. */
  public ClassMapping exclude(String... keys) {
    excluded.addAll(List.of(keys));
    return this;
  }

  /** Leaves out every column that is not declared. */
  public ClassMapping declaredOnly() {
    declaredOnly = true;
    return this;
  }

  /**
   * The attributes in their order, where it is another than SQLAlchemy's for what is declared, as
   * with attributes that Python code adds to the class afterwards.
   */
  public ClassMapping order(List<String> attributes) {
    order = List.copyOf(attributes);
    return this;
  }

  /** {@code attribute = Column("column")}: a column of the table under another name. */
  public ClassMapping column(String attribute, String column) {
    return column(attribute, column, ColumnOptions.DEFAULT);
  }

  /** A column of the table that is loaded in its own way. */
  public ClassMapping column(String attribute, String column, ColumnOptions options) {
    declarations.add(new Declaration.OfColumns(attribute, List.of(column), options));
    return this;
  }

  /** {@code attribute = deferred(Column())}. */
  public ClassMapping deferred(String attribute) {
    return column(attribute, attribute, ColumnOptions.DEFERRED);
  }

  /** {@code column_property(expression)}. */
  public ClassMapping columnProperty(String attribute, ColumnElement expression) {
    return columnProperty(attribute, List.of(expression), ColumnOptions.DEFAULT);
  }

  /**
   * {@code column_property(…)}.
   *
   * @param expressions one expression; or columns of several tables that have the same value, as
   *     the keys of joined tables do
   */
  public ClassMapping columnProperty(
      String attribute, List<? extends ColumnElement> expressions, ColumnOptions options) {
    declarations.add(new Declaration.OfExpressions(attribute, List.copyOf(expressions), options));
    return this;
  }

  /** {@code composite(ValueClass, …)}: the class by its path, and the attributes in it. */
  public ClassMapping composite(String attribute, String valueClass, String... attributes) {
    declarations.add(new Declaration.OfComposite(attribute, valueClass, List.of(attributes)));
    return this;
  }

  /** {@code synonym(target)}. */
  public ClassMapping synonym(String attribute, String target) {
    declarations.add(new Declaration.OfSynonym(attribute, target));
    return this;
  }

  /** An attribute of the base class that this class, being concrete, lacks. */
  public ClassMapping concreteInherited(String attribute) {
    declarations.add(new Declaration.OfConcreteInherited(attribute));
    return this;
  }

  /** A {@code hybrid_property} by its name. */
  public ClassMapping hybrid(String name) {
    return hybrid(name, null);
  }

  /** A {@code hybrid_property} and what it is on the class. */
  public ClassMapping hybrid(String name, @Nullable ColumnElement expression) {
    hybrids.add(new HybridDeclaration(name, expression));
    return this;
  }

  /** {@code association_proxy(target, attribute)}: an attribute of what a relationship leads to. */
  public ClassMapping associationProxy(String name, String target, String attribute) {
    proxies.add(new ProxyDeclaration(name, target, attribute));
    return this;
  }

  /** {@code relationship("target")}: joined by foreign keys. */
  public ClassMapping relationship(String attribute, String target) {
    return relationship(attribute, target, arguments -> {});
  }

  /** {@code relationship("target", …)}; the target by the path of its class. */
  public ClassMapping relationship(
      String attribute, String target, Consumer<RelationshipMapping> arguments) {
    RelationshipMapping mapping = new RelationshipMapping(target);
    arguments.accept(mapping);
    declarations.add(new Declaration.OfRelationship(attribute, mapping));
    return this;
  }

  /** The arguments of a relationship declared before; null for none of this name. */
  @Nullable RelationshipMapping relationshipMapping(String attribute) {
    for (Declaration declaration : declarations) {
      if (declaration instanceof Declaration.OfRelationship relationship
          && relationship.key().equals(attribute)) {
        return relationship.mapping();
      }
    }
    return null;
  }
}
