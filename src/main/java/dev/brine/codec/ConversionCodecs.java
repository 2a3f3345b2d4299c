package dev.brine.codec;

import dev.brine.expr.Case;
import dev.brine.expr.Cast;
import dev.brine.expr.Collation;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Extract;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.Tuple;
import dev.brine.expr.TypeCoerce;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import dev.brine.shape.PythonClasses;
import java.util.List;

/** Values chosen, converted or put together (rel_2_0_52, {@code sql/elements.py}). */
final class ConversionCodecs {

  private static final PyGlobal CASE = PythonClasses.element("Case");
  private static final PyGlobal CAST = PythonClasses.element("Cast");
  private static final PyGlobal TRY_CAST = PythonClasses.element("TryCast");
  private static final PyGlobal TYPE_CLAUSE = PythonClasses.element("TypeClause");
  private static final PyGlobal TUPLE = PythonClasses.element("Tuple");
  private static final PyGlobal TYPE_COERCE = PythonClasses.element("TypeCoerce");
  private static final PyGlobal EXTRACT = PythonClasses.element("Extract");
  private static final PyGlobal COLLATION = PythonClasses.element("CollationClause");

  static final List<NodeCodec<?>> ALL =
      List.of(
          NodeCodec.of(Case.class, CASE, ConversionCodecs::caseOf, ConversionCodecs::encodeCase),
          new NodeCodec<>(
              Cast.class,
              List.of(CAST, TRY_CAST),
              ConversionCodecs::cast,
              ConversionCodecs::encodeCast),
          NodeCodec.of(
              TypeCoerce.class,
              TYPE_COERCE,
              in -> new TypeCoerce(in.column("clause"), in.type("type")),
              (coerce, out) ->
                  new NodeWriter(out)
                      .element("clause", coerce.element())
                      .type(coerce.type())
                      .make(TYPE_COERCE)),
          NodeCodec.of(
              Extract.class,
              EXTRACT,
              ConversionCodecs::extract,
              (extract, out) ->
                  new NodeWriter(out)
                      .put("field", extract.field())
                      .element("expr", extract.element())
                      .type(extract.type())
                      .make(EXTRACT)),
          NodeCodec.of(Tuple.class, TUPLE, ConversionCodecs::tuple, ConversionCodecs::encodeTuple),
          NodeCodec.of(
              Collation.class,
              COLLATION,
              ConversionCodecs::collation,
              (collation, out) ->
                  new NodeWriter(out).put("collation", collation.name()).make(COLLATION)));

  private ConversionCodecs() {}

  private static Case caseOf(NodeReader in) {
    List<Case.When> whens = in.require("whens").each("whens", (pair, path) -> when(in, pair, path));
    ColumnElement otherwise = in.columnOrNull("else_");
    return new Case(
        in.columnOrNull("value"), whens, otherwise, in.type("type", Case.typeOf(whens, otherwise)));
  }

  private static Case.When when(NodeReader in, Object pair, GraphPath path) {
    List<Object> parts = in.itemsOf(pair, path);
    if (parts.size() != 2) {
      throw in.refuse("a condition without its result");
    }
    return new Case.When(
        in.decoder().column(parts.get(0), path.index(0)),
        in.decoder().column(parts.get(1), path.index(1)));
  }

  private static Object encodeCase(Case element, ExprToGraph out) {
    List<Object> whens =
        element.whens().stream()
            .<Object>map(when -> PyTuple.of(out.elements(List.of(when.condition(), when.result()))))
            .toList();
    return new NodeWriter(out)
        .element("value", element.value())
        .put("whens", new PyList(whens))
        .element("else_", element.otherwise())
        .type(element.type())
        .make(CASE);
  }

  /** The type lies in a clause of its own too. */
  private static Cast cast(NodeReader in) {
    SqlType type = in.child("typeclause", TYPE_CLAUSE).type("type");
    in.type("type", type);
    return new Cast(in.column("clause"), type, in.className().equals(TRY_CAST.path()));
  }

  private static Object encodeCast(Cast cast, ExprToGraph out) {
    return new NodeWriter(out)
        .element("clause", cast.element())
        .put("typeclause", new NodeWriter(out).type(cast.type()).make(TYPE_CLAUSE))
        .type(cast.type())
        .make(cast.isTry() ? TRY_CAST : CAST);
  }

  private static Extract extract(NodeReader in) {
    in.type("type", Types.INTEGER);
    return new Extract(in.text("field"), in.column("expr"));
  }

  /** Everything but the members is the same of every tuple, or follows from them. */
  private static Tuple tuple(NodeReader in) {
    in.operator("operator");
    in.flag("group");
    in.flag("group_contents");
    in.find("type");
    return new Tuple(in.require("clauses").columns("clauses"));
  }

  private static PyObject encodeTuple(Tuple tuple, ExprToGraph out) {
    return new NodeWriter(out)
        .operator("operator", StandardOperator.COMMA)
        .put("group", true)
        .put("group_contents", true)
        .list("clauses", tuple.clauses())
        .type(tuple.type())
        .put("_is_implicitly_boolean", false)
        .make(TUPLE);
  }

  private static Collation collation(NodeReader in) {
    in.find("type");
    return new Collation(in.text("collation"));
  }
}
