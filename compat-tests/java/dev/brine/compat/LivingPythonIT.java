package dev.brine.compat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other side of every comparison must itself be what it claims to be. */
class LivingPythonIT {

  private static final Path GOOD = Path.of("python-fixtures", "good", "2.0");

  private LivingPython python;

  @BeforeEach
  void start() {
    python = LivingPython.with(LivingPython.SQLALCHEMY_2_0);
  }

  @Test
  void hasThePinnedSqlalchemy() throws IOException {
    String pinned = Files.readString(Path.of("python-fixtures/requirements/sqlalchemy-2.0.txt"));

    JsonNode version = python.ask(python.question("version"));

    assertThat(pinned).contains("SQLAlchemy==" + version.get("sqlalchemy").asText());
  }

  @Test
  void loadsCompilesAndRunsACommittedDump() throws IOException {
    byte[] dump = Files.readAllBytes(GOOD.resolve("where_eq_int.p5.pickle"));

    JsonNode answer = python.load(dump, List.of("default"), true);

    assertThat(answer.at("/sql/default/sql").asText())
        .isEqualTo("SELECT users.id \nFROM users \nWHERE users.age = :age_1");
    assertThat(answer.at("/sql/default/params/0/value").asInt()).isEqualTo(41);
    assertThat(answer.get("rows").toString()).isEqualTo("[[2],[5]]");
  }

  @Test
  void whatItDumpsItLoadsAgain() {
    byte[] dump = python.dump("ordering_limit_offset", 2);

    JsonNode once = python.load(dump, List.of("sqlite"), true);
    JsonNode twice = python.reload(dump, List.of("sqlite"), true);

    assertThat(twice).isEqualTo(once);
  }

  @Test
  void readsAndWritesPlainPickles() {
    byte[] pickle = python.repickle("(I1\nI2\nt.".getBytes(UTF_8), 2);

    assertThat(python.repr(pickle)).isEqualTo("(1, 2)");
    assertThat(pickle).startsWith(0x80, 2);
  }

  @Test
  void outlivesWhatItCannotLoad() {
    byte[] nothing = {};

    assertThatThrownBy(() -> python.load(nothing, List.of("default"), false))
        .isInstanceOf(AssertionError.class)
        .hasMessage("Python said EOFError: Ran out of input");
    assertThat(python.repr("I7\n.".getBytes(UTF_8))).isEqualTo("7");
  }
}
