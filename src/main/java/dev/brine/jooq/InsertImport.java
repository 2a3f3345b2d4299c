package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.Affix;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Insert;
import dev.brine.expr.InsertFlavour;
import dev.brine.expr.OnConflict;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.jooq.ChangeImport.ChangeTwin;
import dev.brine.jooq.SubqueryImport.SelectTwin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.InsertOnConflictWhereIndexPredicateStep;
import org.jooq.InsertOnDuplicateSetMoreStep;
import org.jooq.InsertReturningStep;
import org.jooq.InsertSetStep;
import org.jooq.InsertValuesStepN;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.Row;
import org.jooq.RowN;
import org.jooq.SQLDialect;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** One jOOQ INSERT as a statement. */
// jOOQ's accessors give wildcards that only jOOQ can match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class InsertImport {

  private final ChangeImport change;
  private final FieldImport fields;
  private final SQLDialect dialect;

  InsertImport(ChangeImport change, SQLDialect dialect) {
    this.change = change;
    this.fields = change.fields();
    this.dialect = dialect;
  }

  ChangeTwin read(QOM.Insert<?> insert, List<? extends SelectFieldOrAsterisk> returning) {
    InsertSetStep start =
        insert.$with() == null
            ? ChangeImport.dsl().insertInto(ChangeImport.mirror(insert.$into()))
            : change.with().start(insert.$with()).insertInto(ChangeImport.mirror(insert.$into()));
    TableRef table = change.target(insert.$into());
    Insert element = Sql.insert(flavour(insert), table);
    InsertValuesStepN mirror;
    if (insert.$select() != null) {
      SelectTwin rows = fields.nested(insert.$select());
      List<Twin<Field>> columns = fields.readAll(columns(insert));
      element = element.fromSelect(keys(columns), rows.element(), false);
      mirror =
          (InsertValuesStepN) start.columns(FieldImport.mirrors(columns)).select(rows.mirror());
    } else if (insert.$defaultValues()) {
      element = element.values(Map.of());
      mirror = (InsertValuesStepN) start.defaultValues();
    } else {
      List<Twin<Field>> columns = fields.readAll(columns(insert));
      List<RowN> rows = new ArrayList<>();
      element = values(element, columns, insert.$values(), rows);
      mirror = start.columns(FieldImport.mirrors(columns)).valuesOfRows(rows.toArray(RowN[]::new));
    }
    return finished(insert, element, mirror, returning);
  }

  private static List<? extends Field<?>> columns(QOM.Insert<?> insert) {
    List<? extends Field<?>> columns = insert.$columns();
    if (columns.isEmpty()) {
      throw new JooqImportException(
          "an INSERT that names no columns cannot be imported", "name them");
    }
    return columns;
  }

  private static List<String> keys(List<Twin<Field>> columns) {
    return columns.stream().map(column -> ((ColumnRef) column.element()).key()).toList();
  }

  private Insert values(
      Insert insert, List<Twin<Field>> columns, List<? extends Row> rows, List<RowN> mirrors) {
    List<Map<ColumnElement, @Nullable Object>> all = new ArrayList<>();
    for (Row row : rows) {
      Map<ColumnElement, @Nullable Object> values = new LinkedHashMap<>();
      List<Field<?>> mirror = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        Field<?> value = row.$fields().get(i);
        Twin<Field> read = fields.read(value);
        values.put(columns.get(i).element(), ChangeImport.assigned(value, read));
        mirror.add(read.mirror());
      }
      all.add(values);
      mirrors.add(DSL.row(mirror));
    }
    return all.size() == 1 ? insert.values(all.get(0)) : insert.values(all);
  }

  private InsertFlavour flavour(QOM.Insert<?> insert) {
    if (!insert.$onDuplicateKeyIgnore() && !insert.$onDuplicateKeyUpdate()) {
      return InsertFlavour.STANDARD;
    }
    if (change.isMysql()) {
      return insert.$onDuplicateKeyUpdate() ? InsertFlavour.MYSQL : InsertFlavour.STANDARD;
    }
    return dialect.family() == SQLDialect.SQLITE ? InsertFlavour.SQLITE : InsertFlavour.POSTGRESQL;
  }

  private ChangeTwin finished(
      QOM.Insert<?> insert,
      Insert element,
      InsertValuesStepN mirror,
      List<? extends SelectFieldOrAsterisk> returning) {
    fields.inserting(element);
    Insert settled = element;
    InsertReturningStep mirrored = mirror;
    if (insert.$onDuplicateKeyIgnore()) {
      settled =
          change.isMysql() ? element.prefixWith(Affix.of("IGNORE")) : nothing(insert, element);
      mirrored = mirrorOfNothing(insert, mirror);
    } else if (insert.$onDuplicateKeyUpdate()) {
      Map<Field<?>, Field<?>> set = new LinkedHashMap<>();
      Map<ColumnElement, @Nullable Object> assigned = change.assignments(insert.$updateSet(), set);
      Twin<Condition> where = fields.conditions().readOrNull(insert.$updateWhere());
      settled = update(insert, element, assigned, where);
      mirrored = mirrorOfUpdate(insert, mirror, set, where);
    }
    settled = change.withUnused(settled, insert.$with());
    if (returning.isEmpty()) {
      return new ChangeTwin(settled, (Query) mirrored);
    }
    List<Field<?>> mirrors = new ArrayList<>();
    settled = settled.returning(change.returning(returning, mirrors));
    return new ChangeTwin(settled, mirrored.returning(mirrors));
  }

  private Insert nothing(QOM.Insert<?> insert, Insert element) {
    OnConflict.Target target = target(insert);
    return element.onConflictDoNothing(target == null ? OnConflict.Target.ANY : target);
  }

  private InsertReturningStep mirrorOfNothing(QOM.Insert<?> insert, InsertValuesStepN mirror) {
    Name constraint = constraint(insert);
    if (constraint != null) {
      return mirror.onConflictOnConstraint(constraint).doNothing();
    }
    if (conflicting(insert).isEmpty()) {
      return change.isMysql() ? mirror.onDuplicateKeyIgnore() : mirror.onConflictDoNothing();
    }
    return onConflict(insert, mirror).doNothing();
  }

  private Insert update(
      QOM.Insert<?> insert,
      Insert element,
      Map<ColumnElement, @Nullable Object> set,
      @Nullable Twin<Condition> where) {
    if (change.isMysql()) {
      ChangeImport.refuse(where != null, "WHERE behind ON DUPLICATE KEY UPDATE");
      return element.onDuplicateKeyUpdateOrdered(set);
    }
    OnConflict.Target target = target(insert);
    if (target == null) {
      throw new JooqImportException(
          "ON DUPLICATE KEY UPDATE is MySQL's alone",
          "give the query a configuration of that dialect, or say onConflict(columns)");
    }
    return where == null
        ? element.onConflictDoUpdate(target, set)
        : element.onConflictDoUpdate(target, set, where.element());
  }

  private InsertReturningStep mirrorOfUpdate(
      QOM.Insert<?> insert,
      InsertValuesStepN mirror,
      Map<Field<?>, Field<?>> set,
      @Nullable Twin<Condition> where) {
    Name constraint = constraint(insert);
    InsertOnDuplicateSetMoreStep made;
    if (constraint != null) {
      made = mirror.onConflictOnConstraint(constraint).doUpdate().set(set);
    } else if (conflicting(insert).isEmpty()) {
      made = mirror.onDuplicateKeyUpdate().set(set);
    } else {
      made = onConflict(insert, mirror).doUpdate().set(set);
    }
    return where == null ? made : made.where(where.mirror());
  }

  private static List<? extends Field<?>> conflicting(QOM.Insert<?> insert) {
    List<? extends Field<?>> columns = insert.$onConflict();
    return columns == null ? List.of() : columns;
  }

  private InsertOnConflictWhereIndexPredicateStep onConflict(
      QOM.Insert<?> insert, InsertValuesStepN mirror) {
    Twin<Condition> where = fields.conditions().readOrNull(insert.$onConflictWhere());
    InsertOnConflictWhereIndexPredicateStep step =
        mirror.onConflict(FieldImport.mirrors(fields.readAll(conflicting(insert))));
    return where == null
        ? step
        : (InsertOnConflictWhereIndexPredicateStep) step.where(where.mirror());
  }

  /** Which conflict is meant; null if it was not said. */
  private OnConflict.@Nullable Target target(QOM.Insert<?> insert) {
    Name constraint = constraint(insert);
    if (constraint != null) {
      return OnConflict.Target.constraint(JooqNames.text(constraint));
    }
    List<? extends Field<?>> columns = conflicting(insert);
    if (columns.isEmpty()) {
      return null;
    }
    OnConflict.Target target =
        OnConflict.Target.index(FieldImport.elements(fields.readAll(columns)));
    Twin<Condition> where = fields.conditions().readOrNull(insert.$onConflictWhere());
    return where == null ? target : target.where(where.element());
  }

  /** The constraint that the object model leaves out; null if none was named. */
  private static @Nullable Name constraint(QOM.Insert<?> insert) {
    return constraint(Printed.of(insert, SQLDialect.POSTGRES));
  }

  private static @Nullable Name constraint(Printed printed) {
    if (printed.behind("on constraint") instanceof org.jooq.Named named) {
      return named.getUnqualifiedName();
    }
    for (Printed child : printed.children()) {
      Name found = child.keyword().isEmpty() ? constraint(child) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
