package dev.brine.jooq;

import dev.brine.expr.SelectBase;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** SELECTs among values and conditions; see {@link FieldImport}. */
// Class literals have no type arguments, and jOOQ's accessors give wildcards that only jOOQ can
// match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class SubqueryImport {

  /** A SELECT and its mirror. */
  record SelectTwin(SelectBase element, org.jooq.Select mirror) {}

  private final FieldImport fields;
  private final Function<org.jooq.Select<?>, SelectTwin> selects;

  SubqueryImport(FieldImport fields, Function<org.jooq.Select<?>, SelectTwin> selects) {
    this.fields = fields;
    this.selects = selects;
  }

  void registerValues(Handlers<Twin<Field>> handlers) {
    handlers.on(QOM.ScalarSubquery.class, f -> scalar((org.jooq.Select<?>) f.$arg1()));
  }

  void registerConditions(Handlers<Twin<Condition>> handlers) {
    handlers
        .on(QOM.Exists.class, c -> exists(c.$arg1()))
        .on(QOM.In.class, c -> in((Field<?>) c.$arg1(), (org.jooq.Select<?>) c.$arg2(), true))
        .on(QOM.NotIn.class, c -> in((Field<?>) c.$arg1(), (org.jooq.Select<?>) c.$arg2(), false));
  }

  private Twin<Field> scalar(org.jooq.Select<?> query) {
    SelectTwin read = selects.apply(query);
    return new Twin<>(read.element().scalarSubquery(), DSL.field(read.mirror()));
  }

  private Twin<Condition> exists(org.jooq.Select<?> query) {
    SelectTwin read = selects.apply(query);
    return new Twin<>(read.element().exists(), DSL.exists(read.mirror()));
  }

  private Twin<Condition> in(Field<?> value, org.jooq.Select<?> query, boolean isIn) {
    Twin<Field> read = fields.read(value);
    SelectTwin select = selects.apply(query);
    return isIn
        ? new Twin<>(read.element().in(select.element()), read.mirror().in(select.mirror()))
        : new Twin<>(read.element().notIn(select.element()), read.mirror().notIn(select.mirror()));
  }
}
