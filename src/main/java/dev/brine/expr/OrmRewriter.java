package dev.brine.expr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rewrites what only the ORM knows; see {@link Rewriter}. */
abstract sealed class OrmRewriter extends FromRewriter permits Rewriter {

  @Override
  public ClauseElement visitMappedClass(MappedClass mapped) {
    return mapped;
  }

  @Override
  public ClauseElement visitAliasedEntity(AliasedEntity entity) {
    FromClause alias = from(entity.alias());
    ColumnElement discriminator = columnOrNull(entity.discriminator());
    AliasedEntity base =
        entity.base() == null ? null : sameKind(AliasedEntity.class, entity.base());
    return isSame(alias, entity.alias())
            && isSame(discriminator, entity.discriminator())
            && isSame(base, entity.base())
        ? entity
        : new AliasedEntity(
            entity.entity(),
            alias,
            entity.name(),
            entity.polymorphic(),
            discriminator,
            entity.adaptsOnNames(),
            entity.isOuterJoin(),
            entity.nestsAdapters(),
            entity.usesMapperPath(),
            base);
  }

  private OrmEntity entity(OrmEntity entity) {
    return sameKind(OrmEntity.class, entity);
  }

  private @Nullable OrmEntity entityOrNull(@Nullable OrmEntity entity) {
    return entity == null ? null : entity(entity);
  }

  @Override
  public ClauseElement visitMappedAttribute(MappedAttribute attribute) {
    OrmEntity parent = entity(attribute.parent());
    OrmEntity ofType = entityOrNull(attribute.ofType());
    List<ColumnElement> criteria = columns(attribute.extraCriteria());
    return isSame(parent, attribute.parent())
            && isSame(ofType, attribute.ofType())
            && isSame(criteria, attribute.extraCriteria())
        ? attribute
        : new MappedAttribute(parent, attribute.key(), ofType, criteria);
  }

  @Override
  public ClauseElement visitMappedProperty(MappedProperty property) {
    return property;
  }

  /** {@inheritDoc} What is marked as fixed is left alone, as in SQLAlchemy. */
  @Override
  public ClauseElement visitAnnotatedColumn(AnnotatedColumn column) {
    OrmAnnotations notes = column.annotations();
    if (notes.isFixed()) {
      return column;
    }
    ColumnElement element = column(column.element());
    OrmEntity parent = entityOrNull(notes.parentEntity());
    ColumnElement negation = columnOrNull(notes.negation());
    return isSame(element, column.element())
            && isSame(parent, notes.parentEntity())
            && isSame(negation, notes.negation())
        ? column
        : new AnnotatedColumn(
            element,
            new OrmAnnotations(
                parent, notes.proxyKey(), notes.isAdaptable(), notes.isFixed(), negation));
  }

  @Override
  public ClauseElement visitBundle(Bundle bundle) {
    List<ClauseElement> expressions = each(bundle.expressions(), this::rewrite);
    MappedAttribute composite =
        bundle.composite() == null ? null : sameKind(MappedAttribute.class, bundle.composite());
    return isSame(expressions, bundle.expressions()) && isSame(composite, bundle.composite())
        ? bundle
        : new Bundle(bundle.name(), expressions, bundle.isSingleEntity(), composite);
  }

  @Override
  public ClauseElement visitOrmJoin(OrmJoin join) {
    Join changed = sameKind(Join.class, join.join());
    OrmEntity parent = entityOrNull(join.parentEntity());
    return isSame(changed, join.join()) && isSame(parent, join.parentEntity())
        ? join
        : new OrmJoin(changed, parent);
  }

  @Override
  public ClauseElement visitQuery(Query query) {
    Select clauses = sameKind(Select.class, query.clauses());
    Statement statement = query.statement() == null ? null : statement(query.statement());
    return isSame(clauses, query.clauses()) && isSame(statement, query.statement())
        ? query
        : new Query(clauses, statement, query.params(), query.session(), query.isChecked());
  }

  @Override
  public ClauseElement visitFromStatement(FromStatement statement) {
    List<ClauseElement> columns = each(statement.columns(), this::rewrite);
    Statement element = statement(statement.element());
    StatementOptions options = options(statement.options());
    return isSame(columns, statement.columns())
            && isSame(element, statement.element())
            && isSame(options, statement.options())
        ? statement
        : new FromStatement(columns, element, statement.adaptsOnNames(), options);
  }

  /** What a statement carries beside its clauses. */
  protected abstract StatementOptions options(StatementOptions options);

  final SetupJoin setupJoin(SetupJoin join) {
    ClauseElement target = rewrite(join.target());
    ColumnElement onclause = columnOrNull(join.onclause());
    FromClause left = fromOrNull(join.left());
    return isSame(target, join.target())
            && isSame(onclause, join.onclause())
            && isSame(left, join.left())
        ? join
        : new SetupJoin(target, onclause, left, join.isOuter(), join.isFull());
  }

  final OrmOptions orm(OrmOptions orm) {
    OrmEntity subject = entityOrNull(orm.subject());
    List<ExecutableOption> options = each(orm.loaderOptions(), this::loaderOption);
    List<OrmOptions.MemoizedEntities> memoized = each(orm.memoized(), this::memoized);
    return isSame(subject, orm.subject())
            && isSame(options, orm.loaderOptions())
            && isSame(memoized, orm.memoized())
        ? orm
        : new OrmOptions(
            orm.isOrm(), subject, options, orm.compileOptions(), orm.loadOptions(), memoized);
  }

  private OrmOptions.MemoizedEntities memoized(OrmOptions.MemoizedEntities entities) {
    List<ClauseElement> columns = each(entities.columns(), this::rewrite);
    List<SetupJoin> joins = each(entities.setupJoins(), this::setupJoin);
    List<ExecutableOption> options = each(entities.loaderOptions(), this::loaderOption);
    return isSame(columns, entities.columns())
            && isSame(joins, entities.setupJoins())
            && isSame(options, entities.loaderOptions())
        ? entities
        : new OrmOptions.MemoizedEntities(columns, joins, options);
  }

  private ExecutableOption loaderOption(ExecutableOption option) {
    if (option instanceof Load load) {
      return load(load);
    }
    return option instanceof LoaderCriteria criteria ? criteria(criteria) : option;
  }

  private Load load(Load load) {
    List<LoadElement> elements = each(load.elements(), this::loadElement);
    List<OrmEntity> sources = each(load.additionalSources(), this::entity);
    return isSame(elements, load.elements()) && isSame(sources, load.additionalSources())
        ? load
        : new Load(load.path(), elements, load.propagates(), sources);
  }

  private LoaderCriteria criteria(LoaderCriteria option) {
    ColumnElement criteria = columnOrNull(option.criteria());
    return isSame(criteria, option.criteria())
        ? option
        : new LoaderCriteria(
            option.entity(),
            criteria,
            option.function(),
            option.includesAliases(),
            option.propagates());
  }

  private LoadElement loadElement(LoadElement element) {
    Map<String, @Nullable Object> options = new LinkedHashMap<>();
    element.options().forEach((key, value) -> options.put(key, valueOrElement(value)));
    List<ColumnElement> criteria = columns(element.extraCriteria());
    boolean isSame =
        isSame(criteria, element.extraCriteria())
            && options.entrySet().stream()
                .allMatch(each -> isSame(each.getValue(), element.options().get(each.getKey())));
    return isSame
        ? element
        : new LoadElement(
            element.kind(),
            element.path(),
            element.strategy(),
            options,
            criteria,
            element.propagates(),
            element.reconcileToOther(),
            element.ofType(),
            element.polymorphicPath());
  }
}
