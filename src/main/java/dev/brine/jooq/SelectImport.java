package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.FromClause;
import dev.brine.expr.Select;
import dev.brine.jooq.SortImport.SortTwin;
import dev.brine.jooq.SubqueryImport.SelectTwin;
import dev.brine.jooq.TableImport.FromTwin;
import dev.brine.schema.MetaData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectQuery;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One jOOQ SELECT as a statement; see {@link JooqImport}. Good for one query. */
// jOOQ's accessors give wildcards that only jOOQ can match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class SelectImport {

  private final ImportScope scope;
  private final SQLDialect dialect;
  private final FieldImport fields;
  private final TableImport tables;
  private final SortImport sorts;
  private final SelectQuery<Record> mirror = DSL.using(SQLDialect.DEFAULT).selectQuery();
  private Select select = Select.of();

  SelectImport(@Nullable MetaData metadata, SQLDialect dialect) {
    this(new ImportScope(metadata), dialect);
  }

  private SelectImport(ImportScope scope, SQLDialect dialect) {
    this.scope = scope;
    this.dialect = dialect;
    this.fields = new FieldImport(scope, dialect, this::nested);
    this.tables = new TableImport(scope, fields, this::nested);
    this.sorts = new SortImport(fields);
  }

  /** The parts of jOOQ's object model that are read. */
  Set<Class<?>> kinds() {
    Set<Class<?>> kinds = new HashSet<>(fields.kinds());
    kinds.addAll(tables.kinds());
    return kinds;
  }

  /** A query within this one; of what is around it, it is left what it refers to and no more. */
  private SelectTwin nested(org.jooq.Select<?> query) {
    ImportScope inside = scope.within();
    SelectImport nested = new SelectImport(inside, dialect);
    Select read = nested.read(query).correlate(inside.outside());
    return new SelectTwin(read, nested.mirror);
  }

  Select read(org.jooq.Select<?> query) {
    refuseUnsupported(query);
    from(query);
    columns(query);
    where(query.$where());
    for (Object entry : query.$groupBy()) {
      Twin<Field> read = fields.read(SortImport.notOrdinal(entry));
      select = select.groupBy(read.element());
      mirror.addGroupBy(read.mirror());
    }
    having(query.$having());
    for (SortField<?> sort : query.$orderBy()) {
      SortTwin read = sorts.read(sort);
      select = select.orderBy(read.element());
      mirror.addOrderBy(read.mirror());
    }
    limits(query);
    if (query.$distinct()) {
      select = select.distinct();
      mirror.setDistinct(true);
    }
    MirrorCheck.requireEqual(query, mirror);
    return select;
  }

  /** What the object model does show, so that it can be called by its name. */
  private static void refuseUnsupported(org.jooq.Select<?> query) {
    refuse(query.$with() != null, "WITH");
    refuse(!query.$distinctOn().isEmpty(), "DISTINCT ON");
    refuse(query.$intoTable() != null, "SELECT … INTO");
    refuse(query.$groupByDistinct(), "GROUP BY DISTINCT");
    refuse(!query.$window().isEmpty(), "WINDOW");
    refuse(query.$qualify() != null && isPresent(query.$qualify()), "QUALIFY");
    refuse(query.$limitPercent(), "LIMIT … PERCENT");
    refuse(query.$limitWithTies(), "LIMIT … WITH TIES");
  }

  private static void refuse(boolean isThere, String what) {
    if (isThere) {
      throw new JooqImportException(
          what + " cannot be imported", "write it with the fluent API of dev.brine.expr");
    }
  }

  private static boolean isPresent(Condition condition) {
    return condition.getClass() != DSL.noCondition().getClass();
  }

  private void from(org.jooq.Select<?> query) {
    for (Object table : query.$from()) {
      FromTwin read = tables.read(table);
      select = select.selectFrom(read.from());
      mirror.addFrom(read.mirror());
    }
  }

  private void columns(org.jooq.Select<?> query) {
    if (query.$select().isEmpty()) {
      everyColumn(query);
      return;
    }
    List<ClauseElement> elements = new ArrayList<>();
    for (Object column : query.$select()) {
      Twin<Field> read = fields.read(column);
      elements.add(read.element());
      mirror.addSelect(read.mirror());
    }
    select = select.withOnlyColumns(elements.toArray(ClauseElement[]::new));
  }

  /** An empty select list is all fields of the tables if jOOQ knows them, else an asterisk. */
  private void everyColumn(org.jooq.Select<?> query) {
    List<Field<?>> known = new ArrayList<>();
    query.$from().forEach(table -> known.addAll(List.of(table.fields())));
    List<FromClause> froms = select.from();
    if (froms.isEmpty() || froms.stream().anyMatch(from -> from.columns().isEmpty())) {
      throw new JooqImportException(
          "it is not known which columns an asterisk stands for", "name them, or give metadata");
    }
    select = select.withOnlyColumns(froms.toArray(ClauseElement[]::new));
    mirror.addSelect(FieldImport.mirrors(fields.readAll(known)));
  }

  private void where(@Nullable Condition condition) {
    if (condition != null && isPresent(condition)) {
      Twin<Condition> read = fields.conditions().read(condition);
      select = select.where(read.element());
      mirror.addConditions(read.mirror());
    }
  }

  private void having(@Nullable Condition condition) {
    if (condition != null && isPresent(condition)) {
      Twin<Condition> read = fields.conditions().read(condition);
      select = select.having(read.element());
      mirror.addHaving(read.mirror());
    }
  }

  private void limits(org.jooq.Select<?> query) {
    Field<? extends Number> limit = query.$limit();
    if (limit != null) {
      mirror.addLimit(limit);
      select = select.limit(number(limit, "LIMIT"));
    }
    Field<? extends Number> offset = query.$offset();
    if (offset != null) {
      mirror.addOffset(offset);
      select = select.offset(number(offset, "OFFSET"));
    }
  }

  private static long number(Field<? extends Number> field, String what) {
    if (field instanceof Param<?> param && param.getValue() instanceof Number number) {
      return number.longValue();
    }
    throw new JooqImportException(
        what + " " + field + " cannot be imported", "only a number can be");
  }
}
