package dev.brine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.expr.ClauseVisitor;
import dev.brine.pickle.PyGlobal;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No kind of element is without its codec. */
class NodeCodecsTest {

  private static final Set<Class<?>> KINDS =
      Arrays.stream(ClauseVisitor.class.getDeclaredMethods())
          .filter(method -> !method.isSynthetic())
          .map(Method::getParameterTypes)
          .map(types -> types[0])
          .collect(Collectors.toUnmodifiableSet());

  @Test
  void theKindsWereFound() {
    assertThat(KINDS).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void everyKindOfElementHasOneEntry() {
    List<Class<?>> entries =
        NodeCodecs.ALL.stream().<Class<?>>map(NodeCodec::type).collect(Collectors.toList());

    assertThat(entries).containsExactlyInAnyOrderElementsOf(KINDS);
  }

  @Test
  void noClassLeadsToTwoEntries() {
    assertThat(NodeCodecs.ALL.stream().flatMap(codec -> codec.classes().stream()))
        .extracting(PyGlobal::path)
        .doesNotHaveDuplicates();
  }
}
