package dev.brine.codec;

import dev.brine.expr.AsBoolean;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BooleanClauseList;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Constant;
import dev.brine.expr.Exists;
import dev.brine.expr.ExpressionClauseList;
import dev.brine.expr.Grouping;
import dev.brine.expr.Label;
import dev.brine.expr.LabelReference;
import dev.brine.expr.Operator;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.TextualLabelReference;
import dev.brine.expr.UnaryExpression;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.schema.Types;
import dev.brine.series.RegexpCalls;
import dev.brine.shape.PythonClasses;
import java.util.List;

/** The parts of expressions (rel_2_0_52, {@code sql/elements.py}). */
final class ElementCodecs {

  private static final PyGlobal BINARY = PythonClasses.element("BinaryExpression");
  private static final PyGlobal LABEL = PythonClasses.element("Label");
  private static final PyGlobal NULL = PythonClasses.element("Null");
  private static final PyGlobal TRUE = PythonClasses.element("True_");
  private static final PyGlobal FALSE = PythonClasses.element("False_");

  static final List<NodeCodec<?>> ALL =
      List.of(
          NodeCodec.of(
              BinaryExpression.class,
              BINARY,
              in ->
                  Chains.flat(
                      new BinaryExpression(
                          in.column("left"),
                          in.operator("operator"),
                          in.column("right"),
                          in.type("type"),
                          in.operatorOrNull("negate"),
                          in.plainDict("modifiers"))),
              (binary, out) ->
                  RegexpCalls.written(
                      new NodeWriter(out)
                          .element("left", binary.left())
                          .operator("operator", binary.operator())
                          .element("right", binary.right())
                          .type(binary.type())
                          .operator("negate", binary.negate())
                          .put("modifiers", Modifiers.write(binary))
                          .put("_is_implicitly_boolean", binary.isImplicitlyBoolean())
                          .make(BINARY))),
          entry(
              UnaryExpression.class,
              "UnaryExpression",
              ElementCodecs::unary,
              (unary, out) ->
                  out.element("element", unary.element())
                      .operator("operator", unary.operator())
                      .operator("modifier", unary.modifier())
                      .type(unary.type())
                      .put("wraps_column_expression", wraps(unary))),
          entry(
              AsBoolean.class,
              "AsBoolean",
              ElementCodecs::asBoolean,
              (asBoolean, out) ->
                  out.element("element", asBoolean.element())
                      .operator("operator", truth(asBoolean.isTrue()))
                      .put("modifier", PyNone.NONE)
                      .operator("negate", truth(!asBoolean.isTrue()))
                      .type(Types.BOOLEAN)
                      .put("wraps_column_expression", true)
                      .put("_is_implicitly_boolean", asBoolean.isImplicitlyBoolean())),
          entry(
              BooleanClauseList.class,
              "BooleanClauseList",
              ElementCodecs::booleanList,
              (list, out) ->
                  out.tuple("clauses", list.clauses())
                      .put("group", true)
                      .operator("operator", list.operator())
                      .type(Types.BOOLEAN)
                      .put("_is_implicitly_boolean", list.isImplicitlyBoolean())),
          entry(
              ClauseList.class,
              "ClauseList",
              in ->
                  new ClauseList(
                      in.operator("operator"),
                      in.require("clauses").columns("clauses"),
                      in.flag("group"),
                      in.flag("group_contents")),
              (list, out) ->
                  out.operator("operator", list.operator())
                      .put("group", list.isGroup())
                      .put("group_contents", list.groupsContents())
                      .list("clauses", list.clauses())
                      .put("_is_implicitly_boolean", list.isImplicitlyBoolean())),
          entry(
              ExpressionClauseList.class,
              "ExpressionClauseList",
              in ->
                  new ExpressionClauseList(
                      in.operator("operator"),
                      in.require("clauses").columns("clauses"),
                      !in.has("group") || in.flag("group"),
                      in.type("type", Types.NULL)),
              (list, out) ->
                  out.put("group", list.isGroup())
                      .tuple("clauses", list.clauses())
                      .operator("operator", list.operator())
                      .type(list.type())),
          entry(
              Grouping.class,
              "Grouping",
              in -> new Grouping(in.column("element"), in.type("type", Types.NULL)),
              (grouping, out) -> out.element("element", grouping.element()).type(grouping.type())),
          entry(
              LabelReference.class,
              "_label_reference",
              in -> new LabelReference(in.column("element")),
              (reference, out) -> out.element("element", reference.element())),
          entry(
              TextualLabelReference.class,
              "_textual_label_reference",
              in -> new TextualLabelReference(in.text("element")),
              (reference, out) -> out.put("element", reference.name())),
          NodeCodec.of(
              Label.class,
              LABEL,
              ElementCodecs::label,
              (label, out) ->
                  PyObject.reduce(
                      LABEL,
                      out.name(label.name()),
                      out.element(label.element()),
                      out.type(label.type()))),
          new NodeCodec<>(
              Constant.class,
              List.of(NULL, TRUE, FALSE),
              ElementCodecs::constant,
              (constant, out) -> PyObject.newObject(python(constant))));

