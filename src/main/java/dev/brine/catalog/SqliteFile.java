package dev.brine.catalog;

import dev.brine.error.DatabaseException;
import dev.brine.schema.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file of a JDBC URL of SQLite's, whose driver makes an empty database of a path that is
 * mistyped. Stateless.
 */
public final class SqliteFile {

  private static final String SQLITE = "jdbc:sqlite:";
  private static final String URI = "file:";

  private SqliteFile() {}

  /**
   * Does nothing unless the URL names a file that is not there; other databases tell that
   * themselves.
   *
   * @throws DatabaseException if it does; the hint offers the nearest name in the folder
   */
  public static void requireThere(String url) {
    Path file = file(url);
    if (file != null && !Files.exists(file)) {
      throw new DatabaseException(
          "cannot open %s: there is no such file".formatted(url), hint(file));
    }
  }

  /** Null where the URL names none: a database in memory, a resource, another kind of database. */
  private static @Nullable Path file(String url) {
    if (!url.startsWith(SQLITE)) {
      return null;
    }
    String name = url.substring(SQLITE.length()).replaceFirst("\\?.*", "");
    if (name.isEmpty() || name.startsWith(":") || url.contains("mode=memory")) {
      return null;
    }
    try {
      return Path.of(name.startsWith(URI) ? name.substring(URI.length()) : name);
    } catch (InvalidPathException unusable) {
      return null;
    }
  }

  private static String hint(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    String nearest = NearestName.hint(String.valueOf(file.getFileName()), names(folder));
    return nearest == null ? "check the URL" : nearest;
  }

  private static List<String> names(@Nullable Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(each -> String.valueOf(each.getFileName()))
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
