package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.Alias;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Constant;
import dev.brine.expr.Cte;
import dev.brine.expr.Exists;
import dev.brine.expr.FromClause;
import dev.brine.expr.Join;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.jooq.SubqueryImport.SelectTwin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableOnStep;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jooq.impl.TableImpl;

/** jOOQ's tables and joins as FROM elements; see {@link FieldImport}. */
// Class literals have no type arguments, and a mirror has no type of row.
@SuppressWarnings({"rawtypes", "unchecked"})
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
  private final List<ColumnElement> filters = new ArrayList<>();

  private final Handlers<FromTwin> handlers =
      new Handlers<FromTwin>("table")
          .on(QOM.Join.class, j -> join(j, false, false, Table::join))
          .on(QOM.LeftJoin.class, j -> join(j, true, false, Table::leftJoin))
          .on(QOM.FullJoin.class, j -> join(j, true, true, Table::fullJoin))
          .on(QOM.RightJoin.class, this::rightJoin)
          .on(QOM.CrossJoin.class, j -> unconditional(j, false, Table::crossJoin))
          .on(QOM.CrossApply.class, j -> unconditional(j, false, Table::crossApply))
          .on(QOM.OuterApply.class, j -> unconditional(j, true, Table::outerApply))
          .on(QOM.NaturalJoin.class, j -> natural(j, false, false, Table::naturalJoin))
          .on(QOM.NaturalLeftJoin.class, j -> natural(j, true, false, Table::naturalLeftOuterJoin))
          .on(QOM.NaturalFullJoin.class, j -> natural(j, true, true, Table::naturalFullOuterJoin))
          .on(QOM.NaturalRightJoin.class, this::naturalRight)
          .on(QOM.LeftSemiJoin.class, j -> semi(j, true, Table::leftSemiJoin))
          .on(QOM.LeftAntiJoin.class, j -> semi(j, false, Table::leftAntiJoin))
          .on(QOM.TableAlias.class, this::alias)
          .on(QOM.Lateral.class, this::lateral)
          .on(CommonTableExpression.class, this::cte)
          .on(TableImpl.class, this::table);

  TableImport(ImportScope scope, FieldImport fields) {
    this.scope = scope;
    this.fields = fields;
    DerivedImport.register(handlers);
  }

  /** The parts that are read. */
  Set<Class<?>> kinds() {
    return handlers.kinds();
  }

  /** Reads an element of a FROM clause. */
  FromTwin readWhole(Object table) {
    return handlers.handle(table);
  }

  /** What the FROM clause says that belongs into WHERE. */
  ColumnElement[] filters() {
    return filters.toArray(ColumnElement[]::new);
  }

  /** Reads one side of a join. */
  private FromTwin read(Object table) {
    int before = filters.size();
    FromTwin read = handlers.handle(table);
    if (filters.size() > before) {
      throw new JooqImportException(
          "a semi join or anti join within another join cannot be imported",
          "write it as EXISTS in the WHERE clause");
    }
    return read;
  }

  /** A table itself, a CTE, or an alias of one that was made by a generated class. */
  private FromTwin table(TableImpl<?> table) {
    Table<?> aliased = table.$aliased();
    if (table.$alias() != null && aliased != null && aliased != table) {
      return alias(aliased, table.$alias(), table);
    }
    Cte cte = scope.cte(JooqNames.key(table.getQualifiedName()));
    if (cte != null) {
      String name = JooqNames.key(table.getQualifiedName());
      return new FromTwin(scope.declare(name, cte), DSL.table(table.getQualifiedName()));
    }
    TableRef ref = scope.table(table);
    scope.declare(ref.table().key(), ref);
    return new FromTwin(ref, DSL.table(table.getQualifiedName()));
  }

  private FromTwin cte(CommonTableExpression<?> table) {
    org.jooq.Name name = table.$derivedColumnList().$tableName();
    Cte cte = scope.cte(JooqNames.text(name));
    if (cte == null) {
      throw new JooqImportException(
          "the query " + name + " is in no WITH clause", "add it to that of the statement");
    }
    return new FromTwin(scope.declare(JooqNames.text(name), cte), DSL.table(name));
  }

  private FromTwin alias(QOM.TableAlias<?> table) {
    return alias(table.$aliased(), table.$alias(), table);
  }

  private FromTwin alias(Table<?> aliased, org.jooq.Name alias, Table<?> whole) {
    String name = JooqNames.text(alias);
    if (aliased instanceof QOM.DerivedTable<?> derived) {
      return subquery(derived.$arg1(), alias, whole);
    }
    DerivedImport derived = new DerivedImport(fields);
    if (derived.isOne(aliased)) {
      FromTwin read = derived.read(aliased, alias, whole);
      return new FromTwin(scope.declare(name, read.from()), read.mirror());
    }
    Cte cte =
        aliased instanceof CommonTableExpression<?> || aliased instanceof TableImpl<?>
            ? scope.cte(JooqNames.key(aliased.getQualifiedName()))
            : null;
    if (cte != null) {
      Cte other = scope.declare(name, cte.alias(name));
      return new FromTwin(other, DSL.table(aliased.getQualifiedName()).as(alias));
    }
    if (!(aliased instanceof TableImpl<?> table)) {
      throw new JooqImportException(
          "the derived table " + alias + " cannot be imported",
          "only tables and SELECTs may be aliased");
    }
    Alias from = scope.declare(name, Alias.of(scope.table(table), name));
    return new FromTwin(from, DSL.table(table.getQualifiedName()).as(alias));
  }

  /** The list of columns behind an alias is that of the fields, if they are called otherwise. */
  private FromTwin subquery(org.jooq.Select<?> query, org.jooq.Name alias, Table<?> whole) {
    SelectTwin read = fields.nested(query);
    String name = JooqNames.text(alias);
    List<String> columns = Stream.of(whole.fields()).map(Field::getName).toList();
    boolean isRenamed =
        !columns.equals(query.getSelect().stream().map(Field::getName).toList())
            && !columns.isEmpty();
    if (!isRenamed) {
      return new FromTwin(
          scope.declare(name, read.element().subquery(name)), read.mirror().asTable(alias));
    }
    org.jooq.Name[] names =
        Stream.of(whole.fields()).map(Field::getUnqualifiedName).toArray(org.jooq.Name[]::new);
    return new FromTwin(
        scope.declare(name, RenamedColumns.of(read.element(), columns).subquery(name)),
        read.mirror().asTable(alias, names));
  }

  private FromTwin lateral(QOM.Lateral<?> lateral) {
    Table<?> table = lateral.$arg1();
    if (table instanceof QOM.TableAlias<?> aliased
        && aliased.$aliased() instanceof QOM.DerivedTable<?> derived) {
      SelectTwin read = fields.nested(derived.$arg1());
      org.jooq.Name alias = aliased.$alias();
      String name = JooqNames.text(alias);
      return new FromTwin(
          scope.declare(name, read.element().lateral(name)),
          DSL.lateral(read.mirror().asTable(alias)));
    }
    throw new JooqImportException(
        "LATERAL of " + table + " cannot be imported", "give a SELECT an alias there");
  }

  private FromTwin join(
      QOM.QualifiedJoin<?, ?> join, boolean isOuter, boolean isFull, JoinMirror mirror) {
    FromTwin left = read(join.$table1());
    FromTwin right = read(join.$table2());
    TableOnStep<?> joined = mirror.apply(left.mirror(), right.mirror());
    OnTwin on = on(join, left, right, joined);
    return new FromTwin(
        Join.of(left.from(), right.from(), on.element(), isOuter, isFull), on.mirror());
  }

  private FromTwin rightJoin(QOM.RightJoin<?> join) {
    FromTwin left = read(join.$table1());
    FromTwin right = read(join.$table2());
    OnTwin on = on(join, left, right, left.mirror().rightJoin(right.mirror()));
    return new FromTwin(Join.of(right.from(), left.from(), on.element(), true, false), on.mirror());
  }

  private FromTwin unconditional(
      QOM.JoinTable<?, ?> join, boolean isOuter, BinaryOperator<Table<?>> mirror) {
    FromTwin left = read(join.$table1());
    boolean isApplied = !(join instanceof QOM.CrossJoin<?>);
    FromTwin right = isApplied ? read(DSL.lateral(join.$table2())) : read(join.$table2());
    Table<?> other =
        isApplied && right.mirror() instanceof QOM.Lateral<?> lateral
            ? lateral.$arg1()
            : right.mirror();
    return new FromTwin(
        Join.of(left.from(), right.from(), Constant.TRUE, isOuter, false),
        mirror.apply(left.mirror(), other));
  }

  /** SQLAlchemy writes out which columns are equal; only names without a table notice. */
  private FromTwin natural(
      QOM.JoinTable<?, ?> join, boolean isOuter, boolean isFull, BinaryOperator<Table<?>> mirror) {
    FromTwin left = read(join.$table1());
    FromTwin right = read(join.$table2());
    return new FromTwin(
        Join.of(
            left.from(),
            right.from(),
            CommonColumns.equal(left.from(), right.from()),
            isOuter,
            isFull),
        mirror.apply(left.mirror(), right.mirror()));
  }

  private FromTwin naturalRight(QOM.NaturalRightJoin<?> join) {
    FromTwin left = read(join.$table1());
    FromTwin right = read(join.$table2());
    return new FromTwin(
        Join.of(
            right.from(), left.from(), CommonColumns.equal(left.from(), right.from()), true, false),
        left.mirror().naturalRightOuterJoin(right.mirror()));
  }

  /** SQLAlchemy has no such joins; the condition is EXISTS in WHERE, as jOOQ prints it, too. */
  private FromTwin semi(QOM.QualifiedJoin<?, ?> join, boolean isThere, JoinMirror mirror) {
    FromTwin left = handlers.handle(join.$table1());
    FromTwin right = read(join.$table2());
    OnTwin on = on(join, left, right, mirror.apply(left.mirror(), right.mirror()));
    Exists exists =
        Select.of(Sql.literalColumn("1"))
            .selectFrom(right.from())
            .where(on.element())
            .correlate(CommonColumns.leaves(left.from()).toArray(FromClause[]::new))
            .exists();
    filters.add(isThere ? exists : exists.not());
    return new FromTwin(left.from(), on.mirror());
  }

  /** The condition of a join, and the join made anew with it. */
  private record OnTwin(ColumnElement element, Table<?> mirror) {}

  private OnTwin on(
      QOM.QualifiedJoin<?, ?> join, FromTwin left, FromTwin right, TableOnStep<?> mirror) {
    if (join.$using().isEmpty()) {
      Twin<Condition> on = fields.conditions().read(join.$on());
      return new OnTwin(on.element(), mirror.on(on.mirror()));
    }
    List<String> names = join.$using().stream().map(Field::getName).toList();
    return new OnTwin(
        CommonColumns.equal(left.from(), right.from(), names), mirror.using(join.$using()));
  }
}
