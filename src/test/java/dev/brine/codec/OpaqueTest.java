package dev.brine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brine.error.MalformedPickleException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.Alias;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.CustomOperator;
import dev.brine.expr.Opaque;
import dev.brine.expr.Select;
import dev.brine.expr.TableRef;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.Name;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import dev.brine.series.Series;
import dev.brine.shape.Dicts;
import dev.brine.shape.PythonClasses;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not understood is kept whole, and said. */
class OpaqueTest {

  private static final Table USERS = Table.named("users").column("id", Types.INTEGER).build();
  private static final PyGlobal UNKNOWN = new PyGlobal("acme.query", "Clause");

  @Test
  void anUnknownClassIsKeptAsItWasRead() {
    PyObject node = PyObject.newObject(UNKNOWN).build(new PyDict().put("x", 1L));

    Opaque opaque = (Opaque) GraphToExpr.decode(node);

    assertThat(opaque).hasToString("acme.query.Clause");
    assertThat(encode(opaque)).isSameAs(node);
  }

  @Test
  void aCallIsNeverMade() {
    PyObject call = PyObject.reduce(new PyGlobal("os", "system"), "id");

    assertThat(GraphToExpr.decode(select(call)))
        .isInstanceOfSatisfying(
            Select.class, select -> assertThat(select.columns().get(0)).hasToString("os.system"));
  }

  @Test
  void anUnknownStateKeyMakesTheWholeObjectOpaque() {
    PyObject select = select(USERS.column("id"));
    select.stateDict().put("_qualify", PyObject.newObject(UNKNOWN));

    assertThat(GraphToExpr.decode(select))
        .hasToString("sqlalchemy.sql.selectable.Select (state key '_qualify')");
  }

  @Test
  void aKeyThatSaysNothingIsPassedOver() {
    PyObject select = select(USERS.column("id"));
    select
        .stateDict()
        .put("_for_update_arg", PyNone.NONE)
        .put("_correlate", PyTuple.EMPTY)
        .put("_execution_options", Dicts.immutable(new PyDict()))
        .put("_memoized_keys", PyTuple.of("anything"));

    assertThat(GraphToExpr.decode(select)).isInstanceOf(Select.class);
  }

  @Test
  void executionOptionsAreNotLost() {
    PyObject select = select(USERS.column("id"));
    PyDict options = new PyDict().put("yield_per", 100L);
    select.stateDict().put("_execution_options", Dicts.immutable(options));

    assertThat(GraphToExpr.decode(select))
        .isInstanceOfSatisfying(
            Select.class,
            decoded ->
                assertThat(decoded.options().executionOptions()).hasToString("{yield_per=100}"));
  }

  @Test
  void anUnknownOperatorMakesTheExpressionOpaque() {
    PyObject binary = binary(new PyGlobal("sqlalchemy.sql.operators", "frobnicate_op"));

    assertThat(GraphToExpr.decode(binary))
        .hasToString(
            "sqlalchemy.sql.elements.BinaryExpression"
                + " (operator sqlalchemy.sql.operators.frobnicate_op)");
  }

  @Test
  void anOperatorFromAnotherModuleIsNotTakenForTheKnownOne() {
    assertThat(GraphToExpr.decode(binary(new PyGlobal("acme", "eq")))).isInstanceOf(Opaque.class);
    assertThat(GraphToExpr.decode(binary(new PyGlobal("_operator", "eq"))))
        .isInstanceOf(BinaryExpression.class);
  }

  @Test
  void whatAnOpaquePartSharesWithTheRestStaysShared() {
    PyObject alias =
        PyObject.newObject(PythonClasses.selectable("Alias"))
            .build(new PyDict().put("element", USERS).put("name", "u"));
    PyObject condition = PyObject.newObject(UNKNOWN).build(new PyDict().put("of", alias));
    PyObject select = select(alias);
    select.stateDict().put("_where_criteria", PyTuple.of(condition));

    Select decoded = (Select) GraphToExpr.decode(select);
    PyObject again = (PyObject) encode(decoded);

    assertThat(decoded.columns().get(0)).isEqualTo(new Alias(new TableRef(USERS), name("u")));
    assertThat(again.stateDict().get("_raw_columns"))
        .isInstanceOfSatisfying(PyList.class, list -> assertThat(list.get(0)).isSameAs(alias));
    assertThat(again.stateDict().get("_where_criteria"))
        .isInstanceOfSatisfying(
            PyTuple.class, tuple -> assertThat(tuple.get(0)).isSameAs(condition));
  }

