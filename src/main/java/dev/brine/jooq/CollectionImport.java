package dev.brine.jooq;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Postgresql;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** Arrays, and what is in an array or in JSON; see {@link FieldImport}. */
// Class literals have no type arguments, and jOOQ's accessors give wildcards that only jOOQ can
// match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class CollectionImport {

  private final FieldImport fields;

  CollectionImport(FieldImport fields) {
    this.fields = fields;
  }

  void register(Handlers<Twin<Field>> handlers) {
    handlers
        .on(QOM.Array.class, f -> array((List<? extends Field<?>>) f.$elements()))
        .on(
            QOM.ArrayGet.class,
            f -> item((Field<?>) f.$arg1(), (Field<?>) f.$arg2(), DSL::arrayGet))
        .on(QOM.JSONGetAttribute.class, f -> item(f.$arg1(), f.$arg2(), DSL::jsonGetAttribute))
        .on(QOM.JSONGetElement.class, f -> item(f.$arg1(), f.$arg2(), DSL::jsonGetElement))
        .on(QOM.JSONBGetAttribute.class, f -> item(f.$arg1(), f.$arg2(), DSL::jsonbGetAttribute))
        .on(QOM.JSONBGetElement.class, f -> item(f.$arg1(), f.$arg2(), DSL::jsonbGetElement))
        .on(
            QOM.JSONGetAttributeAsText.class,
            f -> text(f.$arg1(), f.$arg2(), DSL::jsonGetAttributeAsText))
        .on(
            QOM.JSONGetElementAsText.class,
            f -> text(f.$arg1(), f.$arg2(), DSL::jsonGetElementAsText))
        .on(
            QOM.JSONBGetAttributeAsText.class,
            f -> text(f.$arg1(), f.$arg2(), DSL::jsonbGetAttributeAsText))
        .on(
            QOM.JSONBGetElementAsText.class,
            f -> text(f.$arg1(), f.$arg2(), DSL::jsonbGetElementAsText));
  }

  private Twin<Field> array(List<? extends Field<?>> elements) {
    List<Twin<Field>> read = fields.readAll(elements);
    return new Twin<>(
        Postgresql.array(read.stream().map(Twin::element).toList()),
        DSL.array(FieldImport.mirrors(read)));
  }

  private Twin<Field> item(Field<?> whole, Field<?> key, BiFunction<Field, Field, Field> mirror) {
    Twin<Field> read = fields.read(whole);
    Twin<Field> at = fields.read(key);
    ColumnElement item = read.element().item(FieldImport.operand(key, at));
    return new Twin<>(item, mirror.apply(read.mirror(), at.mirror()));
  }

  private Twin<Field> text(Field<?> whole, Field<?> key, BiFunction<Field, Field, Field> mirror) {
    Twin<Field> item = item(whole, key, mirror);
    return new Twin<>(item.element().asString(), item.mirror());
  }
}
