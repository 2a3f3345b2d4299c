package dev.brine.series;

import dev.brine.expr.InsertFlavour;
import dev.brine.expr.StandardOperator;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.TypeName;
import dev.brine.shape.EnumState;
import dev.brine.shape.FunctionClasses;
import dev.brine.shape.LabelStyles;
import dev.brine.shape.OrmClasses;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Symbols;
import dev.brine.shape.TypeClasses;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What 1.4 writes otherwise than 2.0 (rel_1_4_0, rel_1_4_54). */
final class Shapes14 {

  private static final PyGlobal BOOLEAN_LIST = PythonClasses.element("BooleanClauseList");
  private static final PyGlobal CLAUSE_LIST = PythonClasses.element("ClauseList");
  private static final PyGlobal EXPRESSION_LIST = PythonClasses.element("ExpressionClauseList");
  private static final PyGlobal EXISTS = PythonClasses.selectable("Exists");
  private static final PyGlobal BINARY = PythonClasses.element("BinaryExpression");

  private static final PyGlobal COLLECTION = PythonClasses.element("CollectionAggregate");
  private static final PyGlobal NULL_TYPE = PythonClasses.type("NullType");
  private static final PyGlobal REGCONFIG = TypeClasses.python(TypeName.POSTGRESQL_REGCONFIG);
  private static final PyGlobal TSQUERY = TypeClasses.python(TypeName.POSTGRESQL_TSQUERY);

  /** Where the functions for full text search are. */
  private static final String SEARCH = "sqlalchemy.dialects.postgresql.ext";

  private static final String COLUMNS = "_column_args";
  private static final PyGlobal OVER = PythonClasses.element("Over");
  private static final PyGlobal CTE = PythonClasses.selectable("CTE");

  private static final PyGlobal FLOOR_DIVISION = PythonClasses.operator(StandardOperator.FLOORDIV);

  /** The last of them are the frames by range and by rows. */
  private static final int ARGUMENTS_OF_OVER = 5;

