package dev.brine.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.Shop;
import dev.brine.error.JooqImportException;
import dev.brine.expr.Statement;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.conf.FetchTriggerValuesAfterReturning;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change that is imported leaves the rows that jOOQ's own leaves, and gives what it gives. */
class JooqChangesTest {

  private static final Map<String, Query> TAKEN = ChangeQueries.taken();
  private static final Map<String, Query> REFUSED = ChangeQueries.refused();

  /** Else jOOQ selects the rows again by the last key, and misses some. */
  private static final Settings NATIVE_RETURNING =
      new Settings().withFetchTriggerValuesAfterReturning(FetchTriggerValuesAfterReturning.NEVER);

  @TempDir private Path folder;

  static Set<String> taken() {
    return TAKEN.keySet();
  }

  static Set<String> refused() {
    return REFUSED.keySet();
  }

  /** What a change gives and leaves. */
  private record Effect(List<String> given, List<String> left) {}

  @ParameterizedTest
  @MethodSource("taken")
  void leavesAndGivesWhatJooqDoes(String name) throws SQLException, IOException {
    Query query = Objects.requireNonNull(TAKEN.get(name));
    Statement imported = JooqImport.statement(query, Shop.METADATA);

    Effect byJooq =
        effect(
            dsl ->
                query instanceof ResultQuery<?> asking
                    ? rows(dsl.fetch(asking))
                    : List.of(String.valueOf(dsl.query("{0}", query).execute())));
    Effect byBrine =
        effect(
            dsl ->
                query instanceof ResultQuery<?>
                    ? rows(JooqExport.resultQuery(dsl, imported).fetch())
                    : List.of(
                        String.valueOf(
                            JooqExport.rowCountQuery(dsl, imported, Map.of()).execute())));

    assertThat(byBrine).isEqualTo(byJooq);
  }

  private Effect effect(Function<DSLContext, List<String>> change)
      throws SQLException, IOException {
    Path file = folder.resolve("shop.sqlite");
    Files.copy(Shop.GOOD.resolve("data.sqlite"), file, StandardCopyOption.REPLACE_EXISTING);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      DSLContext dsl = DSL.using(connection, SQLDialect.SQLITE, NATIVE_RETURNING);
      List<String> given = change.apply(dsl);
      return new Effect(given, rows(dsl.fetch("SELECT * FROM addresses ORDER BY id")));
    }
  }

  private static List<String> rows(Result<?> result) {
    return result.map(row -> row.intoList().toString());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatItWouldLose(String name) {
    Query query = Objects.requireNonNull(REFUSED.get(name));

    assertThatThrownBy(() -> JooqImport.statement(query)).isInstanceOf(JooqImportException.class);
  }

  @Test
  void mysqlsOwnClausesAreImportedForMysql() {
    Query query =
        DSL.using(SQLDialect.MYSQL)
            .insertInto(ChangeQueries.ADDRESSES, ChangeQueries.ADDRESS_ID, ChangeQueries.EMAIL)
            .values(1, "a")
            .onDuplicateKeyUpdate()
            .set(ChangeQueries.EMAIL, DSL.excluded(ChangeQueries.EMAIL));

    assertThat(sql(query, Dialect.MYSQL))
        .isEqualTo(
            "INSERT INTO addresses (id, email) VALUES (%s, %s)"
                + " ON DUPLICATE KEY UPDATE email = VALUES(email)");
  }

  @Test
  void constraintsOfConflictsAreImported() {
    Query query =
        DSL.using(SQLDialect.POSTGRES)
            .insertInto(ChangeQueries.ADDRESSES, ChangeQueries.ADDRESS_ID)
            .values(1)
            .onConflictOnConstraint(DSL.name("addresses_pkey"))
            .doUpdate()
            .set(ChangeQueries.CITY, "Rome");

    assertThat(sql(query, Dialect.POSTGRESQL))
        .isEqualTo(
            "INSERT INTO addresses (id) VALUES (%(id)s) ON CONFLICT ON CONSTRAINT addresses_pkey"
                + " DO UPDATE SET city = %(param_1)s");
  }

  private static String sql(Query query, Dialect dialect) {
    return SqlCompiler.compile(JooqImport.statement(query, Shop.METADATA), dialect).sql();
  }

  @Test
  void insertedDefaultsAreImported() {
    assertThat(sql(DSL.insertInto(ChangeQueries.ADDRESSES).defaultValues(), Dialect.SQLITE))
        .isEqualTo("INSERT INTO addresses DEFAULT VALUES");
  }

  @Test
  void aChangeMayStandInAWithClause() {
    var gone =
        DSL.name("gone")
            .as(
                DSL.using(SQLDialect.POSTGRES)
                    .deleteFrom(ChangeQueries.ADDRESSES)
                    .where(ChangeQueries.USER_ID.eq(1))
                    .returning(ChangeQueries.ADDRESS_ID));

    assertThat(
            sql(
                DSL.with(gone).select(DSL.field(DSL.name("gone", "id"))).from(gone),
                Dialect.POSTGRESQL))
        .isEqualTo(
            "WITH gone AS \n(DELETE FROM addresses WHERE addresses.user_id = %(user_id_1)s"
                + " RETURNING addresses.id)\n SELECT gone.id \nFROM gone");
  }
}
