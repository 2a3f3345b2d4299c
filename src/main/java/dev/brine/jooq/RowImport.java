package dev.brine.jooq;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Sql;
import dev.brine.expr.Tuple;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Row;
import org.jooq.Row2;
import org.jooq.RowN;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** Rows that are compared as one; see {@link ConditionImport}. */
// Class literals have no type arguments.
@SuppressWarnings("rawtypes")
final class RowImport {

  private final FieldImport fields;

  RowImport(FieldImport fields) {
    this.fields = fields;
  }

  void register(Handlers<Twin<Condition>> handlers) {
    handlers
        .on(
            QOM.RowEq.class,
            c -> compare((Row) c.$arg1(), (Row) c.$arg2(), ColumnElement::eq, RowN::eq))
        .on(
            QOM.RowNe.class,
            c -> compare((Row) c.$arg1(), (Row) c.$arg2(), ColumnElement::ne, RowN::ne))
        .on(
            QOM.RowLt.class,
            c -> compare((Row) c.$arg1(), (Row) c.$arg2(), ColumnElement::lt, RowN::lt))
        .on(
            QOM.RowLe.class,
            c -> compare((Row) c.$arg1(), (Row) c.$arg2(), ColumnElement::le, RowN::le))
        .on(
            QOM.RowGt.class,
            c -> compare((Row) c.$arg1(), (Row) c.$arg2(), ColumnElement::gt, RowN::gt))
        .on(
            QOM.RowGe.class,
            c -> compare((Row) c.$arg1(), (Row) c.$arg2(), ColumnElement::ge, RowN::ge))
        .on(QOM.RowOverlaps.class, c -> overlaps(c.$arg1(), c.$arg2()))
        .on(QOM.RowIsNull.class, c -> test(c.$arg1(), ColumnElement::isNull, RowN::isNull))
        .on(
            QOM.RowIsNotNull.class,
            c -> test(c.$arg1(), ColumnElement::isNotNull, RowN::isNotNull));
  }

  private Twin<Condition> compare(
      Row left,
      Row right,
      BiFunction<ColumnElement, Object, ColumnElement> build,
      BiFunction<RowN, RowN, Condition> mirror) {
    List<Twin<Field>> l = fields.readAll(left.$fields());
    List<Twin<Field>> r = fields.readAll(right.$fields());
    return new Twin<>(build.apply(tuple(l), tuple(r)), mirror.apply(row(l), row(r)));
  }

  private Twin<Condition> test(
      Row row, Function<ColumnElement, ColumnElement> build, Function<RowN, Condition> mirror) {
    List<Twin<Field>> read = fields.readAll(row.$fields());
    return new Twin<>(build.apply(tuple(read)), mirror.apply(row(read)));
  }

  @SuppressWarnings("unchecked")
  private Twin<Condition> overlaps(Row left, Row right) {
    List<Twin<Field>> l = fields.readAll(left.$fields());
    List<Twin<Field>> r = fields.readAll(right.$fields());
    Row2 mirror = DSL.row(l.get(0).mirror(), l.get(1).mirror());
    return new Twin<>(
        tuple(l).boolOp("OVERLAPS", tuple(r)),
        mirror.overlaps(DSL.row(r.get(0).mirror(), r.get(1).mirror())));
  }

  /** The row as {@code tuple_()}. */
  Tuple tuple(Row row) {
    return tuple(fields.readAll(row.$fields()));
  }

  private static Tuple tuple(List<Twin<Field>> read) {
    return Sql.tuple(FieldImport.elements(read));
  }

  private static RowN row(List<Twin<Field>> read) {
    return DSL.row((Object[]) FieldImport.mirrors(read));
  }
}
