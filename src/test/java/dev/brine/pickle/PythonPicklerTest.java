package dev.brine.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.UsageException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonPicklerTest {

  /** Something of a user's that has an id outside the pickle. */
  private record Table(String name) {}

  private static final class TablePickler extends PythonPickler {

    TablePickler(int protocol) {
      super(protocol);
    }

    @Override
    protected @Nullable Object persistentId(Object node) {
      return node instanceof Table table ? "table:" + table.name() : super.persistentId(node);
    }
  }

  private static final class TableUnpickler extends PythonUnpickler {

    @Override
    protected Object persistentLoad(Object id) {
      return new Table(id.toString().substring("table:".length()));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void persistentIdsPassThroughTheHooks(int protocol) {
    PyList graph = PyList.of(new Table("users"), new Table("naïve\nname"));

    byte[] pickle = new TablePickler(protocol).dumps(graph);
    PyList loaded = (PyList) new TableUnpickler().loads(pickle);

    assertThat(loaded.asList()).isEqualTo(graph.asList());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void unresolvedIdsStayOneNodeForEachOccurrence(int protocol) {
    PyPersistent id = new PyPersistent("table:users");

    PyList loaded =
        (PyList) new PythonUnpickler().loads(new PythonPickler(protocol).dumps(PyList.of(id, id)));

    assertThat(loaded).hasToString("[persistent 'table:users', persistent 'table:users']");
    assertThat(loaded.get(0)).isNotSameAs(loaded.get(1));
  }

  @Test
  void anAsciiIdIsALineInProtocol0() {
    byte[] pickle = new PythonPickler(0).dumps(new PyPersistent("table:users"));

    assertThat(pickle).asString().isEqualTo("Ptable:users\n.");
  }

  @Test
  void anObjectWithoutAnIdIsRefusedByItsType() {
    assertThatThrownBy(() -> new PythonPickler().dumps(PyList.of(new Table("users"))))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessageContaining("PythonPicklerTest$Table");
  }

  @Test
  void thereIsNoProtocol6() {
    assertThatThrownBy(() -> new PythonPickler(6))
        .isInstanceOf(UsageException.class)
        .hasMessage("There is no pickle protocol 6");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void anObjectThatOldProtocolsCannotMakeIsMadeByACall(int protocol) {
    PyObject object =
        PyObject.newObjectWithKeywords(
            new PyGlobal("m", "C"), PyTuple.of(1L), new PyDict().put("unit", "cm"));

    PyObject loaded =
        (PyObject) new PythonUnpickler().loads(new PythonPickler(protocol).dumps(object));

    assertThat(loaded.className()).isEqualTo(protocol >= 4 ? "m.C" : "functools.partial()");
  }

  @Test
  void aDraftThatIsNotRecursiveGivesWayToTheRecipe() {
    PyGlobal callable = new PyGlobal("m", "f");
    PyObject object = PyObject.reduce(callable, "right");
    object.addDraft(PyObject.reduce(callable, "wrong"));

    Object loaded =
        new PythonUnpickler().loads(new PythonPickler().dumps(PyTuple.of(object, object)));

    assertThat(loaded).hasToString("(m.f('right'), m.f('right'))");
  }
}
