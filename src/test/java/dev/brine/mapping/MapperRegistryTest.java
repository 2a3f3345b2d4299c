package dev.brine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders, directions and pairs are those that SQLAlchemy 2.0.58 gives for the same models. */
class MapperRegistryTest {

  private final MapperRegistry zoo = Zoo.mapping().build();

  private static List<String> keys(Mapper mapper) {
    return mapper.attrs().stream().map(MapperProperty::key).toList();
  }

  @Test
  void relationshipsComeBeforeColumnsAndWhatLeadsBackComesLast() {
    assertThat(keys(zoo.mapper("zoo.User")))
        .containsExactly("addresses", "address_count", "id", "name", "age");
    assertThat(keys(zoo.mapper("zoo.Address"))).containsExactly("id", "email", "user_id", "user");
    assertThat(keys(zoo.mapper("zoo.Node")))
        .containsExactly("children", "id", "parent_id", "name", "parent");
  }

  @Test
  void aRenamedColumnStandsWhereTheTableHasIt() {
    assertThat(keys(zoo.mapper("zoo.Order")))
        .containsExactly("items", "dsyn", "point", "id", "x", "y", "descr");
  }

  @Test
  void inheritedAttributesComeFirstAndTheKeyIsBothTables() {
    Mapper manager = zoo.mapper("zoo.Manager");

    assertThat(keys(manager)).containsExactly("id", "name", "type", "user_id", "manager_name");
    assertThat(((ColumnProperty) manager.property("id")).columns())
        .containsExactly(Zoo.column("managers", "id"), Zoo.column("employees", "id"));
    assertThat(manager.property("name").parent()).isSameAs(zoo.mapper("zoo.Employee"));
    assertThat(manager.primaryKey()).containsExactly(Zoo.column("employees", "id"));
    assertThat(manager.polymorphicOn()).isEqualTo(Zoo.column("employees", "type"));
  }

  @Test
  void identitiesAreOfTheWholeInheritance() {
    assertThat(zoo.mapper("zoo.Manager").polymorphicMap())
        .containsOnlyKeys("employee", "manager")
        .containsEntry("manager", zoo.mapper("zoo.Manager"));
  }

  @Test
  void aClassThatSharesATableHasOnlyWhatItDeclaresOfIt() {
    assertThat(keys(zoo.mapper("zoo.Animal"))).containsExactly("id", "name", "kind");
    assertThat(keys(zoo.mapper("zoo.Dog"))).containsExactly("id", "name", "kind", "bark");
    assertThat(zoo.mapper("zoo.Dog").singleTableCriterion()).isNotNull();
    assertThat(zoo.mapper("zoo.Animal").singleTableCriterion()).isNull();
  }

  @Test
  void foreignKeysTellTheDirection() {
    Relationship addresses = zoo.mapper("zoo.User").relationship("addresses");
    Relationship user = zoo.mapper("zoo.Address").relationship("user");

    assertThat(addresses.direction()).isEqualTo(Direction.ONE_TO_MANY);
    assertThat(user.direction()).isEqualTo(Direction.MANY_TO_ONE);
    assertThat(addresses.uselist()).isTrue();
    assertThat(user.uselist()).isFalse();
    assertThat(addresses.reverse()).containsExactly(user);
    assertThat(user.localRemotePairs())
        .containsExactly(
            new ColumnPair(Zoo.column("addresses", "user_id"), Zoo.column("users", "id")));
  }

  @Test
  void aSelfReferenceIsTwoRelationshipsOverOneCondition() {
    Relationship children = zoo.mapper("zoo.Node").relationship("children");
    Relationship parent = zoo.mapper("zoo.Node").relationship("parent");

    assertThat(children.direction()).isEqualTo(Direction.ONE_TO_MANY);
    assertThat(parent.direction()).isEqualTo(Direction.MANY_TO_ONE);
    assertThat(children.condition().remoteColumns())
        .containsExactly(Zoo.column("nodes", "parent_id"));
    assertThat(parent.condition().remoteColumns()).containsExactly(Zoo.column("nodes", "id"));
  }

