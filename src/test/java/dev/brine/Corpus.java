package dev.brine;

import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.schema.MetaData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The corpus of dumps that is kept outside the project. The system property {@code brine.corpus}
 * names its folder: the one that holds {@code open}, or the one that holds {@code legacy.tar.xz},
 * which is then unpacked under {@code target}, once. Tests over it are skipped by name without it.
 */
public final class Corpus {

  /** What a test that needs the corpus says when it is skipped. */
  public static final String ABSENT = "no corpus: -Dbrine.corpus names none";

  private static final String ARCHIVE = "legacy.tar.xz";
  private static final Path UNPACKED = Path.of("target", "corpus");

  private Corpus() {}

  /** The folder with a folder for each build and {@code expected}; empty without a corpus. */
  public static Optional<Path> open() {
    String folder = System.getProperty("brine.corpus", "");
    return folder.isBlank() ? Optional.empty() : open(Path.of(folder));
  }

  private static Optional<Path> open(Path folder) {
    Path open = folder.resolve("open");
    if (Files.isDirectory(open)) {
      return Optional.of(open);
    }
    Path archive = folder.resolve(ARCHIVE);
    return Files.isRegularFile(archive) ? Optional.of(unpack(archive)) : Optional.empty();
  }

  /** The file of this name beside the archive, such as {@code data.sqlite}. */
  public static Optional<Path> file(String name) {
    String folder = System.getProperty("brine.corpus", "");
    return folder.isBlank()
        ? Optional.empty()
        : Optional.of(Path.of(folder, name)).filter(Files::isRegularFile);
  }

  /** All dumps, or those of the builds whose folder name matches; in a stable order. */
  public static List<Path> dumps(Path open, String builds) {
    try (Stream<Path> files = Files.walk(open)) {
      return files
          .filter(file -> file.toString().endsWith(".pkl"))
          .filter(file -> name(file.getParent()).matches(builds))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(@Nullable Path folder) {
    return folder == null ? "" : String.valueOf(folder.getFileName());
  }

  private static Path unpack(Path archive) {
    try {
      return Exclusive.run(UNPACKED.resolve("lock"), () -> unpackOnce(archive));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Path unpackOnce(Path archive) throws IOException, InterruptedException {
    Path open = UNPACKED.resolve("open");
    if (Files.isDirectory(open)) {
      return open;
    }
    Path half = Files.createTempDirectory(UNPACKED, "unpacking");
    run("tar", "xJf", archive.toAbsolutePath().toString(), "-C", half.toString());
    // Moved only when complete, lest a broken run leave half a corpus behind.
    Files.move(half.resolve("open"), open, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(half);
    return open;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException(String.join(" ", command) + " exited with " + exit);
    }
  }

  /**
   * The dump as one element; null if it cannot be read, or holds what is not understood or belongs
   * to the ORM.
   */
  static @Nullable ClauseElement read(Path dump, MetaData metadata) throws IOException {
    Object loaded;
    try {
      loaded = ExpressionSerializer.loads(Files.readAllBytes(dump), metadata);
    } catch (BrineException refusal) {
      return null;
    }
    ClauseElement element =
        loaded instanceof List<?> list ? clauseList(list) : GoodFixture.element(loaded);
    boolean isCore =
        element != null && !GoodFixture.hasOpaque(element) && !GoodFixture.needsMapping(element);
    return isCore ? element : null;
  }

  private static @Nullable ClauseElement clauseList(List<?> items) {
    List<ColumnElement> columns = new ArrayList<>();
    for (Object item : items) {
      ClauseElement element = item == null ? null : GoodFixture.element(item);
      if (!(element instanceof ColumnElement column)) {
        return null;
      }
      columns.add(column);
    }
    return ClauseList.comma(columns);
  }
}
