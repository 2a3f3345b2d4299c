package dev.brine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.compat.LivingPython;
import dev.brine.compat.PortablePython;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.StandardOperator;
import dev.brine.pickle.PyGlobal;
import dev.brine.schema.TypeName;
import dev.brine.series.PortablePaths;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.TypeClasses;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the portable form names, each release has; what one of them lacks is listed as such. */
class PortableNamesIT {

  /** What is written by other names, or in no other way than by these. */
  private static final Set<String> NEVER_WRITTEN =
      Set.of(
          "sqlalchemy.sql.elements.ExpressionClauseList",
          "sqlalchemy.sql.base.ReadOnlyColumnCollection",
          "sqlalchemy.sql.functions.pow");

  @ParameterizedTest
  @ValueSource(strings = {"1.4.0", "1.4.54", "2.0.0", "2.0.58", "2.1.0b3"})
  void eachHasWhatIsNamed(String version) {
    LivingPython python = PortablePython.of(version);
    ObjectNode question = python.question("exists");
    ArrayNode names = question.putArray("names");
    named().forEach(name -> names.addArray().add(name.module()).add(name.name()));

    assertThat(python.ask(question).path("lacking")).isEmpty();
    assertThat(names).hasSizeGreaterThan(250);
  }

  private static Set<PyGlobal> named() {
    return all()
        .filter(name -> !NEVER_WRITTEN.contains(name.path()))
        .flatMap(PortableNamesIT::portable)
        .collect(Collectors.toSet());
  }

  private static Stream<PyGlobal> portable(PyGlobal name) {
    try {
      return Stream.of(PortablePaths.named(name));
    } catch (UnsupportedConstructException e) {
      return Stream.empty();
    }
  }

  private static Stream<PyGlobal> all() {
    return Stream.of(
            Arrays.stream(TypeName.values())
                .filter(name -> name != TypeName.OPAQUE && name != TypeName.TYPE_DECORATOR)
                .map(TypeClasses::python),
            Arrays.stream(StandardOperator.values()).map(PythonClasses::operator),
            NodeCodecs.ALL.stream().map(NodeCodec::classes).flatMap(List::stream))
        .flatMap(names -> names);
  }
}
