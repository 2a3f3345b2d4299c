package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.series.PortableForm;
import dev.brine.series.Series;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * 1.4 forgets the joins of a Query that it counts only where its own Query.join() keeps them, and
 * updates all rows where it does not see them (rel_1_4_54, {@code orm/query.py}).
 */
class JoinedQueriesTest {

  private static final String JOINED = "orm_joins_query_relationship";

  @Test
  void for14TheJoinsStandWhereItsOwnQueryHasThem() {
    PyDict state = state(DumpOptions.DEFAULT.withSeries(Series.V1_4));

    assertThat(state.containsKey("_setup_joins")).isFalse();
    PyTuple joins = (PyTuple) Objects.requireNonNull(state.get("_legacy_setup_joins"));
    PyTuple join = (PyTuple) joins.get(0);
    assertThat(join.get(2)).isEqualTo(PyNone.NONE);
    PyDict flags = (PyDict) Objects.requireNonNull(join.get(3));
    assertThat(flags.get("aliased")).isEqualTo(false);
    assertThat(flags.get("from_joinpoint")).isEqualTo(false);
    assertThat(flags.get("aliased_generation")).isEqualTo(PyNone.NONE);
    assertThat(flags.containsKey("isouter")).isTrue();
    assertThat(flags.containsKey("full")).isTrue();
  }

  @Test
  void forLaterSeriesTheyStandWhereAllStatementsHaveThem() {
    assertThat(state(DumpOptions.DEFAULT).containsKey("_setup_joins")).isTrue();
  }

  @Test
  void thePortableFormRefusesThem() {
    DumpOptions portable = DumpOptions.DEFAULT.withTarget(PortableForm.PORTABLE);

    assertThatThrownBy(() -> state(portable))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessageContaining("the joins of a Query");
  }

  private static PyDict state(DumpOptions options) {
    OrmFixture query =
        OrmFixture.of("2.0").filter(each -> each.name().equals(JOINED)).findFirst().orElseThrow();
    byte[] dump = ExpressionSerializer.dumps(query.load(), options);
    return ((PyObject) new PythonUnpickler().loads(dump)).stateDict();
  }
}
