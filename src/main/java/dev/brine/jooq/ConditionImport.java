package dev.brine.jooq;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Constant;
import dev.brine.expr.Sql;
import dev.brine.jooq.SubqueryImport.SelectTwin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** jOOQ's conditions as elements; see {@link FieldImport}. */
// Class literals have no type arguments, and jOOQ's accessors give wildcards that only jOOQ can
// match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class ConditionImport {

  private final FieldImport fields;
  private final RowImport rows;

  private final Handlers<Twin<Condition>> handlers =
      new Handlers<Twin<Condition>>("condition")
          .on(QOM.And.class, c -> combine(c.$arg1(), c.$arg2(), Sql::and, DSL::and))
          .on(QOM.Or.class, c -> combine(c.$arg1(), c.$arg2(), Sql::or, DSL::or))
          .on(QOM.Not.class, c -> not(c.$condition()))
          .on(QOM.FieldCondition.class, c -> field(c.$field()))
          .on(QOM.RegexpLike.class, c -> regexp(c.$search(), c.$pattern()))
          .on(QOM.Null.class, c -> new Twin<>(Constant.NULL, DSL.nullCondition()))
          .on(QOM.True.class, c -> new Twin<>(Constant.TRUE, DSL.trueCondition()))
          .on(QOM.False.class, c -> new Twin<>(Constant.FALSE, DSL.falseCondition()))
          .on(QOM.Eq.class, c -> compare(c.$arg1(), c.$arg2(), ColumnElement::eq, Field::eq))
          .on(QOM.Ne.class, c -> compare(c.$arg1(), c.$arg2(), ColumnElement::ne, Field::ne))
          .on(QOM.Lt.class, c -> compare(c.$arg1(), c.$arg2(), ColumnElement::lt, Field::lt))
          .on(QOM.Le.class, c -> compare(c.$arg1(), c.$arg2(), ColumnElement::le, Field::le))
          .on(QOM.Gt.class, c -> compare(c.$arg1(), c.$arg2(), ColumnElement::gt, Field::gt))
          .on(QOM.Ge.class, c -> compare(c.$arg1(), c.$arg2(), ColumnElement::ge, Field::ge))
          .on(
              QOM.IsDistinctFrom.class,
              c ->
                  compare(
                      c.$arg1(), c.$arg2(), ColumnElement::isDistinctFrom, Field::isDistinctFrom))
          .on(
              QOM.IsNotDistinctFrom.class,
              c ->
                  compare(
                      c.$arg1(),
                      c.$arg2(),
                      ColumnElement::isNotDistinctFrom,
                      Field::isNotDistinctFrom))
          .on(QOM.IsNull.class, c -> test(c.$arg1(), ColumnElement::isNull, Field::isNull))
          .on(QOM.IsNotNull.class, c -> test(c.$arg1(), ColumnElement::isNotNull, Field::isNotNull))
          .on(QOM.Between.class, this::between)
          .on(QOM.InList.class, c -> in(c.$field(), c.$list(), ColumnElement::in, Field::in))
          .on(
              QOM.NotInList.class,
              c -> in(c.$field(), c.$list(), ColumnElement::notIn, Field::notIn))
          .on(
              QOM.Like.class,
              c ->
                  like(
                      c.$value(),
                      c.$pattern(),
                      c.$escape(),
                      ColumnElement::like,
                      Field::like,
                      Field::like))
          .on(
              QOM.NotLike.class,
              c ->
                  like(
                      c.$value(),
                      c.$pattern(),
                      c.$escape(),
                      ColumnElement::notLike,
                      Field::notLike,
                      Field::notLike))
          .on(
              QOM.LikeIgnoreCase.class,
              c ->
                  like(
                      c.$value(),
                      c.$pattern(),
                      c.$escape(),
                      ColumnElement::ilike,
                      Field::likeIgnoreCase,
                      Field::likeIgnoreCase))
          .on(
              QOM.NotLikeIgnoreCase.class,
              c ->
                  like(
                      c.$value(),
                      c.$pattern(),
                      c.$escape(),
                      ColumnElement::notIlike,
                      Field::notLikeIgnoreCase,
                      Field::notLikeIgnoreCase));

  ConditionImport(
      FieldImport fields, SQLDialect dialect, Function<org.jooq.Select<?>, SelectTwin> selects) {
    this.fields = fields;
    this.rows = new RowImport(fields);
    new SubqueryImport(fields, selects).registerConditions(handlers);
    new QuantifiedImport(fields, selects).register(handlers);
    Expansions expansions = new Expansions(dialect, fields);
    expansions.registerSpelledConditions(handlers);
    rows.register(handlers);
    expansions.registerConditions(handlers);
    new PrintedRowImport(fields, selects).register(handlers);
  }

  RowImport rows() {
    return rows;
  }

  /** The parts that are read. */
  Set<Class<?>> kinds() {
    return handlers.kinds();
  }

  boolean knows(Condition condition) {
    return handlers.knows(condition.and(DSL.noCondition()));
  }

  /** Adding nothing unwraps the mutable holder that jOOQ keeps a join's condition in. */
  Twin<Condition> read(Condition condition) {
    return handlers.handle(condition.and(DSL.noCondition()));
  }

  /** The same; null where there is none, or it says nothing. */
  @Nullable Twin<Condition> readOrNull(@Nullable Condition condition) {
    return condition != null && isPresent(condition) ? read(condition) : null;
  }

  /** Whether it says something. */
  static boolean isPresent(Condition condition) {
    return condition.getClass() != DSL.noCondition().getClass();
  }

  private Twin<Condition> combine(
      Condition left,
      Condition right,
      Function<List<ColumnElement>, ColumnElement> build,
      BinaryOperator<Condition> mirror) {
    Twin<Condition> l = read(left);
    Twin<Condition> r = read(right);
    return new Twin<>(
        build.apply(List.of(l.element(), r.element())), mirror.apply(l.mirror(), r.mirror()));
  }

  private Twin<Condition> not(Condition condition) {
    Twin<Condition> read = read(condition);
    return new Twin<>(read.element().not(), DSL.not(read.mirror()));
  }

  private Twin<Condition> field(Object field) {
    Twin<Field> read = fields.read(field);
    return new Twin<>(read.element(), DSL.condition((Field<Boolean>) read.mirror()));
  }

  private Twin<Condition> test(
      Object field,
      Function<ColumnElement, ColumnElement> build,
      Function<Field, Condition> mirror) {
    Twin<Field> read = fields.read(field);
    return new Twin<>(build.apply(read.element()), mirror.apply(read.mirror()));
  }

  /** The two agree on the operator of each database. */
  private Twin<Condition> regexp(Field<?> value, Field<String> pattern) {
    Twin<Field> v = fields.read(value);
    Twin<Field> p = fields.read(pattern);
    return new Twin<>(
        v.element().regexpMatch(FieldImport.operand(pattern, p)), v.mirror().likeRegex(p.mirror()));
  }

  private Twin<Condition> compare(
      Object left,
      Object right,
      BiFunction<ColumnElement, Object, ColumnElement> build,
      BiFunction<Field, Field, Condition> mirror) {
    Twin<Field> l = fields.read(left);
    Twin<Field> r = fields.read(right);
    return new Twin<>(
        build.apply(l.element(), FieldImport.operand(right, r)),
        mirror.apply(l.mirror(), r.mirror()));
  }

  private Twin<Condition> between(QOM.Between<?> between) {
    Twin<Field> value = fields.read(between.$arg1());
    Twin<Field> low = fields.read(between.$arg2());
    Twin<Field> high = fields.read(between.$arg3());
    Object from = FieldImport.operand(between.$arg2(), low);
    Object to = FieldImport.operand(between.$arg3(), high);
    if (Printed.of(between, SQLDialect.POSTGRES).keywords().contains("not")) {
      return notBetween(between.$symmetric(), value, List.of(from, to), low, high);
    }
    return between.$symmetric()
        ? new Twin<>(
            value.element().betweenSymmetric(from, to),
            value.mirror().betweenSymmetric(low.mirror(), high.mirror()))
        : new Twin<>(
            value.element().between(from, to), value.mirror().between(low.mirror(), high.mirror()));
  }

  /** The object model does not tell it from BETWEEN. */
  private static Twin<Condition> notBetween(
      boolean isSymmetric,
      Twin<Field> value,
      List<Object> bounds,
      Twin<Field> low,
      Twin<Field> high) {
    ColumnElement element = value.element();
    return isSymmetric
        ? new Twin<>(
            element.betweenSymmetric(bounds.get(0), bounds.get(1)).not(),
            value.mirror().notBetweenSymmetric(low.mirror(), high.mirror()))
        : new Twin<>(
            element.notBetween(bounds.get(0), bounds.get(1)),
            value.mirror().notBetween(low.mirror(), high.mirror()));
  }

  private Twin<Condition> in(
      Object field,
      Iterable<?> list,
      BiFunction<ColumnElement, List<?>, ColumnElement> build,
      BiFunction<Field, Field[], Condition> mirror) {
    Twin<Field> read = fields.read(field);
    List<Object> operands = new ArrayList<>();
    List<Field> mirrors = new ArrayList<>();
    for (Object item : list) {
      Twin<Field> value = fields.read(item);
      operands.add(FieldImport.operand(item, value));
      mirrors.add(value.mirror());
    }
    return new Twin<>(
        build.apply(read.element(), operands),
        mirror.apply(read.mirror(), mirrors.toArray(Field[]::new)));
  }

  private Twin<Condition> like(
      Object value,
      Object pattern,
      @Nullable Character escape,
      Likes build,
      BiFunction<Field, Field, Condition> mirror,
      EscapedMirror escapedMirror) {
    Twin<Field> v = fields.read(value);
    Twin<Field> p = fields.read(pattern);
    String escapeText = escape == null ? null : escape.toString();
    return new Twin<>(
        build.apply(v.element(), FieldImport.operand(pattern, p), escapeText),
        escape == null
            ? mirror.apply(v.mirror(), p.mirror())
            : escapedMirror.apply(v.mirror(), p.mirror(), escape));
  }

  @FunctionalInterface
  private interface Likes {
    ColumnElement apply(ColumnElement value, Object pattern, @Nullable String escape);
  }

  @FunctionalInterface
  private interface EscapedMirror {
    Condition apply(Field value, Field pattern, char escape);
  }
}
