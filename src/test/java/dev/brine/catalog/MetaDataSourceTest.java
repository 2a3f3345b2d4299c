package dev.brine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.DatabaseException;
import dev.brine.error.MalformedPickleException;
import dev.brine.error.UsageException;
import dev.brine.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetaDataSourceTest {

  @TempDir Path folder;

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("source"), content).toString();
  }

  @Test
  void aPickleIsToldByItsContent() {
    assertThat(MetaDataSource.open("python-fixtures/metadata/1.3.24-p0.pickle").findTable("lines"))
        .isNotNull();
  }

  @Test
  void aCatalogueIsToldByItsContent() throws IOException {
    String source =
        file(" \n{\"brine-catalogue\": 1, \"tables\": [{\"name\": \"t\", \"columns\": []}]}");

    assertThat(MetaDataSource.open(source).tables()).extracting(Table::key).containsExactly("t");
  }

  @Test
  void aJdbcUrlIsReflected() throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("shop.db");
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (a INTEGER)");
    }

    assertThat(MetaDataSource.open(url).table("t").column("a")).isNotNull();
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> MetaDataSource.open("no/such.pickle"))
        .isInstanceOf(UsageException.class)
        .hasMessage("The metadata file no/such.pickle cannot be read: there is no such file");
  }

  @Test
  void aFileOfSomethingElseIsNamed() throws IOException {
    String source = file("N.");

    assertThatThrownBy(() -> MetaDataSource.open(source))
        .isInstanceOf(UsageException.class)
        .hasMessage(source + ": the pickle holds None, not a MetaData");
  }

  @Test
  void whatIsNeitherIsMalformed() throws IOException {
    String source = file("hello");

    assertThatThrownBy(() -> MetaDataSource.open(source))
        .isInstanceOf(MalformedPickleException.class)
        .hasMessageStartingWith(source + ": ");
  }

  @Test
  void anUnknownDatabaseIsTheDatabasesFault() {
    assertThatThrownBy(() -> MetaDataSource.open("jdbc:nothing:x"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageStartingWith("cannot open jdbc:nothing:x: ");
  }
}
