package dev.brine.orm.compile;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.OrmJoin;
import dev.brine.expr.OrmOptions;
import dev.brine.expr.Rewriter;
import dev.brine.expr.StatementOptions;

/** Leaves of an element only what Core knows: entities become what stands for them in FROM. */
final class Strip extends Rewriter {

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
