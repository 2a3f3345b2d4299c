package dev.brine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.Frame;
import dev.brine.expr.OnConflict;
import dev.brine.expr.Opaque;
import dev.brine.expr.Operator;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.TableRef;
import dev.brine.expr.ValuesRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of names is complete, and the committed schema is the one it gives. */
class FormTableTest {

  /** What has a form of its own: a reference, the graph it carries, a name of Python's. */
  private static final Set<Class<?>> OWN =
      Set.of(TableRef.class, Opaque.class, StandardOperator.class);

  private static final List<Class<?>> KINDS =
      List.of(
          ClauseElement.class,
          ExecutableOption.class,
          OnConflict.class,
          ValuesRow.class,
          Frame.Bound.class,
          Operator.class);

  @Test
  void everyKindOfNodeHasAName() {
    Set<Class<?>> leaves = new HashSet<>();
    KINDS.forEach(kind -> collect(kind, leaves));
    leaves.removeAll(OWN);

    assertThat(leaves).hasSizeGreaterThan(70);
    assertThat(leaves)
        .allSatisfy(
            leaf ->
                assertThat(FormTable.get().find(leaf) != null || isConstant(leaf))
                    .as("%s has no name in nodes.txt", leaf)
                    .isTrue());
  }

  private static boolean isConstant(Class<?> leaf) {
    return FormTable.get().findEnum(leaf) != null;
  }

  private static void collect(Class<?> kind, Set<Class<?>> leaves) {
    if (!kind.isSealed()) {
      leaves.add(kind);
    } else {
      for (Class<?> each : kind.getPermittedSubclasses()) {
        collect(each, leaves);
      }
    }
  }

  @Test
  void noKeyIsThereTwiceOrHasAMeaningOfItsOwn() {
    assertThat(FormTable.get().byName().values())
        .allSatisfy(
            form ->
                assertThat(form.keys())
                    .as(form.name())
                    .doesNotHaveDuplicates()
                    .doesNotContain(ChoiceShape.NODE, JsonForm.REF, Writing.ORIGIN));
  }

  /**
   * A change of the form shows here. One that lets old texts be read as before is committed with
   * the new schema; any other needs a new {@link JsonForm#VERSION}.
   */
  @Test
  void theCommittedSchemaIsThatOfTheForm() throws IOException {
    assertThat(committed()).isEqualTo(JsonForm.schema());
  }

  private static String committed() throws IOException {
    try (InputStream schema =
        Objects.requireNonNull(FormTableTest.class.getResourceAsStream("expression.schema.json"))) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
