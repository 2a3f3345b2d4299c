package dev.brine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brine.PlaceholderDeserializer;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Insert;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without metadata nothing is compiled that needs to know all columns of a table. */
class KnownColumnsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "columns_table",
        "columns_table_and_column",
        "aliases_whole",
        "joins_alias_whole",
        "joins_alias_subquery"
      })
  void refusesAllColumnsOfATableThatNobodyDescribed(String construct) {
    assertThatExceptionOfType(UnresolvedReferenceException.class)
        .isThrownBy(() -> sql(construct))
        .withMessageContaining("all columns of table")
        .extracting(UnresolvedReferenceException::hint)
        .asString()
        .contains("metadata");
  }

  @Test
  void refusesAnInsertThatSaysNothingOfColumns() {
    Insert insert = Sql.insert(new TableRef(Table.placeholder("users")));

    assertThatExceptionOfType(UnresolvedReferenceException.class)
        .isThrownBy(() -> SqlCompiler.compile(insert, Dialect.SQLITE));
  }

  @Test
  void setsColumnsThatAChangeNames() {
    TableRef users = new TableRef(Table.placeholder("users"));
    Insert insert = Sql.insert(users);

    assertThat(sql(Sql.update(users).values(Map.of("name", "ed"))))
        .isEqualTo("UPDATE users SET name=?");
    assertThat(sql(insert.values(Map.of("age", 30))))
        .isEqualTo("INSERT INTO users (age) VALUES (?)");
    assertThat(sql(insert.values(List.of(Map.of("id", 1), Map.of("id", 2)))))
        .isEqualTo("INSERT INTO users (id) VALUES (?), (?)");
  }

  @Test
  void namesColumnsThatTheDumpNames() throws IOException {
    assertThat(sql("joins_inner_on")).contains("SELECT users.");
  }

  private static String sql(String construct) throws IOException {
    byte[] dump =
        Files.readAllBytes(Path.of("python-fixtures", "good", "2.0", construct + ".p4.pickle"));
    ClauseElement statement = (ClauseElement) new PlaceholderDeserializer().loads(dump);
    return sql(statement);
  }

  private static String sql(ClauseElement statement) {
    return SqlCompiler.compile(statement, Dialect.SQLITE).sql();
  }
}
