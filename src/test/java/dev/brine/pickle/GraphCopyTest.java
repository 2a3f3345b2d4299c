package dev.brine.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.pickle.Fixtures.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphCopyTest {

  static List<String> sources() {
    return Fixtures.sources("(values|shapes)-py3.*-p[2-5]");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aCopyWithoutChangesIsTheSameGraph(String source) {
    for (Row row : Fixtures.rows(source)) {
      Object graph = new PythonUnpickler().loads(row.pickle());

      assertThat(GraphText.of(new Copy().copy(graph))).isEqualTo(GraphText.of(graph));
    }
  }

  @Test
  void partsOfWhatReplacesANodeAreReplacedToo() {
    PyList shared = PyList.of("old");
    PyList cyclic = PyList.of(shared, shared);
    cyclic.add(cyclic);

    PyList copy = (PyList) new Copy().copy(cyclic);

    assertThat(copy.asList().get(0)).isSameAs(copy.asList().get(1)).isNotSameAs(shared);
    assertThat(copy.asList().get(2)).isSameAs(copy);
    assertThat(copy.asList().get(0)).hasToString(PyList.of("new").toString());
  }

  private static final class Copy extends GraphCopy {
    @Override
    protected Object replace(Object node) {
      return node.equals("old") ? "new" : node;
    }
  }
}
