package dev.brine;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.brine.codec.Inspection;
import dev.brine.series.DumpTarget;
import dev.brine.series.Loss;
import dev.brine.series.Losses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What means something else in another series is told, and only on the way to such a one. */
class MoveLossesTest {

  private static final Map<String, JsonNode> BY_1_3 = SeriesFixture.expected("1.3");
  private static final Map<String, JsonNode> BY_1_4 = SeriesFixture.expected("1.4");
  private static final Map<String, JsonNode> BY_2_1 = SeriesFixture.expected("2.1");

  @Test
  void aColumnThatOneSeriesFetchesOnceIsTold() {
    Set<String> compared = new TreeSet<>(BY_1_3.keySet());
    compared.removeIf(name -> columns(BY_1_3, name).isEmpty() || columns(BY_1_4, name).isEmpty());
    Set<String> differing = new TreeSet<>(compared);
    differing.removeIf(name -> columns(BY_1_3, name).size() == columns(BY_1_4, name).size());

    assertThat(differing).hasSizeGreaterThan(10);
    assertThat(told("1.3", "1.4", Loss.Kind.REPEATED_COLUMN))
        .filteredOn(compared::contains)
        .containsExactlyInAnyOrderElementsOf(differing);
    assertThat(told("1.4", "1.3", Loss.Kind.REPEATED_COLUMN))
        .filteredOn(compared::contains)
        .containsExactlyInAnyOrderElementsOf(differing);
  }

  @Test
  void aQuotientOfIntegersIsTold() {
    Set<String> told = told("1.4", "2.1", Loss.Kind.TRUE_DIVISION);

    assertThat(told).hasSizeGreaterThan(15).contains("operators_divide_ints");
    assertThat(told).doesNotContain("operators_divide_floats", "operators_divide_decimal");
    assertThat(told)
        .filteredOn(BY_2_1::containsKey)
        .allMatch(name -> !of(BY_1_4, name, "sql").equals(of(BY_2_1, name, "sql")));
    assertThat(told("2.1", "1.4", Loss.Kind.TRUE_DIVISION)).containsAll(told);
  }

  @Test
  void nothingIsToldWhereTheSeriesMeanTheSame() {
    assertThat(losses("1.3", "1.3")).isEmpty();
    assertThat(losses("1.4", "1.4")).isEmpty();
    assertThat(losses("1.3", "1.4").filter(each -> each.kind() == Loss.Kind.TRUE_DIVISION))
        .isEmpty();
    assertThat(losses("2.1", "2.0")).isEmpty();
  }

  @Test
  void theMoveIsToldWithWhatToDo() {
    Loss loss =
        losses("1.3", "2.0")
            .filter(each -> each.kind() == Loss.Kind.REPEATED_COLUMN)
            .findFirst()
            .orElseThrow();

    assertThat(loss.isCertain()).isTrue();
    assertThat(loss.message()).startsWith("the move changes how many columns are fetched: ");
    assertThat(loss.hint()).contains("give it a label");
  }

  /** The columns of the rows it fetched; none where it was not run. */
  private static JsonNode columns(Map<String, JsonNode> expected, String name) {
    return of(expected, name, "columns");
  }

  private static JsonNode of(Map<String, JsonNode> expected, String name, String key) {
    return expected.getOrDefault(name, MissingNode.getInstance()).path(key);
  }

  private static Set<String> told(String from, String to, Loss.Kind kind) {
    return fixtures(from)
        .filter(each -> losses(each, to).stream().anyMatch(loss -> loss.kind() == kind))
        .map(SeriesFixture::name)
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<Loss> losses(String from, String to) {
    return fixtures(from).flatMap(each -> losses(each, to).stream());
  }

  private static Stream<SeriesFixture> fixtures(String series) {
    return SeriesFixture.of(series, SeriesFixture.recordedBuild(series));
  }

  private static List<Loss> losses(SeriesFixture fixture, String to) {
    byte[] dump = fixture.dump();
    return Losses.ofMove(fixture.load(), () -> Inspection.of(dump).series(), DumpTarget.of(to));
  }
}
