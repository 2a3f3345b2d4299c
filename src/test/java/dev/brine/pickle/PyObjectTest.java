package dev.brine.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PyObjectTest {

  private static final PyGlobal CLASS = new PyGlobal("pkg.mod", "Cls");

  @Test
  void theReconstructorOfOldProtocolsNamesTheClass() {
    PyObject object =
        PyObject.reduce(
            new PyGlobal("copyreg", "_reconstructor"),
            CLASS,
            new PyGlobal("builtins", "object"),
            PyNone.NONE);

    assertThat(object.className()).isEqualTo("pkg.mod.Cls");
    assertThat(object.isInstance()).isTrue();
    assertThat(object.typeArgs()).isEqualTo(PyTuple.EMPTY);
  }

  @Test
  void theReconstructorOfATupleClassCarriesTheTuple() {
    PyObject object =
        PyObject.reduce(
            new PyGlobal("copyreg", "_reconstructor"),
            CLASS,
            new PyGlobal("builtins", "tuple"),
            PyTuple.of(1L, 2L));

    assertThat(object.typeArgs()).isEqualTo(PyTuple.of(PyTuple.of(1L, 2L)));
  }

  @Test
  void aNestedClassIsNamedThroughGetattr() {
    PyObject nested = PyObject.reduce(new PyGlobal("builtins", "getattr"), CLASS, "Inner");

    assertThat(PyObject.newObject(nested).className()).isEqualTo("pkg.mod.Cls.Inner");
  }

  @Test
  void theResultOfACallThatIsCalledShowsBothCalls() {
    PyObject dispatch = PyObject.newObject(CLASS);

    assertThat(PyObject.reduce(dispatch, 1L).className()).isEqualTo("pkg.mod.Cls()");
  }

  @Test
  void stateMayComeAsAPairOfDictAndSlots() {
    PyDict attributes = new PyDict().put("a", 1L);
    PyDict slots = new PyDict().put("b", 2L);
    PyObject object = PyObject.newObject(CLASS).build(PyTuple.of(attributes, slots));

    assertThat(object.stateDict()).isSameAs(attributes);
    assertThat(object.slotState()).isSameAs(slots);
    assertThat(object.attribute("a")).isEqualTo(1L);
    assertThat(object.attribute("b")).isEqualTo(2L);
    assertThat(object.attribute("c")).isNull();
  }

  @Test
  void aStateOfAnotherKindHasNoAttributes() {
    PyObject object = PyObject.newObject(CLASS).build(PyList.of(1L));

    assertThat(object.stateDict().isEmpty()).isTrue();
    assertThat(object.slotState().isEmpty()).isTrue();
  }

  @Test
  void aCyclicObjectCanBeShown() {
    PyObject object = PyObject.newObject(CLASS);
    PyList list = PyList.of(object);
    list.add(list);
    object.build(list).append(object).setItem("k", object);

    assertThat(list.toString())
        .startsWith("[pkg.mod.Cls object, [pkg.mod.Cls object, [")
        .hasSizeLessThan(400);
  }
}
