package dev.brine.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import org.junit.jupiter.api.Test;

/** The queries that the README shows, between the comments that name them. */
class ReadmeSnippetsTest {

  private static final MetaData METADATA = metadata();

  private static MetaData metadata() {
    // snippet: metadata
    return MetaData.of(
        Table.named("users")
            .column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey())
            .column("name", Types.string(50))
            .column("age", Types.INTEGER)
            .build(),
        Table.named("addresses")
            .column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey())
            .column(Column.Spec.of("user_id", Types.INTEGER).references("users.id"))
            .column("email", Types.STRING)
            .build());
    // end
  }

  @Test
  void aSelectWithConditions() {
    // snippet: select
    TableRef users = Sql.table(METADATA, "users");
    Select query =
        Select.of(users.c("id"), users.c("name"))
            .where(Sql.or(users.c("name").eq("ed"), users.c("name").startsWith("w")))
            .where(users.c("age").between(18, 65))
            .orderBy(users.c("name"), users.c("id").desc())
            .limit(10);
    // end

    assertThat(query.where()).hasSize(2);
    assertThat(TreePrinter.print(query.where().get(0))).startsWith("or_([binary(eq, users.name");
  }

  @Test
  void aJoinWithGroups() {
    // snippet: join
    TableRef users = Sql.table(METADATA, "users");
    TableRef addresses = Sql.table(METADATA, "addresses");
    Select query =
        Select.of(users.c("name"), Functions.count(addresses.c("id")).label("addresses"))
            .selectFrom(users.outerjoin(addresses))
            .groupBy(users.c("name"))
            .having(Functions.count(addresses.c("id")).gt(1))
            .orderBy(Sql.desc("addresses"));
    // end

    assertThat(TreePrinter.print(query.from().get(0)))
        .isEqualTo(
            "outer join(users, addresses, binary(eq, users.id:Integer, addresses.user_id:Integer,"
                + " Boolean, negate=ne))");
  }

  @Test
  void aParameterThatIsGivenLater() {
    // snippet: parameter
    TableRef users = Sql.table(METADATA, "users");
    Select query =
        Select.of(users)
            .where(users.c("age").ge(Sql.bindparam("min_age")))
            .where(users.c("id").in(Sql.bindparam("ids")));
    // end

    assertThat(TreePrinter.print(query.where().get(0)))
        .contains("bind(min_age, None, Integer, required)");
    assertThat(TreePrinter.print(query.where().get(1))).contains("required, expanding in_op");
  }

  @Test
  void anAliasOfATable() {
    // snippet: alias
    TableRef users = Sql.table(METADATA, "users");
    Alias elders = users.alias("elders");
    Select query =
        Select.of(users.c("name"), elders.c("name").label("elder"))
            .join(elders, elders.c("age").gt(users.c("age").plus(20)));
    // end

    assertThat(TreePrinter.print(query.setupJoins().get(0).target()))
        .isEqualTo("alias(users, elders)");
  }
}
