package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import dev.brine.series.Series;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written for 1.3 is read back; what 1.3 cannot say is refused by name. */
class DumpsTo13Test {

  private static final Table TABLE =
      Table.named("users")
          .column("id", Types.INTEGER)
          .column("name", Types.string(50))
          .column("active", Types.BOOLEAN)
          .build();
  private static final MetaData METADATA = MetaData.of(TABLE);
  private static final TableRef USERS = new TableRef(TABLE);
  private static final DumpOptions OPTIONS = DumpOptions.DEFAULT.withSeries(Series.V1_3);

  @Test
  void conditionsAreJoinedAndNoneIsLost() {
    assertReadBack(
        USERS
            .delete()
            .where(USERS.c("id").gt(1), Sql.or(USERS.c("id").lt(9), USERS.c("name").eq("x"))),
        "DELETE FROM users WHERE users.id > :id_1 AND (users.id < :id_2 OR users.name = :name_1)");
    assertReadBack(
        USERS.update().values(Map.of("name", "y")).where(USERS.c("id").eq(1)),
        "UPDATE users SET name=:name WHERE users.id = :id_1");
  }

  @Test
  void listsAndChainsAreReadBack() {
    assertReadBack(
        Select.of(USERS.c("id").plus(1).plus(2)).where(USERS.c("id").in(1, 2)),
        """
        SELECT users.id + :id_1 + :param_1 AS anon_1\s
        FROM users\s
        WHERE users.id IN (__[POSTCOMPILE_id_2])\
        """);
    assertReadBack(
        Select.of(USERS.c("id")).where(USERS.c("id").in(List.of())),
        """
        SELECT users.id\s
        FROM users\s
        WHERE users.id IN (__[POSTCOMPILE_id_1])\
        """);
  }

  /** As 1.3 wraps a boolean when the condition is made, which only the metadata tells. */
  @Test
  void aConditionOfUnknownTypeBecomesOneWhenItIsLoaded() {
    TableRef unknown = new TableRef(Table.placeholder("users"));

    assertReadBack(
        Select.of(unknown.c("id")).where(unknown.c("active")),
        "SELECT users.id \nFROM users \nWHERE users.active = 1");
    assertReadBack(
        Select.of(unknown.c("id")).where(unknown.c("id")),
        "SELECT users.id \nFROM users \nWHERE users.id");
    assertReadBack(
        unknown.delete().where(unknown.c("active"), unknown.c("id").eq(1)),
        "DELETE FROM users WHERE users.active = 1 AND users.id = :id_1");
  }

  @Test
  void whatTheSeriesHasNoWordForIsRefusedByName() {
    assertRefused(
        USERS.c("name").regexpMatch("x"),
        "SQLAlchemy 1.3 cannot say this: regexp_match()",
        "use op() with the operator of the database at hand");
    assertRefused(
        Select.of(USERS.c("id")).fetch(1),
        "SQLAlchemy 1.3 cannot say this: fetch()",
        "use limit()");
  }

  private static void assertReadBack(ClauseElement element, String sql) {
    byte[] dump = ExpressionSerializer.dumps(element, OPTIONS);
    ClauseElement read = (ClauseElement) ExpressionSerializer.loads(dump, METADATA);
    assertThat(SqlCompiler.compile(read, Dialect.DEFAULT).sql()).isEqualTo(sql);
  }

  private static void assertRefused(ClauseElement element, String message, String hint) {
    assertThatThrownBy(() -> ExpressionSerializer.dumps(element, OPTIONS))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessage(message)
        .extracting("hint")
        .isEqualTo(hint);
  }
}
