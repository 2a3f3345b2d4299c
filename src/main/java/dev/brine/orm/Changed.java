package dev.brine.orm;

import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.StatementOptions;
import dev.brine.expr.TableRef;
import dev.brine.mapping.ColumnProperty;
import dev.brine.mapping.Mapper;
import dev.brine.mapping.MapperProperty;
import dev.brine.mapping.Synonym;
import dev.brine.orm.compile.OrmCompiler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What sessions ask of a statement that changes the rows of a mapped class. */
final class Changed {

  private Changed() {}

  /** The class that a statement is about; null if it is about a table. */
  static @Nullable Mapper mapper(DmlStatement<?> change) {
    StatementOptions options = change.clauses().options();
    OrmEntity subject =
        change.table() instanceof OrmEntity entity
            ? entity
            : options.orm().isOrm() ? options.orm().subject() : null;
    return subject != null && subject.entity() instanceof Mapper mapper ? mapper : null;
  }

  /** The same, which returns the keys of the rows it changed. */
  static DmlStatement<?> returningKeys(DmlStatement<?> change) {
    StatementOptions options = change.clauses().options();
    return change.withClauses(
        change
            .clauses()
            .options(
                options.withOrm(options.orm().withCompileOption(OrmCompiler.RETURNS_KEYS, true))));
  }

  /** The attribute of this name, or the one that it is another name of; null for none. */
  static @Nullable MapperProperty property(Mapper mapper, String name) {
    MapperProperty property = mapper.findProperty(name);
    return property instanceof Synonym synonym ? mapper.findProperty(synonym.target()) : property;
  }

  /** Of the columns of an attribute that of a table; null for none. */
  static @Nullable ColumnRef column(ColumnProperty property, FromClause table) {
    Set<ElementKey> own = new HashSet<>();
    table.columns().forEach(column -> own.add(ElementKey.of(column)));
    return property.columns().stream()
        .filter(ColumnRef.class::isInstance)
        .map(ColumnRef.class::cast)
        .filter(column -> own.contains(ElementKey.of(column)))
        .findFirst()
        .orElse(null);
  }

  /** The primary key of the table that a statement about a class changes. */
  static List<ColumnRef> ownKey(Mapper mapper) {
    FromClause table = mapper.localTable();
    return mapper.primaryKey().stream()
        .map(mapper::propertyOf)
        .filter(Objects::nonNull)
        .map(property -> column(property, table))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The tables of a class, that of the class above all others first: those it is inserted into. */
  static List<TableRef> tables(Mapper mapper) {
    List<TableRef> tables = new ArrayList<>();
    for (Mapper each : mapper.toRoot()) {
      if (each.localTable() instanceof TableRef table && !tables.contains(table)) {
        tables.add(0, table);
      }
      if (each.isConcrete()) {
        break;
      }
    }
    return tables;
  }

  /** Without notes for the ORM. */
  static ColumnElement bare(ColumnElement element) {
    return element instanceof AnnotatedColumn annotated ? bare(annotated.element()) : element;
  }
}
