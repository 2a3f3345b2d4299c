package dev.brine.jooq;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Postgresql;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
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
        .on(QOM.ArrayGet.class, f -> item((Field<?>) f.$arg1(), (Field<?>) f.$arg2(), this::at))
        .on(QOM.JSONGetAttribute.class, f -> item(f.$arg1(), f.$arg2(), this::attribute))
        .on(QOM.JSONGetElement.class, f -> item(f.$arg1(), f.$arg2(), this::element))
        .on(QOM.JSONBGetAttribute.class, f -> item(f.$arg1(), f.$arg2(), this::attributeB))
        .on(QOM.JSONBGetElement.class, f -> item(f.$arg1(), f.$arg2(), this::elementB))
        .on(QOM.JSONGetAttributeAsText.class, f -> text(f.$arg1(), f.$arg2(), this::attributeText))
        .on(QOM.JSONGetElementAsText.class, f -> text(f.$arg1(), f.$arg2(), this::elementText))
        .on(
            QOM.JSONBGetAttributeAsText.class,
            f -> text(f.$arg1(), f.$arg2(), this::attributeTextB))
        .on(QOM.JSONBGetElementAsText.class, f -> text(f.$arg1(), f.$arg2(), this::elementTextB));
  }

  private Field at(Field array, Field index) {
    return DSL.arrayGet((Field<Object[]>) array, (Field<Integer>) index);
  }

  private Field attribute(Field json, Field key) {
    return DSL.jsonGetAttribute((Field<JSON>) json, (Field<String>) key);
  }

  private Field attributeB(Field json, Field key) {
    return DSL.jsonbGetAttribute((Field<JSONB>) json, (Field<String>) key);
  }

  private Field attributeText(Field json, Field key) {
    return DSL.jsonGetAttributeAsText((Field<JSON>) json, (Field<String>) key);
  }

  private Field attributeTextB(Field json, Field key) {
    return DSL.jsonbGetAttributeAsText((Field<JSONB>) json, (Field<String>) key);
  }

  private Field element(Field json, Field index) {
    return DSL.jsonGetElement((Field<JSON>) json, (Field<Integer>) index);
  }

  private Field elementB(Field json, Field index) {
    return DSL.jsonbGetElement((Field<JSONB>) json, (Field<Integer>) index);
  }

  private Field elementText(Field json, Field index) {
    return DSL.jsonGetElementAsText((Field<JSON>) json, (Field<Integer>) index);
  }

  private Field elementTextB(Field json, Field index) {
    return DSL.jsonbGetElementAsText((Field<JSONB>) json, (Field<Integer>) index);
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
