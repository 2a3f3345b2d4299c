package dev.brine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.schema.MetaData;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.ForeignKey;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.SchemaImpl;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.Test;

class JooqMetaDataTest {

  /** This and its tables: what jOOQ's generator writes, shortened. */
  static final class Shop extends SchemaImpl {
    static final Shop SHOP = new Shop();

    private Shop() {
      super("shop");
    }

    @Override
    public List<Table<?>> getTables() {
      return List.of(Teams.TEAMS, Users.USERS);
    }
  }

  static final class Teams extends TableImpl<Record> {
    static final Teams TEAMS = new Teams();

    final TableField<Record, Integer> id =
        createField(DSL.name("id"), SQLDataType.INTEGER.nullable(false), this);

    private Teams() {
      super(DSL.name("teams"));
    }

    @Override
    public Schema getSchema() {
      return Shop.SHOP;
    }

    // Generic arrays, as jOOQ's generator writes them.
    @SuppressWarnings({"unchecked", "rawtypes"})
    @Override
    public UniqueKey<Record> getPrimaryKey() {
      return Internal.createUniqueKey(this, DSL.name("pk"), new TableField[] {id}, true);
    }
  }

  static final class Users extends TableImpl<Record> {
    static final Users USERS = new Users();

    final TableField<Record, String> name =
        createField(DSL.name("name"), SQLDataType.VARCHAR(50), this);
    final TableField<Record, BigDecimal> price =
        createField(DSL.name("price"), SQLDataType.NUMERIC(10, 2), this);
    final TableField<Record, Integer> teamId =
        createField(DSL.name("team_id"), SQLDataType.INTEGER, this);

    private Users() {
      super(DSL.name("users"));
    }

    @Override
    public Schema getSchema() {
      return Shop.SHOP;
    }

    // Generic arrays, as jOOQ's generator writes them.
    @SuppressWarnings({"unchecked", "rawtypes"})
    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
      return List.of(
          Internal.createForeignKey(
              this,
              DSL.name("fk"),
              new TableField[] {teamId},
              Teams.TEAMS.getPrimaryKey(),
              new TableField[] {Teams.TEAMS.id},
              true));
    }
  }

  @Test
  void generatedTablesOfTheDefaultSchemaGoByBareNames() {
    assertThat(MetaDataText.of(JooqMetaData.of(Shop.SHOP)))
        .isEqualTo(
            """
            teams
              id INTEGER not null pk
            users
              name VARCHAR(length=50)
              price NUMERIC(precision=10, scale=2)
              team_id INTEGER -> teams.id""");
  }

  @Test
  void singleTablesKeepTheirSchema() {
    assertThat(MetaDataText.of(JooqMetaData.of(Users.USERS)))
        .isEqualTo(
            """
            shop.users
              name VARCHAR(length=50)
              price NUMERIC(precision=10, scale=2)
              team_id INTEGER -> shop.teams.id""");
  }

  @Test
  void aTableWithoutFieldsIsAPlaceholder() {
    MetaData metadata = JooqMetaData.of(DSL.table(DSL.name("loose")));

    assertThat(metadata.table("loose").isPlaceholder()).isTrue();
  }
}