  @Test
  void aTableBetweenMakesBothJoins() {
    Relationship items = zoo.mapper("zoo.Order").relationship("items");

    assertThat(items.direction()).isEqualTo(Direction.MANY_TO_MANY);
    assertThat(items.localRemotePairs())
        .containsExactly(
            new ColumnPair(Zoo.column("orders", "id"), Zoo.column("order_items", "order_id")),
            new ColumnPair(Zoo.column("items", "id"), Zoo.column("order_items", "item_id")));
  }

  @Test
  void everyMismatchIsToldAtOnce() {
    MapperRegistry.Builder builder =
        Zoo.mapping()
            .map("zoo.Ghost", ghost -> ghost.table("gosts"))
            .map("zoo.Kid", kid -> kid.inherits("zoo.Nod"))
            .map(
                "zoo.Thing",
                thing ->
                    thing
                        .table("items")
                        .column("d", "descr")
                        .relationship("users", "zoo.User")
                        .relationship("orders", "zoo.Ordr"));

    assertThatThrownBy(builder::build)
        .isInstanceOf(UnresolvedReferenceException.class)
        .hasMessageContaining("in 5 places")
        .hasMessageContaining("zoo.Ghost: the metadata has no table 'gosts'")
        .hasMessageContaining(
            "zoo.Kid: it inherits from 'zoo.Nod', which is not mapped (the nearest is 'zoo.Node')")
        .hasMessageContaining("zoo.Thing.d: table 'items' has no column with the key 'descr'")
        .hasMessageContaining("zoo.Thing.orders: it leads to 'zoo.Ordr', which is not mapped")
        .hasMessageContaining(
            "zoo.Thing.users: relationship Thing.users: there is no foreign key between 'items'"
                + " and 'users'");
  }

  @Test
  void twoForeignKeysAreAmbiguousUntilOneIsNamed() {
    Table transfers =
        Table.named("transfers")
            .column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey())
            .column(Column.Spec.of("from_id", Types.INTEGER).references("accounts.id"))
            .column(Column.Spec.of("to_id", Types.INTEGER).references("accounts.id"))
            .build();
    Table accounts =
        Table.named("accounts").column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey()).build();
    MapperRegistry.Builder ambiguous =
        MapperRegistry.of(MetaData.of(accounts, transfers))
            .map("bank.Account", account -> account.table(accounts))
            .map(
                "bank.Transfer",
                transfer -> transfer.table(transfers).relationship("payer", "bank.Account"));
    MapperRegistry clear =
        MapperRegistry.of(MetaData.of(accounts, transfers))
            .map("bank.Account", account -> account.table(accounts))
            .map(
                "bank.Transfer",
                transfer ->
                    transfer
                        .table(transfers)
                        .relationship(
                            "payer",
                            "bank.Account",
                            to -> to.foreignKeys(new TableRef(transfers).c("from_id"))))
            .build();

    assertThatThrownBy(ambiguous::build)
        .hasMessageContaining(
            "bank.Transfer.payer: relationship Transfer.payer: there is more than one foreign key"
                + " between 'transfers' and 'accounts' (give foreign_keys or a primaryjoin)");
    assertThat(clear.mapper("Transfer").relationship("payer").localRemotePairs())
        .containsExactly(
            new ColumnPair(new TableRef(transfers).c("from_id"), new TableRef(accounts).c("id")));
  }

  @Test
  void anUnknownNameBringsTheNearest() {
    assertThatThrownBy(() -> zoo.mapper("zoo.Usr"))
        .isInstanceOf(UnresolvedReferenceException.class)
        .hasMessage("the mapping has no class 'zoo.Usr'")
        .extracting("hint")
        .isEqualTo("the nearest is 'zoo.User'");
    assertThatThrownBy(() -> zoo.mapper("zoo.User").relationship("adresses"))
        .hasMessage("the class 'zoo.User' has no relationship 'adresses' in the mapping")
        .extracting("hint")
        .isEqualTo("the nearest is 'addresses'");
    assertThatThrownBy(() -> zoo.mapper("zoo.User").property("nme"))
        .hasMessage("the class 'zoo.User' has no mapped attribute 'nme' in the mapping");
  }
}
