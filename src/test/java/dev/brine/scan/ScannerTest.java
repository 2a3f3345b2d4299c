package dev.brine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brine.Corpus;
import dev.brine.PlaceholderDeserializer;
import dev.brine.error.UsageException;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PythonPickler;
import dev.brine.wrapping.Unwrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerTest {

  private static Scannable dump(Path file) {
    return new Scannable(file.toString(), false, () -> bytes(file));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scannable ofClass(int number) {
    byte[] pickle =
        new PythonPickler(4).dumps(PyObject.newObject(new PyGlobal("app", "C" + number)));
    return new Scannable("dump " + number, false, () -> pickle);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void theSummaryIsTheSameOnAnyNumberOfThreads(int threads) throws IOException {
    Summary summary =
        new Scanner(PlaceholderDeserializer::new, Unwrapper.DEFAULT, threads).scan(fixtures());

    assertThat(summary)
        .isEqualTo(
            new Scanner(PlaceholderDeserializer::new, Unwrapper.DEFAULT, 3).scan(fixtures()));
    assertThat(summary.dumps()).isGreaterThan(60);
  }

  private static Stream<Scannable> fixtures() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String folder : List.of("python-fixtures/bad", "python-fixtures/wrapped")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(Files::isRegularFile).sorted().forEach(all::add);
      }
    }
    return all.stream().map(ScannerTest::dump);
  }

  @Test
  void namesBeyondTheLimitAreCountedTogether() {
    int many = Tally.MAX_NAMES + 500;

    Summary summary =
        Scanner.ofAllCores().scan(IntStream.range(0, many).mapToObj(ScannerTest::ofClass));

    assertThat(summary.by(Topic.USER_CLASSES).counts()).hasSize(Tally.MAX_NAMES);
    assertThat(summary.by(Topic.USER_CLASSES).uncounted()).isEqualTo(500);
    assertThat(summary.dumps()).isEqualTo(many);
  }

  @Test
  void theFirstExamplesOfAFailureAreKept() {
    Stream<Scannable> bad =
        IntStream.range(0, 100)
            .mapToObj(i -> new Scannable("dump " + i, false, () -> new byte[] {'?'}));

    List<FailureGroup> failures = Scanner.ofAllCores().scan(bad).failures();

    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).dumps()).isEqualTo(100);
    assertThat(failures.get(0).examples())
        .extracting(FailureGroup.Example::name)
        .containsExactly("dump 0", "dump 1", "dump 2", "dump 3", "dump 4");
  }

  @Test
  void aDefectFailsItsDumpAlone() {
    Scannable defect =
        new Scannable(
            "defect",
            false,
            () -> {
              throw new IllegalStateException("unforeseen");
            });

    Summary summary = Scanner.ofAllCores().scan(Stream.of(defect, ofClass(1)));

    assertThat(summary.failed()).isEqualTo(1);
    assertThat(summary.failures().get(0).kind()).isEqualTo("internal");
    assertThat(summary.by(Topic.USER_CLASSES).counts()).hasSize(1);
  }

  @Test
  void aSourceThatFailsEndsTheScan() {
    Stream<Scannable> broken =
        IntStream.range(0, 10)
            .mapToObj(
                i -> {
                  if (i == 5) {
                    throw new UsageException("no more");
                  }
                  return ofClass(i);
                });

    assertThatThrownBy(() -> Scanner.ofAllCores().scan(broken))
        .isInstanceOf(UsageException.class)
        .hasMessage("no more");
  }

  @Test
  void sizesAreCountedByMagnitude() {
    Sizes.Collector collector = new Sizes.Collector();
    List.of(0L, 5L, 7L, 8L, 40L).forEach(collector::add);

    Sizes sizes = collector.sizes();

    assertThat(sizes.histogram())
        .extracting(each -> each.below() + ": " + each.count())
        .containsExactly("1: 1", "2: 0", "4: 0", "8: 2", "16: 1", "32: 0", "64: 1");
    assertThat(
            List.of(sizes.count(), sizes.total(), sizes.smallest(), sizes.largest(), sizes.mean()))
        .containsExactly(5L, 60L, 0L, 40L, 12L);
  }

  /** What the corpus' folders say of its dumps is what the scan finds in them. */
  @Test
  void theCorpusIsWhatItSaysItIs() {
    Optional<Path> open = Corpus.open();
    assumeTrue(open.isPresent(), Corpus.ABSENT);
    List<Path> dumps = Corpus.dumps(open.get(), ".*");

    Summary all = Scanner.ofAllCores().scan(dumps.stream().map(ScannerTest::dump));

    assertThat(all.dumps()).isEqualTo(dumps.size());
    assertThat(all.failures()).isEmpty();
    assertThat(names(all, Topic.WRAPPINGS)).containsExactly("none");
    assertThat(protocols(dumps, ".*-p2")).containsExactly("2");
    assertThat(protocols(dumps, "1_[23].*-py36")).containsExactly("4");
    assertThat(protocols(dumps, "2_.*")).containsExactly("5");
  }

  private static List<String> protocols(List<Path> dumps, String builds) {
    Summary summary =
        Scanner.ofAllCores()
            .scan(
                dumps.stream()
                    .filter(file -> file.resolveSibling("").toString().matches(".*/" + builds))
                    .map(ScannerTest::dump));
    return names(summary, Topic.PROTOCOLS);
  }

  private static List<String> names(Summary summary, Topic topic) {
    return summary.by(topic).counts().stream()
        .map(Breakdown.Count::name)
        .sorted()
        .collect(Collectors.toList());
  }
}
