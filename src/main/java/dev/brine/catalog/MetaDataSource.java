package dev.brine.catalog;

import dev.brine.error.DatabaseException;
import dev.brine.error.MalformedPickleException;
import dev.brine.error.UsageException;
import dev.brine.schema.MetaData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Opens metadata from a word: a JDBC URL, or the path of a file that holds a pickled {@code
 * MetaData} or a JSON catalogue; which of the two is told by its content. Stateless.
 */
public final class MetaDataSource {

  private static final String JDBC = "jdbc:";

  private MetaDataSource() {}

  /** As {@link #open(String, String, String)}, for a database that asks for no user. */
  public static MetaData open(String source) {
    return open(source, null, null);
  }

  /**
   * The metadata that the source names.
   *
   * @param user for a JDBC URL; passed over otherwise
   * @param password the same
   * @throws UsageException if there is no such file, or it holds something else
   * @throws MalformedPickleException if the file is neither JSON nor a pickle
   * @throws DatabaseException if the database cannot be reached
   */
  public static MetaData open(String source, @Nullable String user, @Nullable String password) {
    return openCatalog(source, user, password).metadata();
  }

  /**
   * The metadata that the source names, and the mapped classes where it is a catalogue that has
   * them.
   *
   * @throws dev.brine.error.UnresolvedReferenceException if the classes of a catalogue do not fit
   *     its tables; the message tells every mismatch
   */
  public static Catalog openCatalog(
      String source, @Nullable String user, @Nullable String password) {
    if (source.startsWith(JDBC)) {
      return Catalog.of(reflect(source, user, password));
    }
    byte[] content = content(source);
    try {
      return looksLikeJson(content)
          ? CatalogJson.read(new String(content, StandardCharsets.UTF_8), "the catalogue " + source)
          : Catalog.of(PickledMetaData.read(content));
    } catch (UsageException e) {
      throw new UsageException(source + ": " + e.getMessage(), e.hint(), e);
    } catch (MalformedPickleException e) {
      throw new MalformedPickleException(source + ": " + e.getMessage(), e.hint(), e);
    }
  }

  private static byte[] content(String source) {
    try {
      byte[] content = Files.readAllBytes(Path.of(source));
      if (content.length == 0) {
        throw new UsageException("The metadata file %s is empty".formatted(source));
      }
      return content;
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          "The metadata file %s cannot be read: %s".formatted(source, reason(e)),
          "metadata is a pickled MetaData, a JSON catalogue, or a JDBC URL such as"
              + " jdbc:sqlite:shop.db",
          e);
    }
  }

  private static String reason(Exception e) {
    return e instanceof java.nio.file.NoSuchFileException ? "there is no such file" : e.toString();
  }

  /** No pickle starts with white space or a brace. */
  private static boolean looksLikeJson(byte[] content) {
    String start = new String(content, 0, Math.min(content.length, 64), StandardCharsets.UTF_8);
    String text = start.strip();
    return text.startsWith("{") || text.startsWith("[");
  }

  private static MetaData reflect(String url, @Nullable String user, @Nullable String password) {
    SqliteFile.requireThere(url);
    try (Connection connection =
        user == null && password == null
            ? DriverManager.getConnection(url)
            : DriverManager.getConnection(url, user, password)) {
      return JdbcReflection.reflect(connection);
    } catch (SQLException e) {
      throw new DatabaseException(
          "cannot open %s: %s".formatted(url, e.getMessage()), "check the URL and the user", e);
    }
  }
}
