package dev.brine.shape;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.MalformedPickleException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UnsafePickleException;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyGlobal;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ids that SQLAlchemy 0.5 to 2.1 write. */
class PersistentIdTest {

  private static final PyGlobal USER = new PyGlobal("zoomodels", "User");

  private static final MetaData METADATA =
      MetaData.of(
          table("users", "id", "a:b"),
          Table.named("users").schema("sch").column("id", Types.INTEGER).build(),
          table("a", "b:c"),
          table("a:b", "c"),
          table("täble中", "größe"));

  private static Table table(String name, String... columns) {
    Table.Builder table = Table.named(name);
    for (String column : columns) {
      table.column(column, Types.INTEGER);
    }
    return table.build();
  }

  @ParameterizedTest
  @CsvSource({
    "table:users, users",
    "table:sch.users, sch.users",
    "table:a:b, a:b",
    "table:täble中, täble中",
    "table:t\\xe4ble\\u4e2d, täble中"
  })
  void tablesAreFoundByKey(String id, String key) {
    PersistentId.OfTable parsed = (PersistentId.OfTable) PersistentId.parse(id);

    assertThat(parsed.resolve(METADATA).key()).isEqualTo(key);
    assertThat(parsed.text()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "column:users:id, users.id",
    "column:sch.users:id, sch.users.id",
    "column:users:a:b, users.a:b",
    "column:a:b:c, a:b.c",
    "column:täble中:größe, täble中.größe",
    "column:t\\xe4ble\\u4e2d:größe, täble中.größe"
  })
  void columnsAreFoundByTheLongestTableKey(String id, String column) {
    PersistentId.OfColumn parsed = (PersistentId.OfColumn) PersistentId.parse(id);

    assertThat(parsed.resolve(METADATA)).hasToString(column);
    assertThat(parsed.text()).isEqualTo(id);
  }

  @Test
  void anUnknownColumnNamesTheNearest() {
    PersistentId.OfColumn id = (PersistentId.OfColumn) PersistentId.parse("column:users:ib");

    assertThatThrownBy(() -> id.resolve(METADATA))
        .isInstanceOf(UnresolvedReferenceException.class)
        .hasMessage("table 'users' has no column with the key 'ib'")
        .extracting(e -> ((UnresolvedReferenceException) e).hint())
        .isEqualTo("the nearest is 'id'");
  }

  @Test
  void eightBitIdsOfPython2AreText() {
    assertThat(PersistentId.parse(PyByteString.of("table:users".getBytes(UTF_8))))
        .isEqualTo(new PersistentId.OfTable("users"));
  }

  @Test
  void sessionsAndEnginesHaveNothingBehindTheColon() {
    assertThat(PersistentId.parse("session:")).isEqualTo(new PersistentId.OfSession());
    assertThat(PersistentId.parse("engine:")).isEqualTo(new PersistentId.OfEngine());
  }

  /** The class as Python 2.7, 3.0 to 3.7 and 3.8 to 3.13 pickle it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "czoomodels\nUser\np1\n.",
        "\u0080\u0003czoomodels\nUser\nq\u0000.",
        "\u0080\u0004\u0095\u0016\0\0\0\0\0\0\0\u008c"
            + "\tzoomodels\u0094\u008c\u0004User\u0094\u0093\u0094."
      })
  void mappersNameTheirClass(String pickle) {
    String base64 = base64(pickle);

    assertThat(PersistentId.parse("mapper:" + base64)).isEqualTo(new PersistentId.OfMapper(USER));
    assertThat(PersistentId.parse("mapper_selectable:" + base64))
        .isEqualTo(new PersistentId.OfMapperSelectable(USER));
    assertThat(PersistentId.parse("mapperprop:" + base64 + ":addresses"))
        .isEqualTo(new PersistentId.OfMapperProperty(USER, "addresses"));
    assertThat(PersistentId.parse("attribute:a:b:" + base64))
        .isEqualTo(new PersistentId.OfAttribute(USER, "a:b"));
  }

  @Test
  void classesAreWrittenAsPython38AndLaterDo() {
    String base64 = "gASVFgAAAAAAAACMCXpvb21vZGVsc5SMBFVzZXKUk5Qu";

    assertThat(new PersistentId.OfMapper(USER).text()).isEqualTo("mapper:" + base64);
    assertThat(new PersistentId.OfMapperSelectable(USER).text())
        .isEqualTo("mapper_selectable:" + base64);
    assertThat(new PersistentId.OfMapperProperty(USER, "name").text())
        .isEqualTo("mapperprop:" + base64 + ":name");
    assertThat(new PersistentId.OfAttribute(USER, "name").text())
        .isEqualTo("attribute:name:" + base64);
  }

  @Test
  void aClassThatIsMoreThanANameIsUnsafe() {
    String call = base64("cos\nsystem\n(S'id'\ntR.");

    assertThatThrownBy(() -> PersistentId.parse("mapper:" + call))
        .isInstanceOf(UnsafePickleException.class)
        .hasMessageContaining("os.system('id')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "users", "Table:users", "tables:users", ":", "column:users", "attribute:a"})
  void whatIsNoneOfTheFormsIsRefused(String id) {
    assertThatThrownBy(() -> PersistentId.parse(id)).isInstanceOf(MalformedPickleException.class);
  }

  private static String base64(String pickle) {
    return Base64.getEncoder().encodeToString(pickle.getBytes(ISO_8859_1));
  }
}
