package dev.brine.expr;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.schema.NearestName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What attributes of entities are in expressions. */
final class EntityAttributes {

  private EntityAttributes() {}

  static UnresolvedReferenceException unknown(OrmEntity parent, String key) {
    MappedEntity entity = parent.entity();
    return entity instanceof UnmappedClass
        ? new UnresolvedReferenceException(
            "the class '%s' is not mapped here".formatted(entity.className()),
            "give a mapping: a catalogue of the Python models, or a MapperRegistry built in Java")
        : new UnresolvedReferenceException(
            "'%s' has no such attribute '%s'".formatted(entity.className(), key),
            NearestName.hint(key, entity.attributeKeys()));
  }

  /**
   * What an alias is in a select list: {@code AliasedInsp._all_column_expressions} (rel_2_0_58,
   * {@code orm/util.py}).
   */
  static List<ColumnElement> columns(AliasedEntity alias) {
    MappedEntity entity = alias.entity();
    List<MappedEntity.EntityColumn> columns =
        alias.isWithPolymorphic() ? entity.columnsWith(alias.polymorphic()) : entity.columns();
    return columns.stream().map(column -> adapted(alias, column.expression())).toList();
  }

  /** The expression with the columns that an alias has in the places of the class's own. */
  static ColumnElement adapted(OrmEntity parent, ColumnElement expression) {
    if (!(parent instanceof AliasedEntity aliased)) {
      return expression;
    }
    FromClause alias = aliased.alias();
    return new Rewriter() {
      @Override
      protected @Nullable ClauseElement replacement(ClauseElement element) {
        return element instanceof ColumnRef column ? standingFor(alias, column) : null;
      }
    }.column(expression);
  }

  /** The column that stands for another; the other itself if none does. */
  private static ColumnRef standingFor(FromClause from, ColumnRef column) {
    return from.columns().stream()
        .filter(each -> Lineage.includes(each, column))
        .findFirst()
        .orElse(column);
  }
}