  private ElementCodecs() {}

  /** Puts an element's parts into the state of its object. */
  @FunctionalInterface
  interface Parts<T> {
    NodeWriter write(T element, NodeWriter out);
  }

  /** The entry of an element whose parts are all in its state. */
  private static <T extends ClauseElement> NodeCodec<T> entry(
      Class<T> type, String className, NodeCodec.Decoder decoder, Parts<T> parts) {
    PyGlobal cls = PythonClasses.element(className);
    return NodeCodec.of(
        type, cls, decoder, (element, out) -> parts.write(element, new NodeWriter(out)).make(cls));
  }

  private static UnaryExpression unary(NodeReader in) {
    Operator operator = in.operatorOrNull("operator");
    Operator modifier = in.operatorOrNull("modifier");
    if ((operator == null) == (modifier == null)) {
      throw in.refuse("operator and modifier");
    }
    return new UnaryExpression(
        in.column("element"), operator, modifier, in.type("type", Types.NULL));
  }

  private static AsBoolean asBoolean(NodeReader in) {
    Operator operator = in.operator("operator");
    in.type("type", Types.BOOLEAN);
    if (operator != StandardOperator.IS_TRUE && operator != StandardOperator.IS_FALSE) {
      throw in.refuse("operator " + operator);
    }
    return new AsBoolean(in.column("element"), operator == StandardOperator.IS_TRUE);
  }

  private static StandardOperator truth(boolean value) {
    return value ? StandardOperator.IS_TRUE : StandardOperator.IS_FALSE;
  }

  /** Up to 1.4 the negation of an EXISTS is labelled in a SELECT as the EXISTS is. */
  private static boolean wraps(UnaryExpression unary) {
    ColumnElement element = unary.element();
    while (element instanceof Grouping grouping) {
      element = grouping.element();
    }
    return unary.operator() == StandardOperator.INV
        && (element instanceof Exists
            || (element instanceof UnaryExpression inner && wraps(inner)));
  }

  private static ColumnElement booleanList(NodeReader in) {
    Operator operator = in.operator("operator");
    in.type("type", Types.BOOLEAN);
    // Both follow from the operator and are written as they are by every patch level.
    in.flag("group");
    in.flag("group_contents");
    if (operator != StandardOperator.AND && operator != StandardOperator.OR) {
      throw in.refuse("operator " + operator);
    }
    List<ColumnElement> clauses = in.require("clauses").columns("clauses");
    return clauses.size() == 1
        ? clauses.get(0).asCondition()
        : Annotations.withNegation(new BooleanClauseList((StandardOperator) operator, clauses), in);
  }

  /** Rebuilt by a call with the name, the element and the type. */
  private static Label label(NodeReader in) {
    GraphToExpr decoder = in.decoder();
    return new Label(
        decoder.names().read(in.argument(0), in.argumentPath(0)),
        decoder.column(in.argument(1), in.argumentPath(1)),
        decoder.types().read(in.argument(2), in.argumentPath(2)));
  }

  private static Constant constant(NodeReader in) {
    in.type("type", Types.NULL);
    return switch (in.simpleName()) {
      case "Null" -> Constant.NULL;
      case "True_" -> Constant.TRUE;
      default -> Constant.FALSE;
    };
  }

  private static PyGlobal python(Constant constant) {
    return switch (constant) {
      case NULL -> NULL;
      case TRUE -> TRUE;
      case FALSE -> FALSE;
    };
  }
}
