package dev.brine.sql;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.AliasedEntity;
import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseVisitor;
import dev.brine.expr.FromStatement;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedProperty;
import dev.brine.expr.OrmJoin;
import dev.brine.expr.Query;

/**
 * What no compiler of Core can print: the ORM rewrites it before. Notes for the ORM are passed
 * over.
 */
abstract class OrmRefusals implements ClauseVisitor<Fragment> {

  @Override
  public Fragment visitAliasedEntity(AliasedEntity entity) {
    throw refused("an alias of the mapped class " + entity.entity().className());
  }

  @Override
  public Fragment visitAnnotatedColumn(AnnotatedColumn column) {
    return column.element().accept(this);
  }

  @Override
  public Fragment visitBundle(Bundle bundle) {
    throw refused("the bundle '" + bundle.name() + "'");
  }

  @Override
  public Fragment visitFromStatement(FromStatement statement) {
    throw refused("entities from the rows of a statement");
  }

  @Override
  public Fragment visitMappedAttribute(MappedAttribute attribute) {
    throw refused(
        "the attribute '%s' of the mapped class %s"
            .formatted(attribute.key(), attribute.parent().entity().className()));
  }

  @Override
  public Fragment visitMappedClass(MappedClass mapped) {
    throw refused("the mapped class " + mapped.entity().className());
  }

  @Override
  public Fragment visitMappedProperty(MappedProperty property) {
    throw refused(
        "the property '%s' of the mapped class %s"
            .formatted(property.key(), property.parent().entity().className()));
  }

  @Override
  public Fragment visitOrmJoin(OrmJoin join) {
    return join.join().accept(this);
  }

  @Override
  public Fragment visitQuery(Query query) {
    throw refused("a Query");
  }

  private static UnsupportedConstructException refused(String what) {
    return new UnsupportedConstructException(
        "cannot compile %s as it is: it belongs to the ORM".formatted(what),
        "give a mapping: a catalogue of the Python models, or a MapperRegistry built in Java");
  }
}