  @Test
  void anObjectReachedTwiceIsOneElement() {
    PyObject binary = binary(new PyGlobal("_operator", "eq"));
    PyObject select = select(binary);
    select.stateDict().put("_where_criteria", PyTuple.of(binary, binary));

    Select decoded = (Select) GraphToExpr.decode(select);

    assertThat(decoded.where().get(0)).isSameAs(decoded.columns().get(0));
    PyObject again = (PyObject) encode(decoded);
    assertThat(again.stateDict().get("_where_criteria"))
        .isInstanceOfSatisfying(
            PyTuple.class, tuple -> assertThat(tuple.get(0)).isSameAs(tuple.get(1)));
  }

  /** 1.3 keeps an OrderedSet where 1.4 keeps a tuple. */
  @Test
  void anObjectInThePlaceOfAListIsNotDamage() {
    PyObject select = select(USERS.column("id"));
    select.stateDict().put("_from_obj", PyObject.newObject(UNKNOWN));

    assertThat(GraphToExpr.decode(select))
        .hasToString("sqlalchemy.sql.selectable.Select (an acme.query.Clause at $._from_obj)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_from_obj", "_where_criteria", "_raw_columns", "_limit_clause"})
  void aPlainValueInThePlaceOfAClauseIs(String key) {
    PyObject select = select(USERS.column("id"));
    select.stateDict().put(key, 1L);

    assertThatExceptionOfType(MalformedPickleException.class)
        .isThrownBy(() -> GraphToExpr.decode(select))
        .withMessageContaining("$." + key);
  }

  @Test
  void anAnnotatedCopyOfNothingIsDamage() {
    PyObject annotated =
        PyObject.newObject(new PyGlobal("sqlalchemy.sql.annotation", "AnnotatedColumn"));

    assertThatExceptionOfType(MalformedPickleException.class)
        .isThrownBy(() -> GraphToExpr.decode(annotated));
  }

  @Test
  void anOperatorThatPython2SpeltInBytesIsRead() {
    PyObject operator =
        PyObject.newObject(PythonClasses.operator("custom_op"))
            .build(
                new PyDict()
                    .put("opstring", PyByteString.of("->".getBytes(StandardCharsets.US_ASCII)))
                    .put("precedence", 0L));
    PyObject binary = binary(new PyGlobal("_operator", "eq"));
    binary.stateDict().put("operator", operator);

    assertThat(GraphToExpr.decode(binary))
        .isInstanceOfSatisfying(
            BinaryExpression.class,
            decoded ->
                assertThat(decoded.operator())
                    .isInstanceOfSatisfying(
                        CustomOperator.class,
                        custom -> assertThat(custom.spelling()).isEqualTo("->")));
  }

  /** Without the table's name the SQL would mean another column. */
  @Test
  void aColumnOfATableThatIsNotUnderstoodHasNoSql() {
    PyObject column =
        PyObject.newObject(PythonClasses.element("ColumnClause"))
            .build(
                new PyDict()
                    .put("name", "x")
                    .put("table", PyObject.newObject(UNKNOWN))
                    .put("type", PyObject.newObject(PythonClasses.type("NullType"))));
    ClauseElement decoded = (ClauseElement) GraphToExpr.decode(column);

    assertThatExceptionOfType(UnsupportedConstructException.class)
        .isThrownBy(() -> SqlCompiler.compile(decoded, Dialect.DEFAULT, CompileOptions.DEFAULT))
        .withMessageContaining("acme.query.Clause");
  }

  private static PyObject select(Object column) {
    return PyObject.newObject(PythonClasses.selectable("Select"))
        .build(new PyDict().put("_raw_columns", PyList.of(column)));
  }

  private static PyObject binary(PyGlobal operator) {
    return PyObject.newObject(PythonClasses.element("BinaryExpression"))
        .build(
            new PyDict()
                .put("left", USERS.column("id"))
                .put("right", USERS.column("id"))
                .put("operator", operator)
                .put("negate", PyNone.NONE)
                .put("modifiers", new PyDict())
                .put("type", PyObject.newObject(PythonClasses.type("Boolean"))));
  }

  private static Name name(String text) {
    return Name.of(text);
  }

  private static Object encode(ClauseElement element) {
    return ExprToGraph.encode(element, each -> false, Series.V2_0);
  }
}
