package dev.brine;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Opaque;
import dev.brine.pickle.PythonTuple;
import dev.brine.schema.TypeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dumps in {@code python-fixtures}, and what of them was not understood. */
public final class FixtureDumps {

  static final Path FOLDER = Path.of("python-fixtures");

  private static final String LOOSE = "2.0";

  private FixtureDumps() {}

  /** The series there are dumps of. */
  public static List<String> series() {
    return Stream.concat(Stream.of(LOOSE), SeriesFixture.allSeries().stream()).sorted().toList();
  }

  /** Dumps of a series, one of each construct at least, of Core and of the ORM. */
  public static List<byte[]> of(String series) {
    Stream<byte[]> core =
        series.equals(LOOSE)
            ? in(FOLDER.resolve("good").resolve(series)).stream().map(FixtureDumps::bytes)
            : SeriesFixture.of(series, SeriesFixture.recordedBuild(series))
                .map(SeriesFixture::dump);
    Stream<byte[]> orm =
        Music.SERIES.contains(series)
            ? OrmFixture.of(series).map(OrmFixture::dump)
            : Stream.empty();
    return Stream.concat(core, orm).toList();
  }

  /** The dumps in a folder and below, in a stable order. */
  static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".pickle"))
          .filter(file -> !file.endsWith("metadata.pickle"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What in a loaded thing was not understood, types included; empty when all was. */
  static List<String> opaque(@Nullable Object loaded) {
    List<String> found = new ArrayList<>();
    collect(loaded, found);
    return found;
  }

  private static void collect(@Nullable Object part, List<String> found) {
    if (part instanceof Opaque opaque) {
      found.add(opaque.toString());
    } else if (part instanceof ClauseElement element) {
      if (element instanceof ColumnElement column && column.type().name() == TypeName.OPAQUE) {
        found.add("type " + column.type().attribute("class"));
      }
      element.children().forEach(child -> collect(child, found));
    } else if (part instanceof PythonTuple tuple) {
      tuple.elements().forEach(each -> collect(each, found));
    } else if (part instanceof Collection<?> all) {
      all.forEach(each -> collect(each, found));
    } else if (part instanceof Map<?, ?> map) {
      map.values().forEach(each -> collect(each, found));
    }
  }
}
