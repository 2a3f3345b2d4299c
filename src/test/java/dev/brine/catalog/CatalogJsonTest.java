package dev.brine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UsageException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Functions;
import dev.brine.schema.Autoincrement;
import dev.brine.schema.Column;
import dev.brine.schema.ColumnDefault;
import dev.brine.schema.ColumnDefaults;
import dev.brine.schema.MetaData;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import dev.brine.schema.Sequence;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogJsonTest {

  private static final String SHOP =
      """
      {"brine-catalogue": 1,
       "tables": [
         {"name": "users", "schema": "shop", "columns": [
           {"name": "id", "type": {"type": "Integer"}, "primary_key": true},
           {"name": "email", "type": {"type": "String", "length": 50}, "nullable": false},
           {"name": "team", "key": "team_id", "quote": true, "type": {"type": "Integer"},
            "foreign_keys": ["shop.teams.id"]}]}]}
      """;

  @Test
  void aCatalogueIsRead() {
    assertThat(MetaDataText.of(CatalogJson.read(SHOP).metadata()))
        .isEqualTo(
            """
            shop.users
              id Integer not null pk
              email String(length=50) not null
              "team" key=team_id Integer -> shop.teams.id\
            """);
  }

  @Test
  void whatWasWrittenIsReadBack() {
    MetaData metadata =
        MetaData.of(
            Table.named(new QuotedName("t", Quoting.ALWAYS))
                .schema(new QuotedName("s", Quoting.NEVER))
                .column(Column.Spec.of("id", Types.BIG_INTEGER).asPrimaryKey().nullable(true))
                .column(Column.Spec.of("n", Types.numeric(10, 2)).key("k").references("s.t.id"))
                .column("e", Types.enumOf("color", "red", "green"))
                .column("a", SqlType.of(TypeName.ARRAY).with("item_type", Types.string(3)))
                .column("v", Types.TEXT.withVariant(Types.string(9), "mysql"))
                .column("d", Types.decorated("app.types.Money", Types.INTEGER))
                .build());

    MetaData read = CatalogJson.read(CatalogJson.write(metadata)).metadata();

    assertThat(MetaDataText.of(read)).isEqualTo(MetaDataText.of(metadata));
    assertThat(read.table("s.t").column("v").type())
        .isEqualTo(Types.TEXT.withVariant(Types.string(9), "mysql"));
  }

  @Test
  void defaultsAreWrittenAndReadBack() {
    ColumnDefaults all =
        ColumnDefaults.NONE
            .onInsert(new ColumnDefault.Scalar("new"))
            .onUpdate(new ColumnDefault.Callable("shop.now"))
            .server(ColumnDefaults.Server.IDENTITY)
            .updatedByServer(true)
            .autoincrement(Autoincrement.IGNORE_FOREIGN_KEY);
    ColumnDefaults others =
        ColumnDefaults.NONE
            .onInsert(new ColumnDefault.NextValue(new Sequence(Name.of("s"), Name.of("x"), true)))
            .onUpdate(new ColumnDefault.Scalar(new BigDecimal("1.50")))
            .server(ColumnDefaults.Server.DEFAULT)
            .autoincrement(Autoincrement.NEVER);
    MetaData metadata =
        MetaData.of(
            Table.named("t")
                .implicitReturning(false)
                .column(Column.Spec.of("a", Types.STRING).defaults(all))
                .column(Column.Spec.of("b", Types.STRING).defaults(others))
                .build());

    Table read = CatalogJson.read(CatalogJson.write(metadata)).metadata().table("t");

    assertThat(read.isImplicitlyReturning()).isFalse();
    assertThat(read.column("a").defaults()).isEqualTo(all);
    assertThat(read.column("b").defaults()).isEqualTo(others);
  }

  @Test
  void aDefaultThatIsSqlIsADump() {
    ColumnDefault now = new ColumnDefault.Expression(Functions.func("now"));
    Column.Spec column =
        Column.Spec.of("a", Types.DATE_TIME).defaults(ColumnDefaults.NONE.onInsert(now));

    String written = CatalogJson.write(MetaData.of(Table.named("t").column(column).build()));

    ColumnDefault read =
        CatalogJson.read(written).metadata().table("t").column("a").defaults().onInsert();
    assertThat(read)
        .isInstanceOfSatisfying(
            ColumnDefault.Expression.class,
            expression ->
                assertThat(
                        SqlCompiler.compile((ClauseElement) expression.element(), Dialect.DEFAULT)
                            .sql())
                    .isEqualTo("now()"));
  }

  @ParameterizedTest
  @EnumSource(TypeName.class)
  void everyTypeHasASpelling(TypeName name) {
    SqlType type = SqlType.of(name);
    MetaData metadata = MetaData.of(Table.named("t").column("c", type).build());

    assertThat(
            CatalogJson.read(CatalogJson.write(metadata)).metadata().table("t").column("c").type())
        .isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | The JSON is no catalogue: it lacks \"brine-catalogue\": 1",
        "{\"tables\": []} | The JSON is no catalogue: it lacks \"brine-catalogue\": 1",
        "{\"brine-catalogue\": 2} | The catalogue has version 2, and only 1 is known",
        "{\"brine-catalogue\": 1} | The catalogue lacks 'tables' at $",
        "{\"brine-catalogue\": 1, \"table\": []} | The catalogue has an unknown field 'table' at $",
        "{\"brine-catalogue\": 1, \"tables\": 3}"
            + " | The catalogue has number at $.tables where array is expected",
      })
  void whatIsNoCatalogueIsRefused(String text, String message) {
    assertThatThrownBy(() -> CatalogJson.read(text))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"type\": {\"type\": \"Strin\"}"
            + " | The catalogue has an unknown type 'Strin' at $.tables[0].columns[0].type.type"
            + " | the nearest is 'String'",
        "\"type\": {\"type\": \"String\", \"len\": 3}"
            + " | The type String takes no 'len' at $.tables[0].columns[0].type"
            + " | the nearest is 'length'",
        "\"nulable\": true"
            + " | The catalogue has an unknown field 'nulable' at $.tables[0].columns[0]"
            + " | the nearest is 'nullable'",
      })
  void aMisspeltColumnIsRefusedWithTheNearest(String fields, String message, String hint) {
    String text =
        "{\"brine-catalogue\": 1, \"tables\": [{\"name\": \"t\", \"columns\": [{\"name\": \"c\", "
            + fields
            + "}]}]}";

    assertThatThrownBy(() -> CatalogJson.read(text).metadata())
        .hasMessage(message)
        .extracting(e -> ((UsageException) e).hint())
        .isEqualTo(hint);
  }

  @Test
  void brokenJsonIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> CatalogJson.read("{\"brine-catalogue\": 1,\n \"tables\": [}"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("The catalogue is no JSON: ")
        .hasMessageEndingWith("(line 2, column 13)");
  }
}
