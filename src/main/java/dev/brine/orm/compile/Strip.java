package dev.brine.orm.compile;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.OrmJoin;
import dev.brine.expr.OrmOptions;
import dev.brine.expr.Rewriter;
import dev.brine.expr.StatementOptions;
import dev.brine.mapping.Mapper;
import dev.brine.sql.ClauseAdapter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves of an element only what Core knows: entities become what stands for them in FROM. */
final class Strip extends Rewriter {

  private final Nested mapped;
  private final Map<Mapper, ColumnElement> singleCriteria = new HashMap<>();
  private final Map<ElementKey, ColumnElement> singleCriteriaOfAliases = new HashMap<>();
  private final Map<ElementKey, EntityAdapter> adapters = new HashMap<>();

  private final Map<ElementKey, List<ColumnRef>> offered = new HashMap<>();

  Strip(Criteria criteria) {
    mapped = Nested.ofMapping(criteria, this);
  }

  /** An expression of a mapping, the same each time. */
  ColumnElement mapped(ColumnElement expression) {
    return expression instanceof ColumnRef ? expression : column(mapped.column(expression));
  }

  /** What adapts columns to an alias, the same each time, so that labels it makes up are too. */
  EntityAdapter adapter(AliasedEntity entity) {
    return adapters.computeIfAbsent(
        ElementKey.of(entity),
        key -> new EntityAdapter(Entities.adapter(entity, offered(entity.alias())), entity));
  }

  /** Notes which of its columns a subquery of the ORM offers. */
  void offer(FromClause from, List<ColumnRef> columns) {
    offered.put(ElementKey.of(from), columns);
  }

  /** The columns that something to select from offers. */
  List<ColumnRef> offered(FromClause from) {
    List<ColumnRef> some = offered.get(ElementKey.of(from));
    return some == null ? from.columns() : some;
  }

  /** The condition of a class that shares its table, the same each time; null for none. */
  @Nullable ColumnElement singleCriterion(Mapper mapper) {
    if (mapper.release().renewsIdentities()) {
      return mapper.singleTableCriterion();
    }
    ColumnElement known = singleCriteria.get(mapper);
    if (known == null) {
      known = mapper.singleTableCriterion();
      if (known != null) {
        singleCriteria.put(mapper, known);
      }
    }
    return known;
  }

  /** The same for an alias, in all statements that select from it. */
  ColumnElement adapted(ColumnElement single, OrmEntity alias, ClauseAdapter adapter) {
    return Entities.mapper(alias).release().renewsIdentities()
        ? adapter.adapt(single)
        : singleCriteriaOfAliases.computeIfAbsent(
            ElementKey.of(alias), key -> adapter.adapt(single));
  }

  @Override
  public ClauseElement visitMappedClass(MappedClass mapped) {
    return rewrite(Entities.selectable(mapped));
  }

  @Override
  public ClauseElement visitAliasedEntity(AliasedEntity entity) {
    return rewrite(entity.alias());
  }

  @Override
  public ClauseElement visitAnnotatedColumn(AnnotatedColumn column) {
    return rewrite(column.element());
  }

  /** {@inheritDoc} Those that hold values are their columns already. */
  @Override
  public ClauseElement visitMappedAttribute(MappedAttribute attribute) {
    return rewrite(Attributes.condition(attribute));
  }

  @Override
  public ClauseElement visitOrmJoin(OrmJoin join) {
    return rewrite(join.join());
  }

  @Override
  public ClauseElement visitBundle(Bundle bundle) {
    return ClauseList.comma(
        bundle.expressions().stream().map(each -> column((ColumnElement) each)).toList());
  }

  @Override
  protected StatementOptions options(StatementOptions options) {
    return super.options(
        options.orm().equals(OrmOptions.NONE) ? options : options.withOrm(OrmOptions.NONE));
  }
}
