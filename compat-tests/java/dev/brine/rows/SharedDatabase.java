package dev.brine.rows;

import dev.brine.Mariadb;
import dev.brine.Postgresql;
import dev.brine.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/**
 * The databases that Python and Java both reach. Of most Java has a copy, so that neither waits for
 * what the other has changed and not yet undone.
 */
enum SharedDatabase {
  SQLITE {
    @Override
    Place newPlace(String name) throws IOException {
      return copied("jdbc:sqlite:", emptyFile(name + ".sqlite"), emptyFile(name + "-java.sqlite"));
    }
  },
  POSTGRESQL {
    @Override
    Place newPlace(String name) throws SQLException {
      try (Connection connection = Postgresql.database(name).getConnection()) {
        String url = connection.getMetaData().getURL();
        String server = url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("/.*", "");
        return new Place(
            "postgres@" + server + "/" + name,
            () -> {
              String copy = name + "_java";
              Postgresql.copy(name, copy);
              return Engine.create("jdbc:postgresql://" + server + "/" + copy, "postgres", "");
            });
      }
    }
  },
  MARIADB {
    @Override
    Place newPlace(String name) throws SQLException {
      String url = Mariadb.database(name);
      String address = "%s@localhost:%d/%s?charset=utf8mb4";
      return new Place(
          address.formatted(Mariadb.USER, Mariadb.port(), name),
          () -> Engine.create(url, Mariadb.USER, ""));
    }
  },
  /** One process alone may open its file. */
  DUCKDB {
    @Override
    Place newPlace(String name) throws IOException {
      return copied("jdbc:duckdb:", emptyFile(name + ".duckdb"), emptyFile(name + "-java.duckdb"));
    }
  };

  /**
   * Where a database is.
   *
   * @param address for Python: what follows the driver in SQLAlchemy's URL
   * @param engine opens it from Java, once Python has filled it
   */
  record Place(String address, Opening engine) {}

  /** Opens a database. */
  @FunctionalInterface
  interface Opening {
    Engine open() throws IOException, SQLException;
  }

  /** A new, empty database. */
  abstract Place newPlace(String name) throws IOException, SQLException;

  Place place(String name) {
    try {
      return newPlace(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** What SQLAlchemy calls its dialect. */
  String dialect() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Place copied(String scheme, Path file, Path copy) {
    return new Place(
        "/" + file,
        () -> {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
          return Engine.create(scheme + copy);
        });
  }

  /** In a folder of this JVM's: the build tests in several. */
  private static Path emptyFile(String name) throws IOException {
    String owner = "jvm-" + ProcessHandle.current().pid();
    Path file = Path.of("target", "rows", owner, name).toAbsolutePath();
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    return file;
  }
}
