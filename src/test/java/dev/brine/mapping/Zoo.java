package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Functions;
import dev.brine.expr.Select;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import dev.brine.schema.Types;

/** The models that most dumps of the corpus are of, mapped in Java. */
final class Zoo {

  static final MetaData METADATA =
      MetaData.of(
          table("users", "name", "age"),
          Table.named("addresses")
              .column(id())
              .column("email", Types.STRING)
              .column(referring("user_id", "users.id"))
              .build(),
          Table.named("employees")
              .column(id())
              .column("name", Types.STRING)
              .column("type", Types.STRING)
              .column(referring("user_id", "users.id"))
              .build(),
          Table.named("managers")
              .column(id().references("employees.id"))
              .column("manager_name", Types.STRING)
              .build(),
          table("animals", "name", "kind", "bark"),
          Table.named("nodes")
              .column(id())
              .column(referring("parent_id", "nodes.id"))
              .column("name", Types.STRING)
              .build(),
          table("items", "desc"),
          table("orders", "x", "y", "description"),
          Table.named("order_items")
              .column(referring("order_id", "orders.id"))
              .column(referring("item_id", "items.id"))
              .build());

  private Zoo() {}

  private static Column.Spec id() {
    return Column.Spec.of("id", Types.INTEGER).asPrimaryKey();
  }

  private static Column.Spec referring(String name, String target) {
    return Column.Spec.of(name, Types.INTEGER).references(target);
  }

  private static Table table(String name, String... columns) {
    Table.Builder table = Table.named(name).column(id());
    for (String column : columns) {
      table.column(column, Types.STRING);
    }
    return table.build();
  }

  static ColumnElement column(String table, String key) {
    return new TableRef(METADATA.table(table)).c(key);
  }

  static MapperRegistry.Builder mapping() {
    return MapperRegistry.of(METADATA)
        .map("zoo.User", Zoo::user)
        .map("zoo.Address", address -> address.table("addresses"))
        .map(
            "zoo.Employee",
            employee ->
                employee.table("employees").polymorphicOn("type").polymorphicIdentity("employee"))
        .map(
            "zoo.Manager",
            manager ->
                manager.table("managers").inherits("zoo.Employee").polymorphicIdentity("manager"))
        .map(
            "zoo.Animal",
            animal ->
                animal
                    .table("animals")
                    .exclude("bark")
                    .polymorphicOn("kind")
                    .polymorphicIdentity("animal"))
        .map(
            "zoo.Dog",
            dog -> dog.inherits("zoo.Animal").column("bark", "bark").polymorphicIdentity("dog"))
        .map(
            "zoo.Node",
            node ->
                node.table("nodes")
                    .relationship(
                        "children",
                        "zoo.Node",
                        to -> to.backref("parent", back -> back.remoteSide(column("nodes", "id")))))
        .map("zoo.Item", item -> item.table("items"))
        .map(
            "zoo.Order",
            order ->
                order
                    .table("orders")
                    .column("descr", "description")
                    .relationship("items", "zoo.Item", to -> to.secondary("order_items"))
                    .synonym("dsyn", "descr")
                    .composite("point", "zoo.Point", "x", "y")
                    .hybrid("xy"));
  }

  private static void user(ClassMapping user) {
    TableRef users = new TableRef(METADATA.table("users"));
    TableRef addresses = new TableRef(METADATA.table("addresses"));
    user.table("users")
        .relationship(
            "addresses", "zoo.Address", to -> to.backref("user").orderBy(addresses.c("id")))
        .columnProperty(
            "address_count",
            Select.of(Functions.count(addresses.c("id")))
                .where(addresses.c("user_id").eq(users.c("id")))
                .scalarSubquery());
  }
}
