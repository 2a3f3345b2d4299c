package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Cte;
import dev.brine.expr.Delete;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.FromClause;
import dev.brine.expr.Sql;
import dev.brine.expr.Statement;
import dev.brine.expr.TableRef;
import dev.brine.expr.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DeleteReturningStep;
import org.jooq.DeleteUsingStep;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.UpdateFromStep;
import org.jooq.UpdateReturningStep;
import org.jooq.UpdateSetFirstStep;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/** One jOOQ UPDATE or DELETE as a statement, or an INSERT by {@link InsertImport}. */
// jOOQ's accessors give wildcards that only jOOQ can match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class ChangeImport {

  /** A statement that changes rows, and its mirror. */
  record ChangeTwin(Statement element, Query mirror) {}

  private final ImportScope scope;
  private final SQLDialect dialect;
  private final FieldImport fields;
  private final TableImport tables;
  private final WithImport with;

  ChangeImport(ImportScope scope, SQLDialect dialect) {
    this.scope = scope;
    this.dialect = dialect;
    this.fields = new FieldImport(scope, dialect);
    this.tables = new TableImport(scope, fields);
    this.with = new WithImport(scope, dialect);
  }

  /**
   * Reads one.
   *
   * @throws JooqImportException if it is another statement, or holds what cannot be imported
   */
  ChangeTwin read(Query query) {
    ChangeTwin read = changed(query);
    MirrorCheck.requireEqual(query, read.mirror());
    return read;
  }

  private ChangeTwin changed(Query query) {
    if (query instanceof QOM.InsertReturning<?> insert) {
      return insert(insert.$insert(), insert.$returning());
    }
    if (query instanceof QOM.UpdateReturning<?> update) {
      return update(update.$update(), update.$returning());
    }
    if (query instanceof QOM.DeleteReturning<?> delete) {
      return delete(delete.$delete(), delete.$returning());
    }
    if (query instanceof QOM.Insert<?> insert) {
      return insert(insert, List.of());
    }
    if (query instanceof QOM.Update<?> update) {
      return update(update, List.of());
    }
    if (query instanceof QOM.Delete<?> delete) {
      return delete(delete, List.of());
    }
    throw new JooqImportException(
        "a jOOQ query of " + query.getClass().getSimpleName() + " cannot be imported",
        "only SELECT, INSERT, UPDATE and DELETE can");
  }

  private ChangeTwin insert(QOM.Insert<?> insert, List<? extends SelectFieldOrAsterisk> returning) {
    return new InsertImport(this, dialect).read(insert, returning);
  }

  private ChangeTwin update(QOM.Update<?> update, List<? extends SelectFieldOrAsterisk> returning) {
    refuse(!update.$orderBy().isEmpty(), "ORDER BY of an UPDATE");
    UpdateSetFirstStep start =
        update.$with() == null
            ? dsl().update(mirror(update.$table()))
            : with.start(update.$with()).update(mirror(update.$table()));
    TableRef table = target(update.$table());
    List<FromClause> others = new ArrayList<>();
    Table<?>[] from = others(update.$from(), others);
    Map<Field<?>, Field<?>> set = new LinkedHashMap<>();
    Update element = Sql.update(table).orderedValues(assignments(update.$set(), set));
    UpdateFromStep assigned = start.set(set);
    Twin<Condition> where = fields.conditions().readOrNull(update.$where());
    UpdateReturningStep mirror = from.length == 0 ? assigned : assigned.from(from);
    if (where != null) {
      element = element.where(where.element());
      mirror = ((UpdateFromStep) mirror).where(where.mirror());
    }
    if (update.$limit() != null) {
      element = limited(element, update.$limit());
      mirror = ((org.jooq.UpdateLimitStep) mirror).limit(update.$limit());
    }
    requireUsed(others);
    element = withUnused(element, update.$with());
    if (returning.isEmpty()) {
      return new ChangeTwin(element, (Query) mirror);
    }
    List<Field<?>> mirrors = new ArrayList<>();
    element = element.returning(returning(returning, mirrors));
    return new ChangeTwin(element, mirror.returning(mirrors));
  }

  private ChangeTwin delete(QOM.Delete<?> delete, List<? extends SelectFieldOrAsterisk> returning) {
    refuse(!delete.$orderBy().isEmpty(), "ORDER BY of a DELETE");
    DeleteUsingStep start =
        delete.$with() == null
            ? dsl().deleteFrom(mirror(delete.$from()))
            : with.start(delete.$with()).delete(mirror(delete.$from()));
    Delete element = Sql.delete(target(delete.$from()));
    List<FromClause> others = new ArrayList<>();
    Table<?>[] using = others(delete.$using(), others);
    DeleteReturningStep mirror = using.length == 0 ? start : start.using(using);
    Twin<Condition> where = fields.conditions().readOrNull(delete.$where());
    if (where != null) {
      element = element.where(where.element());
      mirror = ((org.jooq.DeleteWhereStep) mirror).where(where.mirror());
    }
    if (delete.$limit() != null) {
      element = limited(element, delete.$limit());
      mirror = ((org.jooq.DeleteLimitStep) mirror).limit(delete.$limit());
    }
    requireUsed(others);
    element = withUnused(element, delete.$with());
    if (returning.isEmpty()) {
      return new ChangeTwin(element, (Query) mirror);
    }
    List<Field<?>> mirrors = new ArrayList<>();
    element = element.returning(returning(returning, mirrors));
    return new ChangeTwin(element, mirror.returning(mirrors));
  }

  static DSLContext dsl() {
    return DSL.using(SQLDialect.DEFAULT);
  }

  FieldImport fields() {
    return fields;
  }

  WithImport with() {
    return with;
  }

  static void refuse(boolean isThere, String what) {
    if (isThere) {
      throw new JooqImportException(what + " cannot be imported", "SQLAlchemy has nothing like it");
    }
  }

  /** The table that is changed, which columns may be qualified with. */
  TableRef target(Table<?> table) {
    if (!(table instanceof TableImpl<?>)) {
      throw new JooqImportException(
          "a change of " + table + " cannot be imported", "change a table without an alias");
    }
    TableRef ref = scope.table(table);
    return scope.declare(ref.table().key(), ref);
  }

  static Table<?> mirror(Table<?> table) {
    return DSL.table(table.getQualifiedName());
  }

  private Table<?>[] others(List<? extends Table<?>> others, List<FromClause> elements) {
    List<Table<?>> mirrors = new ArrayList<>();
    for (Table<?> other : others) {
      TableImport.FromTwin read = tables.readWhole(other);
      elements.addAll(CommonColumns.leaves(read.from()));
      refuse(elements.size() > mirrors.size() + 1, "a join in an UPDATE or DELETE");
      mirrors.add(read.mirror());
    }
    return mirrors.toArray(Table[]::new);
  }

  /** SQLAlchemy finds the other tables of a change by what refers to them. */
  private void requireUsed(List<FromClause> others) {
    for (FromClause other : others) {
      refuse(!scope.isUsed(other), "a table of an UPDATE or DELETE that nothing refers to");
    }
  }

  boolean isMysql() {
    return switch (dialect.family()) {
      case MYSQL, MARIADB -> true;
      default -> false;
    };
  }

  private <S extends DmlStatement<S>> S limited(S element, Field<? extends Number> limit) {
    Number number = LimitClause.number(limit);
    if (isMysql() && number != null) {
      return element.withDialectOption("mysql_limit", number.longValue());
    }
    throw new JooqImportException(
        "LIMIT of an UPDATE or DELETE cannot be imported",
        "SQLAlchemy has it for MySQL alone, by a number");
  }

  <S extends DmlStatement<S>> S withUnused(S element, QOM.@Nullable With clause) {
    Cte[] unused = with.unused(clause);
    return unused.length == 0 ? element : element.addCte(unused);
  }

  ClauseElement[] returning(
      List<? extends SelectFieldOrAsterisk> returning, List<Field<?>> mirrors) {
    List<ClauseElement> elements = new ArrayList<>();
    for (SelectFieldOrAsterisk each : returning) {
      Twin<Field> read = fields.read(each);
      elements.add(read.element());
      mirrors.add(read.mirror());
    }
    return elements.toArray(ClauseElement[]::new);
  }

  /** Columns and what they are set to, and the same for the mirror. */
  Map<ColumnElement, @Nullable Object> assignments(Map<?, ?> set, Map<Field<?>, Field<?>> mirrors) {
    Map<ColumnElement, @Nullable Object> all = new LinkedHashMap<>();
    set.forEach(
        (column, value) -> {
          if (!(column instanceof Field<?>) || !(value instanceof Field<?>)) {
            throw new JooqImportException(
                "the assignment of " + value + " to the row " + column + " cannot be imported",
                "set the columns one by one");
          }
          Twin<Field> read = fields.read(column);
          Twin<Field> to = fields.read(value);
          all.put(read.element(), assigned(value, to));
          mirrors.put(read.mirror(), to.mirror());
        });
    return all;
  }

  /** A bare value, which gets its name and type from its column. */
  static @Nullable Object assigned(Object field, Twin<Field> read) {
    boolean isNull =
        field instanceof Param<?> param && !param.isInline() && param.getValue() == null;
    return isNull ? null : FieldImport.operand(field, read);
  }
}
