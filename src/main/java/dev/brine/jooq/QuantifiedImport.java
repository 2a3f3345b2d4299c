package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.CollectionAggregate;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Sql;
import dev.brine.jooq.SubqueryImport.SelectTwin;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QuantifiedSelect;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** Comparisons with ANY or ALL of a query or an array; see {@link ConditionImport}. */
// Class literals have no type arguments, and jOOQ's accessors give wildcards that only jOOQ can
// match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class QuantifiedImport {

  private record AnyTwin(CollectionAggregate element, QuantifiedSelect mirror) {}

  private final FieldImport fields;
  private final Function<org.jooq.Select<?>, SelectTwin> selects;

  QuantifiedImport(FieldImport fields, Function<org.jooq.Select<?>, SelectTwin> selects) {
    this.fields = fields;
    this.selects = selects;
  }

  void register(Handlers<Twin<Condition>> handlers) {
    handlers
        .on(
            QOM.EqQuantified.class,
            c -> compare(c.$arg1(), c.$arg2(), ColumnElement::eq, Field::eq))
        .on(
            QOM.NeQuantified.class,
            c -> compare(c.$arg1(), c.$arg2(), ColumnElement::ne, Field::ne))
        .on(
            QOM.LtQuantified.class,
            c -> compare(c.$arg1(), c.$arg2(), ColumnElement::lt, Field::lt))
        .on(
            QOM.LeQuantified.class,
            c -> compare(c.$arg1(), c.$arg2(), ColumnElement::le, Field::le))
        .on(
            QOM.GtQuantified.class,
            c -> compare(c.$arg1(), c.$arg2(), ColumnElement::gt, Field::gt))
        .on(
            QOM.GeQuantified.class,
            c -> compare(c.$arg1(), c.$arg2(), ColumnElement::ge, Field::ge))
        .on(
            QOM.LikeQuantified.class,
            c -> like(c.$arg1(), c.$arg2(), c.$arg3(), ColumnElement::like, Field::like))
        .on(
            QOM.NotLikeQuantified.class,
            c -> like(c.$arg1(), c.$arg2(), c.$arg3(), ColumnElement::notLike, Field::notLike));
  }

  private Twin<Condition> like(
      Object value,
      Object quantified,
      @Nullable Character escape,
      BiFunction<ColumnElement, Object, ColumnElement> build,
      BiFunction<Field, QuantifiedSelect, Condition> mirror) {
    if (escape != null) {
      throw new JooqImportException("LIKE ANY with ESCAPE cannot be imported");
    }
    return compare(value, quantified, build, mirror);
  }

  private Twin<Condition> compare(
      Object value,
      Object quantified,
      BiFunction<ColumnElement, Object, ColumnElement> build,
      BiFunction<Field, QuantifiedSelect, Condition> mirror) {
    Twin<Field> read = fields.read(value);
    AnyTwin any = any(quantified);
    return new Twin<>(
        build.apply(read.element(), any.element()), mirror.apply(read.mirror(), any.mirror()));
  }

  private AnyTwin any(Object quantified) {
    if (quantified instanceof QOM.QuantifiedArray<?> array) {
      Twin<Field> read = fields.read(array.$array());
      return array.$quantifier() == QOM.Quantifier.ANY
          ? new AnyTwin(Sql.any_(read.element()), DSL.any((Field<Object[]>) read.mirror()))
          : new AnyTwin(Sql.all_(read.element()), DSL.all((Field<Object[]>) read.mirror()));
    }
    if (quantified instanceof QOM.QuantifiedSelect<?> query) {
      SelectTwin read = selects.apply(query.$query());
      ColumnElement element = read.element().scalarSubquery();
      return query.$quantifier() == QOM.Quantifier.ANY
          ? new AnyTwin(Sql.any_(element), DSL.any(read.mirror()))
          : new AnyTwin(Sql.all_(element), DSL.all(read.mirror()));
    }
    throw new JooqImportException("the comparison with " + quantified + " cannot be imported");
  }
}
