package dev.brine.series;

import dev.brine.expr.LabelStyle;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.TypeName;
import dev.brine.shape.CompoundKeywords;
import dev.brine.shape.EnumState;
import dev.brine.shape.KeywordCall;
import dev.brine.shape.LabelStyles;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How the portable form says what 1.4, 2.0 and 2.1 do not keep alike (rel_1_4_0 to rel_2_1_0b3): by
 * the name of a constant that each of them has, by a call that each of them answers with an object
 * of its own, or by all the keys that any of them looks for.
 */
final class PortableShapes {

  private static final PyGlobal CHAIN = PythonClasses.element("ExpressionClauseList");
  private static final PyGlobal CLAUSE_LIST = PythonClasses.element("ClauseList");
  private static final PyGlobal AND = PythonClasses.standardOperator("and_");
  private static final PyGlobal OVER = PythonClasses.element("Over");
  private static final PyGlobal COLUMN_DEFAULT =
      new PyGlobal("sqlalchemy.sql.schema", "ColumnDefault");
  private static final String OPERATOR = "operator";
  private static final String OPSTRING = "opstring";

  /** The function, both clauses and a frame of either of two kinds; the third is of groups. */
  private static final int OVER_ARGUMENTS = 5;

  static final List<SeriesShape> ALL =
      Stream.of(
              PortableStatements.ALL.stream(),
              Shapes20.FUNCTIONS.stream(),
              Stream.of(PortableCtes.SHAPE),
              Stream.of(
                  new SeriesShape(LabelStyles.LABEL_STYLE.path(), PortableShapes::labelStyle),
                  new SeriesShape(CompoundKeywords.CLASS.path(), CompoundKeywords::portable),
                  new SeriesShape(EnumState.NO_ARG.path(), object -> EnumState.PORTABLE_NO_ARG),
                  new SeriesShape(PythonClasses.CUSTOM_OPERATOR.path(), PortableShapes::operator),
                  new SeriesShape(CHAIN.path(), PortableShapes::chain),
                  new SeriesShape(OVER.path(), PortableShapes::over),
                  new SeriesShape(
                      "sqlalchemy.sql.schema.ScalarElementColumnDefault",
                      PortableShapes::scalarDefault),
                  new SeriesShape(OrmClasses.LOADER_CRITERIA.path(), PortableShapes::criteria),
                  SeriesShape.of(OrmClasses.QUERY, PortableShapes::query),
                  SeriesShape.of(
                      PythonClasses.element("CollectionAggregate"),
                      object -> object.putIfAbsent("wraps_column_expression", false))),
              floats(),
              SeriesShape.ofTypes(TypeName.ENUM, PortableShapes::enumeration))
          .flatMap(shapes -> shapes)
          .toList();

  private PortableShapes() {}

  /** 2.1 looks for it; Oracle's own are copied with all that they have, and take none. */
  private static Stream<SeriesShape> floats() {
    String oracle = "sqlalchemy.dialects.oracle.";
    return SeriesShape.ofTypes(TypeName.FLOAT_, type -> type.putIfAbsent("scale", PyNone.NONE))
        .filter(shape -> !shape.className().startsWith(oracle));
  }

  /** Where 2.0 has them 1.4 takes them too, but forgets none of them: see {@link LegacyJoins}. */
  private static void query(Reshaping query) {
    Object joins = Objects.requireNonNullElse(query.get(OrmReshaping.JOINS), PyTuple.EMPTY);
    Refusals.PORTABLE.checkIf(!PythonItems.ofNode(joins).isEmpty(), "Query.join");
  }

  /** Its slots are not the same in any two of them. */
  private static Object labelStyle(PyObject written) {
    LabelStyle style = LabelStyles.read(written);
    if (style == LabelStyle.LEGACY_ORM) {
      throw Refusals.PORTABLE.refusal("the label style of a subquery of the ORM");
    }
    return LabelStyles.constant(style);
  }

  private static PyObject operator(PyObject object) {
    PyDict keywords = new PyDict();
    object
        .slotState()
        .forEach(
            (key, value) -> {
              if (!key.equals(OPSTRING) && value != PyNone.NONE) {
                keywords.put(key, value);
              }
            });
    Object spelling = Objects.requireNonNull(object.slotState().get(OPSTRING));
    return new KeywordCall(PythonClasses.CUSTOM_OPERATOR, List.of(spelling), keywords).write();
  }

  /** 1.4 has a tree of pairs for it, but for the two ends of a BETWEEN. */
  private static PyObject chain(PyObject list) {
    List<Object> operands = PythonItems.ofNode(attribute(list, "clauses"));
    Object operator = attribute(list, OPERATOR);
    if (operator.equals(AND)) {
      return PyObject.newObject(CLAUSE_LIST)
          .build(
              new PyDict()
                  .put(OPERATOR, operator)
                  .put("group", attribute(list, "group"))
                  .put("group_contents", false)
                  .put("clauses", new PyList(operands)));
    }
    Object left = operands.get(0);
    for (Object right : operands.subList(1, operands.size())) {
      left =
          PyObject.reduce(operator, left, right)
              .build(new PyDict().put("type", attribute(list, "type")));
    }
    return (PyObject) left;
  }

  private static Object attribute(PyObject object, String name) {
    return Objects.requireNonNull(object.attribute(name), name);
  }

  /** 1.4 has one class for all defaults, whose {@code __new__} in 2.0 takes that for a value. */
  private static PyObject scalarDefault(PyObject scalar) {
    return PyObject.newObject(COLUMN_DEFAULT, attribute(scalar, "arg")).build(scalar.stateDict());
  }

  private static PyObject over(PyObject over) {
    Shapes20.refuseExclude(over, Refusals.PORTABLE);
    if (over.args().size() > OVER_ARGUMENTS) {
      throw Refusals.PORTABLE.refusal("a frame of GROUPS (new in 2.0.40)");
    }
    return over;
  }

  /** The function that users call has the same arguments in all of them. */
  private static PyObject criteria(PyObject option) {
    List<Object> given = option.args().asList();
    return PyObject.reduce(
        OrmClasses.WITH_LOADER_CRITERIA,
        given.get(0),
        given.get(1),
        false,
        given.get(2),
        given.get(3));
  }

  private static void enumeration(Reshaping type) {
    type.putIfAbsent("create_type", true).putIfAbsent("_expect_unicode", true);
  }
}
