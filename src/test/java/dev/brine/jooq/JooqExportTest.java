package dev.brine.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.Shop;
import dev.brine.error.UsageException;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.schema.Types;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statements inside of queries that are written with jOOQ. */
class JooqExportTest {

  private static final TableRef USERS = Shop.table("users");

  private static final Select GROWN_UPS =
      Select.of(USERS.c("id"), USERS.c("name"), USERS.c("balance"), USERS.c("created_at"))
          .where(USERS.c("age").ge(Sql.bindparam("least", 30L, Types.INTEGER)))
          .orderBy(USERS.c("id"));

  private static Connection connection;
  private static DSLContext sqlite;

  @BeforeAll
  static void connect() throws SQLException {
    connection = DriverManager.getConnection(Shop.URL);
    sqlite = DSL.using(connection, SQLDialect.SQLITE);
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void aStatementIsAQueryOfTypedRecords() {
    Record first = JooqExport.resultQuery(sqlite, GROWN_UPS).fetch().get(0);

    assertThat(first.intoMap())
        .isEqualTo(
            Map.of(
                "id",
                1L,
                "name",
                "ed",
                "balance",
                new BigDecimal("12.50"),
                "created_at",
                LocalDateTime.of(2024, 1, 1, 9, 30)));
  }

  @Test
  void itsParametersMayBeGiven() {
    assertThat(JooqExport.resultQuery(sqlite, GROWN_UPS, Map.of("least", 41L)).fetch()).hasSize(2);
  }

  @Test
  void itsRowsMayBeReadLazily() {
    try (var rows = JooqExport.resultQuery(sqlite, GROWN_UPS).fetchLazy()) {
      assertThat(rows.fetchNext().get("name")).isEqualTo("ed");
    }
  }

  @Test
  void aStatementIsADerivedTableToJoin() {
    Table<Record> grownUps = JooqExport.table(GROWN_UPS, "g");
    Field<Object> id = grownUps.field("id", Object.class);
    Field<Object> userId = DSL.field(DSL.name("addresses", "user_id"), Object.class);

    assertThat(
            sqlite
                .select(grownUps.field("name"), DSL.field(DSL.name("addresses", "email")))
                .from(grownUps)
                .join(DSL.table(DSL.name("addresses")))
                .on(userId.eq(id))
                .where(DSL.field(DSL.name("addresses", "id"), Integer.class).gt(DSL.val(2)))
                .orderBy(userId)
                .fetch()
                .map(row -> row.intoList()))
        .isEqualTo(
            List.of(List.of("wendy", "wendy@example.com"), List.of("o'neil", "ONEIL@EXAMPLE.COM")));
  }

  @Test
  void expressionsAreFieldsAndConditions() {
    Field<Object> older = JooqExport.field(USERS.c("age").plus(1L));

    assertThat(
            sqlite
                .select(older.mul(DSL.val(2)))
                .from(DSL.table(DSL.name("users")))
                .where(
                    JooqExport.condition(USERS.c("name").eq("ed").or(USERS.c("name").eq("wendy")))
                        .and(DSL.field(DSL.name("users", "id"), Integer.class).eq(1)))
                .fetch()
                .map(row -> row.intoList()))
        .isEqualTo(List.of(List.of(62L)));
  }

  @Test
  void theTextIsTheDialectsOfTheContextWithItsStyleOfParameters() {
    DSLContext postgres = DSL.using(SQLDialect.POSTGRES);
    var query = postgres.selectFrom(JooqExport.table(GROWN_UPS, "g"));

    assertThat(postgres.render(query))
        .endsWith("WHERE users.age >= ?::INTEGER ORDER BY users.id) as \"g\"");
    assertThat(postgres.renderNamedParams(query)).contains("users.age >= :1::INTEGER");
    assertThat(postgres.renderInlined(query)).contains("users.age >= 30::INTEGER");
  }

  @Test
  void textReachesTheDatabaseIntact() {
    String odd = "a?b:c{0}--'\"\\ ${x} \n/* */";
    Select select = Select.of(Sql.literalColumn("'" + odd.replace("'", "''") + "'").label("x"));

    assertThat(JooqExport.resultQuery(sqlite, select).fetchOne(0)).isEqualTo(odd);
  }

  @Test
  void questionMarksOutsideOfQuotesAreDoubledForPostgresql() {
    assertThat(QuestionMarks.doubled("a ? 'b?' \"c?\" /*?*/ $$?$$ $x$?$x$ ?| --?\n?"))
        .isEqualTo("a ?? 'b?' \"c?\" /*?*/ $$?$$ $x$?$x$ ??| --?\n??");
  }

  @Test
  void aDerivedTableCannotHaveTwoColumnsOfOneName() {
    Select twice = Select.of(USERS.c("id").label("x"), USERS.c("name").label("x"));

    assertThatThrownBy(() -> JooqExport.table(twice, "t")).isInstanceOf(UsageException.class);
  }
}
