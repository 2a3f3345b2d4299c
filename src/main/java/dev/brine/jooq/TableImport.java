package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.Alias;
import dev.brine.expr.Constant;
import dev.brine.expr.FromClause;
import dev.brine.expr.Join;
import dev.brine.expr.TableRef;
import dev.brine.jooq.SubqueryImport.SelectTwin;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.TableOnStep;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jooq.impl.TableImpl;

/** jOOQ's tables and joins as FROM elements; see {@link FieldImport}. */
// Class literals have no type arguments.
@SuppressWarnings("rawtypes")
final class TableImport {

  /** A FROM element and its mirror. */
  record FromTwin(FromClause from, Table<?> mirror) {}

  /** How jOOQ makes a join of one kind. */
  @FunctionalInterface
  private interface JoinMirror {
    TableOnStep<?> apply(Table<?> left, Table<?> right);
  }

  private final ImportScope scope;
  private final FieldImport fields;
  private final Function<org.jooq.Select<?>, SelectTwin> selects;

  private final Handlers<FromTwin> handlers =
      new Handlers<FromTwin>("table")
          .on(QOM.Join.class, j -> join(j, false, false, Table::join))
          .on(QOM.LeftJoin.class, j -> join(j, true, false, Table::leftJoin))
          .on(QOM.FullJoin.class, j -> join(j, true, true, Table::fullJoin))
          .on(QOM.RightJoin.class, this::rightJoin)
          .on(QOM.CrossJoin.class, this::crossJoin)
          .on(QOM.TableAlias.class, t -> alias(t.$aliased(), t.$alias()))
          .on(TableImpl.class, this::table);

  TableImport(
      ImportScope scope, FieldImport fields, Function<org.jooq.Select<?>, SelectTwin> selects) {
    this.scope = scope;
    this.fields = fields;
    this.selects = selects;
  }

  /** The parts that are read. */
  Set<Class<?>> kinds() {
    return handlers.kinds();
  }

  FromTwin read(Object table) {
    return handlers.handle(table);
  }

  /** A table itself, or an alias of one that was made by a generated class. */
  private FromTwin table(TableImpl<?> table) {
    Table<?> aliased = table.$aliased();
    if (table.$alias() != null && aliased != null && aliased != table) {
      return alias(aliased, table.$alias());
    }
    TableRef ref = scope.table(table);
    scope.declare(ref.table().key(), ref);
    return new FromTwin(ref, DSL.table(table.getQualifiedName()));
  }

  private FromTwin alias(Table<?> aliased, org.jooq.Name alias) {
    if (aliased instanceof QOM.DerivedTable<?> derived) {
      return subquery(derived.$arg1(), alias);
    }
    if (!(aliased instanceof TableImpl<?> table)) {
      throw new JooqImportException(
          "the derived table " + alias + " cannot be imported",
          "only tables and SELECTs may be aliased");
    }
    Alias from = Alias.of(scope.table(table), String.valueOf(alias.last()));
    scope.declare(String.valueOf(alias.last()), from);
    return new FromTwin(from, DSL.table(table.getQualifiedName()).as(alias));
  }

  private FromTwin subquery(org.jooq.Select<?> query, org.jooq.Name alias) {
    SelectTwin read = selects.apply(query);
    String name = String.valueOf(alias.last());
    return new FromTwin(
        scope.declare(name, read.element().subquery(name)), read.mirror().asTable(alias));
  }

  private FromTwin join(
      QOM.QualifiedJoin<?, ?> join, boolean isOuter, boolean isFull, JoinMirror mirror) {
    FromTwin left = read(join.$table1());
    FromTwin right = read(join.$table2());
    Twin<Condition> on = on(join);
    return new FromTwin(
        Join.of(left.from(), right.from(), on.element(), isOuter, isFull),
        mirror.apply(left.mirror(), right.mirror()).on(on.mirror()));
  }

  private FromTwin rightJoin(QOM.RightJoin<?> join) {
    FromTwin left = read(join.$table1());
    FromTwin right = read(join.$table2());
    Twin<Condition> on = on(join);
    return new FromTwin(
        Join.of(right.from(), left.from(), on.element(), true, false),
        left.mirror().rightJoin(right.mirror()).on(on.mirror()));
  }

  private FromTwin crossJoin(QOM.CrossJoin<?> join) {
    FromTwin left = read(join.$table1());
    FromTwin right = read(join.$table2());
    return new FromTwin(
        Join.of(left.from(), right.from(), Constant.TRUE, false, false),
        left.mirror().crossJoin(right.mirror()));
  }

  private Twin<Condition> on(QOM.QualifiedJoin<?, ?> join) {
    if (!join.$using().isEmpty()) {
      throw new JooqImportException("JOIN … USING cannot be imported", "write the condition out");
    }
    return fields.conditions().read(join.$on());
  }
}
