package dev.brine.mapping;

import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ForeignKeyJoins;
import dev.brine.expr.FromClause;
import dev.brine.expr.TableRef;
import dev.brine.schema.MetaData;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the tables of a mapper: {@code Mapper._configure_inheritance} of rel_2_0_58. */
final class TableConfiguration {

  private final ClassMapping mapping;
  private final MetaData metadata;
  private final @Nullable Mapper base;

  TableConfiguration(ClassMapping mapping, @Nullable Mapper base, MetaData metadata) {
    this.mapping = mapping;
    this.base = base;
    this.metadata = metadata;
  }

  MapperTables tables() {
    Polymorphism polymorphism =
        new Polymorphism(
            mapping.polymorphicIdentity,
            mapping.polymorphicAbstract,
            mapping.polymorphicLoad,
            mapping.withPolymorphic);
    FromClause own = ownTable();
    if (base == null) {
      if (own == null) {
        throw new UsageException("it has no table", "give it one, or a class to inherit from");
      }
      return new MapperTables(
          own, own, null, false, mapping.concrete, null, polymorphism, new LinkedHashMap<>());
    }
    boolean isSingle =
        !mapping.concrete && (own == null || own.identity() == base.localTable().identity());
    FromClause local = own == null ? base.localTable() : own;
    ColumnElement condition = isSingle || mapping.concrete ? null : condition(base, local);
    return new MapperTables(
        local,
        isSingle ? base.mappedTable() : joined(base, local, condition),
        base,
        isSingle,
        mapping.concrete,
        condition,
        polymorphism,
        base.tables().polymorphicMap());
  }

  private static FromClause joined(
      Mapper base, FromClause local, @Nullable ColumnElement condition) {
    return condition == null ? local : base.mappedTable().join(local, condition);
  }

  private @Nullable FromClause ownTable() {
    return mapping.tableKey == null
        ? mapping.selectable
        : new TableRef(metadata.table(mapping.tableKey));
  }

  private ColumnElement condition(Mapper above, FromClause local) {
    if (mapping.inheritCondition != null) {
      return mapping.inheritCondition;
    }
    try {
      return ForeignKeyJoins.condition(above.localTable(), above.localTable(), local, List.of());
    } catch (UsageException e) {
      throw new UsageException(
          "its table %s cannot be joined to that of '%s', which it inherits from: %s"
              .formatted(Selectables.describe(local), above.className(), e.getMessage()),
          "give an inherit_condition, or make it concrete");
    }
  }
}
