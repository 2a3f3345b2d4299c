package dev.brine.mapping;

import dev.brine.error.UsageException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ForeignKeyJoins;
import dev.brine.expr.FromClause;
import dev.brine.expr.Join;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import java.util.ArrayList;
import java.util.List;

/** Finds the columns that tell the rows of a mapper apart: {@code Mapper._configure_pks}. */
final class PrimaryKeys {

  private final Mapper mapper;
  private final ClassMapping mapping;
  private final List<ColumnElement> inherited;

  PrimaryKeys(Mapper mapper, ClassMapping mapping, List<ColumnElement> inherited) {
    this.mapper = mapper;
    this.mapping = mapping;
    this.inherited = inherited;
  }

  List<ColumnElement> find() {
    if (!mapping.primaryKey.isEmpty()) {
      return mapping.primaryKey.stream().map(this::mapped).toList();
    }
    if (mapper.inherits() != null && !mapper.isConcrete()) {
      return inherited;
    }
    List<ColumnElement> all = ofTables(mapper.mappedTable());
    List<ColumnElement> key = all.stream().filter(each -> !refersToOther(each, all)).toList();
    if (key.isEmpty()) {
      throw new UsageException(
          "%s has no primary key".formatted(Selectables.describe(mapper.mappedTable())),
          "give a primary_key");
    }
    return key;
  }

  private ColumnElement mapped(ColumnElement given) {
    ColumnElement column = Selectables.corresponding(mapper.mappedTable(), given);
    return column == null ? given : column;
  }

  private static List<ColumnElement> ofTables(FromClause from) {
    List<ColumnElement> key = new ArrayList<>();
    if (from instanceof TableRef table) {
      table.table().primaryKey().forEach(column -> key.add(table.column(column)));
    } else if (from instanceof Join join) {
      key.addAll(ofTables(join.left()));
      key.addAll(ofTables(join.right()));
    } else {
      from.columns().stream().filter(PrimaryKeys::isKey).forEach(key::add);
    }
    return key;
  }

  private static boolean isKey(ColumnElement column) {
    Column original = Selectables.tableColumn(column);
    return original != null && original.primaryKey();
  }

  /** Of a key and another that refers to it, one is enough. */
  private static boolean refersToOther(ColumnElement column, List<ColumnElement> all) {
    return all.stream().anyMatch(other -> other != column && ForeignKeyJoins.refers(column, other));
  }
}