  private static final String WRAPS = "wraps_column_expression";
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
                  new SeriesShape(OVER.path(), Shapes14::over),
                  new SeriesShape(CTE.path(), PortableCtes::writeFor14),
                  new SeriesShape(EXPRESSION_LIST.path(), Shapes14::expressionList),
                  SeriesShape.of(Binds.BIND, Shapes14::bind),
                  SeriesShape.of(BINARY, Shapes14::binary),
                  SeriesShape.of(PythonClasses.element("Cast"), Shapes14::cast),
                  SeriesShape.of(COLLECTION, unary -> unary.putIfAbsent(WRAPS, false)),
                  SeriesShape.of(
                      PythonClasses.MEMOIZED_ENTITIES,
                      columns -> columns.putIfAbsent(OrmReshaping.LEGACY_JOINS, PyTuple.EMPTY)),
                  SeriesShape.of(PythonClasses.selectable("Values"), Shapes14::values),
                  SeriesShape.of(OrmClasses.COMPILE_OPTIONS, Shapes14::fromAlias),
                  SeriesShape.of(OrmClasses.QUERY, Shapes14::joins),
                  SeriesShape.of(EXISTS, exists -> exists.put(WRAPS, true)),
                  SeriesShape.of(BOOLEAN_LIST, Shapes14::clauses)),
              LoadShapes14.ALL.stream(),
              Shapes20.FUNCTIONS.stream(),
              FunctionClasses.all().stream()
                  .filter(cls -> cls.module().equals(SEARCH))
                  .map(cls -> SeriesShape.of(cls, Shapes14::search)),
              Stream.of("OnConflictDoNothing", "OnConflictDoUpdate")
                  .map(name -> PythonClasses.dml(InsertFlavour.SQLITE, name))
                  .map(
                      cls ->
                          SeriesShape.of(
                              cls, clause -> clause.put("constraint_target", PyNone.NONE))),
              ofTypes(),
              ofDml(),
              ofStatements())
          .flatMap(shapes -> shapes)
          .toList();

  private Shapes14() {}

  private static PyObject over(PyObject call) {
    Shapes20.refuseExclude(call, Refusals.V1_4);
    if (call.typeArgs().size() > ARGUMENTS_OF_OVER) {
      throw Refusals.V1_4.refusal("over(groups=…)");
    }
    return call;
  }

  /** Since 2.0 all columns are those of the alias, and not only those that know their class. */
  private static void fromAlias(Reshaping options) {
    if (Boolean.TRUE.equals(options.get("_set_base_alias"))) {
      options.putIfAbsent("_orm_only_from_obj_alias", false);
    }
  }

  /** The operators of a type's comparator, which an element of a user may hold, do no harm. */
  private static void binary(Reshaping binary) {
    Refusals.V1_4.checkIf(FLOOR_DIVISION.equals(binary.get("operator")), FLOOR_DIVISION.name());
    ComparisonShapes13.inWithNone(binary);
  }

  /** Elsewhere it is what 2.1 makes of a float, and no more than how values are read. */
  private static void cast(Reshaping cast) {
    Refusals.V1_4.checkIf(isOf(TypeClasses.python(TypeName.DOUBLE_), cast), "Cast.Double");
  }

  private static boolean isOf(PyGlobal cls, Reshaping element) {
    return element.get("type") instanceof PyObject type && type.className().equals(cls.path());
  }

  private static void bind(Reshaping bind) {
    ElementShapes13.forgetUuid(bind);
    forget(REGCONFIG, NULL_TYPE, bind);
  }

  /** Those for full text search are like any function. */
  private static void search(Reshaping function) {
    PyGlobal cls = (PyGlobal) function.original().type();
    function.put("name", cls.name()).become(PythonClasses.function("Function"));
    forget(TSQUERY, NULL_TYPE, function);
  }

  /** Gives an element of a type that 1.4 does not know the type that 1.4 has there. */
  private static void forget(PyGlobal cls, PyGlobal known, Reshaping element) {
    if (isOf(cls, element) && element.get("type") instanceof PyObject type) {
      element.put("type", new Reshaping(type).become(known).done());
    }
  }

  /**
   * What has no name is not called by one. A table's columns 1.4 would make those of the values,
   * for all statements to come.
   */
  private static void values(Reshaping values) {
    Object columns = values.take(COLUMNS);
    if (PythonItems.ofNode(columns).stream().anyMatch(each -> !(each instanceof PyObject))) {
      throw Refusals.V1_4.refusal("values() with columns of a table");
    }
    values.put(COLUMNS, columns);
    if (Boolean.TRUE.equals(values.get("_unnamed"))) {
      values.put("name", PyNone.NONE).put("named_with_column", false);
    }
  }

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
        .map(
            cls ->
                SeriesShape.of(
                    cls,
                    change -> {
                      change.putIfAbsent("_inline", false);
                      PortableStatements.returnDefaults(change);
                    }));
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
                      PortableStatements.affixes(statement);
                    }));
  }

  private static void joins(Reshaping query) {
    Object modern = Objects.requireNonNullElse(query.get(OrmReshaping.JOINS), PyTuple.EMPTY);
    PyTuple joins = LegacyJoins.early(PythonItems.ofNode(modern));
    if (joins != null && joins.size() > 0) {
      query.take(OrmReshaping.JOINS);
      query.put(OrmReshaping.LEGACY_JOINS, joins);
    }
  }

  /** Where a CTE of its own is written, 1.4 does not ask. */
  private static void ctes(Reshaping statement) {
    for (Object place : PythonItems.ofNode(statement.take(CTE_PLACES))) {
      if (((PyObject) place).typeArgs().asList().contains(true)) {
        throw Refusals.V1_4.refusal("add_cte(nest_here=True)");
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
