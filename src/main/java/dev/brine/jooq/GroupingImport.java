package dev.brine.jooq;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Functions;
import dev.brine.expr.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.FieldOrRow;
import org.jooq.GroupField;
import org.jooq.Record;
import org.jooq.Row;
import org.jooq.SelectQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** What jOOQ groups by: values, and the sets of them that standard SQL has. */
// jOOQ's accessors give wildcards that only jOOQ can match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class GroupingImport {

  /** An entry of GROUP BY and its mirror. */
  private record GroupTwin(ColumnElement element, GroupField mirror) {}

  private final FieldImport fields;

  private final Handlers<GroupTwin> handlers =
      new Handlers<GroupTwin>("grouping")
          .on(QOM.Rollup.class, g -> together("rollup", g.$arg1(), DSL::rollup))
          .on(QOM.Cube.class, g -> together("cube", g.$arg1(), DSL::cube))
          .on(QOM.GroupingSets.class, g -> sets(g.$arg1()))
          .on(QOM.EmptyGroupingSet.class, g -> new GroupTwin(Sql.tuple(), DSL.emptyGroupingSet()))
          .on(Field.class, this::value);

  GroupingImport(FieldImport fields) {
    this.fields = fields;
  }

  /** The parts that are read. */
  Set<Class<?>> kinds() {
    return handlers.kinds();
  }

  /** Reads them all, and gives the mirror its own. */
  List<ColumnElement> read(List<? extends GroupField> groups, SelectQuery<Record> mirror) {
    List<ColumnElement> elements = new ArrayList<>();
    for (GroupField group : groups) {
      GroupTwin read = handlers.handle(group);
      elements.add(read.element());
      mirror.addGroupBy(read.mirror());
    }
    return elements;
  }

  private GroupTwin value(Field<?> field) {
    Twin<Field> read = fields.readOrdinal(field);
    return new GroupTwin(read.element(), read.mirror());
  }

  private FieldOrRow row(Row row) {
    List<Field<?>> mirrors = new ArrayList<>();
    row.$fields().forEach(field -> mirrors.add(fields.read(field).mirror()));
    return DSL.row(mirrors);
  }

  /** How jOOQ makes a grouping of several values. */
  @FunctionalInterface
  private interface GroupMirror {
    GroupField apply(FieldOrRow... values);
  }

  private GroupTwin together(
      String name, Collection<? extends FieldOrRow> values, GroupMirror mirror) {
    List<ColumnElement> elements = new ArrayList<>();
    List<FieldOrRow> mirrors = new ArrayList<>();
    for (FieldOrRow value : values) {
      if (value instanceof Row row) {
        elements.add(fields.conditions().rows().tuple(row));
        mirrors.add(row(row));
      } else {
        Twin<Field> read = fields.read(value);
        elements.add(read.element());
        mirrors.add(read.mirror());
      }
    }
    return new GroupTwin(
        Functions.func(name, elements.toArray()), mirror.apply(mirrors.toArray(FieldOrRow[]::new)));
  }

  private GroupTwin sets(Collection<? extends Collection<? extends FieldOrRow>> sets) {
    List<Object> elements = new ArrayList<>();
    List<List<Field<?>>> mirrors = new ArrayList<>();
    for (Collection<? extends FieldOrRow> set : sets) {
      List<Object> members = new ArrayList<>();
      List<Field<?>> mirror = new ArrayList<>();
      for (FieldOrRow member : set) {
        Twin<Field> read = fields.read(member);
        members.add(read.element());
        mirror.add(read.mirror());
      }
      elements.add(Sql.tuple(members.toArray()));
      mirrors.add(mirror);
    }
    FunctionCall call = Functions.func("grouping_sets", elements.toArray());
    return new GroupTwin(call, DSL.groupingSets(mirrors.toArray(Collection[]::new)));
  }
}
