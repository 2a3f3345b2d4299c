package dev.brine.codec;

import dev.brine.expr.InsertFlavour;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What 1.4 writes otherwise than 2.0 (rel_1_4_0, rel_1_4_54). */
final class Shapes14 {

  private static final PyGlobal BOOLEAN_LIST = PythonClasses.element("BooleanClauseList");
  private static final PyGlobal CLAUSE_LIST = PythonClasses.element("ClauseList");
  private static final PyGlobal EXPRESSION_LIST = PythonClasses.element("ExpressionClauseList");
  private static final PyGlobal EXISTS = PythonClasses.selectable("Exists");
  private static final PyGlobal BINARY = PythonClasses.element("BinaryExpression");

  private static final List<String> AFFIXES = List.of("_prefixes", "_suffixes");
  private static final String CTE_PLACES = "_independent_ctes_opts";
  private static final String CLAUSES = "clauses";

  static final List<SeriesShape> ALL =
      Stream.of(
              Stream.of(
                  new SeriesShape(LabelStyles.LABEL_STYLE.path(), LabelStyles::symbol),
                  new SeriesShape(
                      SelectReshaping.KEYWORD.path(),
                      keyword -> Symbols.write(keyword.typeArgs().get(0).toString())),
                  new SeriesShape(EnumState.NO_ARG.path(), symbol -> Symbols.write("NO_ARG")),
                  new SeriesShape(EXPRESSION_LIST.path(), Shapes14::expressionList),
                  SeriesShape.of(Binds.BIND, ElementShapes13::forgetUuid),
                  SeriesShape.of(EXISTS, exists -> exists.put("wraps_column_expression", true)),
                  SeriesShape.of(BOOLEAN_LIST, Shapes14::clauses)),
              LoadShapes14.ALL.stream(),
              ofTypes(),
              ofDml(),
              ofStatements())
          .flatMap(shapes -> shapes)
          .toList();

  private Shapes14() {}

  private static Stream<SeriesShape> ofTypes() {
    return Stream.of(TypeName.values())
        .filter(name -> !TypeShapes13.WITHOUT_STATE.contains(name))
        .map(
            name -> new SeriesShape(TypeClasses.python(name).path(), object -> type(name, object)));
  }

  private static PyObject type(TypeName name, PyObject object) {
    Reshaping type = new Reshaping(object);
    if (name.isA(TypeName.STRING)) {
      TypeShapes13.string(name, type);
    }
    return TypeShapes13.beforeVariants(type);
  }

  private static Stream<SeriesShape> ofDml() {
    return Stream.concat(
            Stream.of(InsertFlavour.values()).map(flavour -> PythonClasses.dml(flavour, "Insert")),
            Stream.of(PythonClasses.dml(InsertFlavour.STANDARD, "Update")))
        .map(cls -> SeriesShape.of(cls, change -> change.putIfAbsent("_inline", false)));
  }

  private static Stream<SeriesShape> ofStatements() {
    return Stream.concat(
            Stream.of(InsertFlavour.values()).map(flavour -> PythonClasses.dml(flavour, "Insert")),
            Stream.of(
                PythonClasses.dml(InsertFlavour.STANDARD, "Update"),
                PythonClasses.dml(InsertFlavour.STANDARD, "Delete"),
                PythonClasses.selectable("Select"),
                PythonClasses.selectable("CompoundSelect"),
                PythonClasses.selectable("TextualSelect"),
                OrmClasses.QUERY))
        .map(
            cls ->
                SeriesShape.of(
                    cls,
                    statement -> {
                      ctes(statement);
                      AFFIXES.forEach(key -> affixes(key, statement));
                    }));
  }

  /** What is for any dialect is for none by name. */
  private static void affixes(String key, Reshaping statement) {
    if (statement.get(key) instanceof PyTuple affixes) {
      List<Object> changed = new ArrayList<>();
      for (Object affix : affixes) {
        PyTuple pair = (PyTuple) affix;
        changed.add("*".equals(pair.get(1)) ? PyTuple.of(pair.get(0), PyNone.NONE) : pair);
      }
      statement.put(key, PyTuple.of(changed));
    }
  }

  /** Where a CTE of its own is written, 1.4 does not ask. */
  private static void ctes(Reshaping statement) {
    for (Object place : PythonItems.ofNode(statement.take(CTE_PLACES))) {
      if (((PyObject) place).typeArgs().asList().contains(true)) {
        throw SeriesLacks.refusal(Series.V1_4, "add_cte(nest_here=True)");
      }
    }
  }

  /** A chain of one operator is a tree, and what is no chain a list like any other. */
  private static PyObject expressionList(PyObject list) {
    Reshaping reshaping = new Reshaping(list);
    List<Object> items = PythonItems.ofClauses(list);
    Object operator = reshaping.take("operator");
    boolean isChain =
        items.size() > 1
            && operator instanceof PyGlobal function
            && !List.of("comma_op", "and_", "or_").contains(function.name());
    if (!isChain) {
      clauses(reshaping.put("operator", operator));
      reshaping.take("type");
      return reshaping.become(CLAUSE_LIST).done();
    }
    Object type = reshaping.take("type");
    Object left = items.get(0);
    for (Object right : items.subList(1, items.size())) {
      left =
          PyObject.newObject(BINARY)
              .build(
                  new PyDict()
                      .put("left", left)
                      .put("operator", operator)
                      .put("right", right)
                      .put("modifiers", new PyDict())
                      .put("negate", PyNone.NONE)
                      .put("type", type));
    }
    return (PyObject) left;
  }

  private static void clauses(Reshaping list) {
    if (list.get(CLAUSES) instanceof PyTuple items) {
      list.put(CLAUSES, new PyList(items.asList()));
    }
    list.putIfAbsent("group_contents", true);
  }
}
