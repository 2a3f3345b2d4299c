package dev.brine.codec;

import dev.brine.expr.AggregateOrderBy;
import dev.brine.expr.ArrayLiteral;
import dev.brine.expr.CollectionAggregate;
import dev.brine.expr.Operator;
import dev.brine.expr.Slice;
import dev.brine.expr.StandardOperator;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.schema.Types;
import dev.brine.shape.PythonClasses;
import java.util.List;

/**
 * Arrays and what is done with them (rel_2_0_52, {@code sql/elements.py}, {@code
 * dialects/postgresql/array.py} and {@code ext.py}).
 */
final class CollectionCodecs {

  private static final PyGlobal COLLECTION = PythonClasses.element("CollectionAggregate");
  private static final PyGlobal SLICE = PythonClasses.element("Slice");
  private static final PyGlobal ARRAY =
      new PyGlobal("sqlalchemy.dialects.postgresql.array", "array");
  private static final PyGlobal AGGREGATE_ORDER_BY =
      new PyGlobal("sqlalchemy.dialects.postgresql.ext", "aggregate_order_by");

  static final List<NodeCodec<?>> ALL =
      List.of(
          NodeCodec.of(
              CollectionAggregate.class,
              COLLECTION,
              CollectionCodecs::collection,
              (aggregate, out) ->
                  new NodeWriter(out)
                      .element("element", aggregate.element())
                      .operator("operator", aggregate.operator())
                      .put("modifier", PyNone.NONE)
                      .put("wraps_column_expression", false)
                      .type(aggregate.type())
                      .make(COLLECTION)),
          NodeCodec.of(
              Slice.class,
              SLICE,
              CollectionCodecs::slice,
              (slice, out) ->
                  new NodeWriter(out)
                      .element("start", slice.start())
                      .element("stop", slice.stop())
                      .element("step", slice.step())
                      .type(slice.type())
                      .make(SLICE)),
          NodeCodec.of(
              ArrayLiteral.class,
              ARRAY,
              CollectionCodecs::array,
              (array, out) ->
                  new NodeWriter(out)
                      .operator("operator", StandardOperator.COMMA)
                      .tuple("clauses", array.clauses())
                      .type(array.type())
                      .make(ARRAY)),
          NodeCodec.of(
              AggregateOrderBy.class,
              AGGREGATE_ORDER_BY,
              CollectionCodecs::aggregateOrderBy,
              (aggregate, out) ->
                  new NodeWriter(out)
                      .element("target", aggregate.element())
                      .element("order_by", aggregate.orderBy())
                      .type(aggregate.type())
                      .make(AGGREGATE_ORDER_BY)));

  private CollectionCodecs() {}

  private static CollectionAggregate collection(NodeReader in) {
    Operator operator = in.operator("operator");
    boolean isKnown = operator == StandardOperator.ANY || operator == StandardOperator.ALL;
    if (!isKnown || in.operatorOrNull("modifier") != null) {
      throw in.refuse("operator " + operator);
    }
    in.type("type", Types.BOOLEAN);
    return new CollectionAggregate(in.column("element"), (StandardOperator) operator);
  }

  private static Slice slice(NodeReader in) {
    in.type("type", Types.NULL);
    return new Slice(in.column("start"), in.column("stop"), in.column("step"));
  }

  private static ArrayLiteral array(NodeReader in) {
    in.operator("operator");
    // Without it there are no parentheses around it, which there never are.
    in.find("group");
    return new ArrayLiteral(in.require("clauses").columns("clauses"), in.type("type"));
  }

  private static AggregateOrderBy aggregateOrderBy(NodeReader in) {
    in.find("type");
    return new AggregateOrderBy(in.column("target"), in.column("order_by"));
  }
}
