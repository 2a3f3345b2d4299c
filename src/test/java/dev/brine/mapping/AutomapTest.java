package dev.brine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code automap_base().prepare()} of SQLAlchemy 2.0.58 derives from the same tables. */
class AutomapTest {

  private static final MetaData METADATA =
      MetaData.of(
          table("users").column("Name", Types.STRING).build(),
          table("addresses").column(referring("user_id", "users.id")).build(),
          table("Transfers")
              .column(referring("from_id", "users.id"))
              .column(referring("to_id", "users.id"))
              .build(),
          table("nodes").column(referring("parent_id", "nodes.id")).build(),
          table("tags").build(),
          Table.named("user_tags")
              .column(referring("user_id", "users.id"))
              .column(referring("tag_id", "tags.id"))
              .build(),
          Table.named("log").column("text", Types.STRING).build());

  private final MapperRegistry registry = MapperRegistry.automap(METADATA, "shop");

  private static Table.Builder table(String name) {
    return Table.named(name).column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey());
  }

  private static Column.Spec referring(String name, String target) {
    return Column.Spec.of(name, Types.INTEGER).references(target);
  }

  private String told(String path) {
    List<String> names = List.of(path.split("\\.", 2));
    Relationship relationship = registry.mapper(names.get(0)).relationship(names.get(1));
    return relationship.direction().pythonName()
        + " "
        + relationship.target().simpleName()
        + " back "
        + relationship.backPopulates();
  }

  @Test
  void aTableWithAPrimaryKeyThatIsNoLinkIsAClass() {
    assertThat(registry.mappers())
        .extracting(Mapper::className)
        .containsExactly(
            "shop.users", "shop.addresses", "shop.Transfers", "shop.nodes", "shop.tags");
  }

  @Test
  void aForeignKeyIsARelationshipEachWay() {
    assertThat(told("addresses.users")).isEqualTo("MANYTOONE users back addresses_collection");
    assertThat(told("users.addresses_collection")).isEqualTo("ONETOMANY addresses back users");
    assertThat(told("nodes.nodes")).isEqualTo("MANYTOONE nodes back nodes_collection");
    assertThat(told("nodes.nodes_collection")).isEqualTo("ONETOMANY nodes back nodes");
  }

  @Test
  void aLinkIsACollectionEachWay() {
    assertThat(told("users.tags_collection")).isEqualTo("MANYTOMANY tags back users_collection");
    assertThat(told("tags.users_collection")).isEqualTo("MANYTOMANY users back tags_collection");
  }

  @Test
  void ofTwoForeignKeysTheOneGoesThereAndTheOtherBack() {
    TableRef transfers = new TableRef(METADATA.table("Transfers"));
    TableRef users = new TableRef(METADATA.table("users"));

    assertThat(registry.mapper("Transfers").relationship("users").localRemotePairs())
        .containsExactly(new ColumnPair(transfers.c("from_id"), users.c("id")));
    assertThat(registry.mapper("users").relationship("transfers_collection").localRemotePairs())
        .containsExactly(new ColumnPair(users.c("id"), transfers.c("to_id")));
  }
}
