package dev.brine;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Functions;
import dev.brine.expr.Select;
import dev.brine.expr.TableRef;
import dev.brine.mapping.ClassMapping;
import dev.brine.mapping.ColumnOptions;
import dev.brine.mapping.Lazy;
import dev.brine.mapping.MapperRegistry;
import dev.brine.schema.MetaData;
import java.util.List;

/** The classes of the corpus' {@code zoomodels.py}, mapped in Java. */
final class ZooModels {

  private final MetaData metadata;

  private ZooModels(MetaData metadata) {
    this.metadata = metadata;
  }

  /** The mapping over the corpus' metadata. */
  static MapperRegistry mappers(MetaData metadata) {
    return new ZooModels(metadata).mappers();
  }

  private ColumnElement column(String table, String key) {
    return new TableRef(metadata.table(table)).c(key);
  }

  private MapperRegistry mappers() {
    return MapperRegistry.of(metadata)
        .map("zoomodels.User", this::user)
        .map(
            "zoomodels.Address",
            address ->
                address
                    .table("addresses")
                    .relationship("dingalings", "zoomodels.Dingaling")
                    .order(List.of("dingalings", "id", "email", "user_id", "user")))
        .map("zoomodels.Dingaling", dingaling -> dingaling.table("dingalings"))
        .map(
            "zoomodels.Employee",
            employee ->
                employee.table("employees").polymorphicOn("type").polymorphicIdentity("employee"))
        .map(
            "zoomodels.Manager",
            manager ->
                manager
                    .table("managers")
                    .inherits("zoomodels.Employee")
                    .polymorphicIdentity("manager"))
        .map(
            "zoomodels.Engineer",
            engineer ->
                engineer
                    .table("engineers")
                    .inherits("zoomodels.Employee")
                    .polymorphicIdentity("engineer"))
        .map(
            "zoomodels.Animal",
            animal -> animal.table("animals").polymorphicOn("kind").polymorphicIdentity("animal"))
        .map("zoomodels.Dog", dog -> dog.inherits("zoomodels.Animal").polymorphicIdentity("dog"))
        .map(
            "zoomodels.Node",
            node ->
                node.table("nodes")
                    .relationship(
                        "children",
                        "zoomodels.Node",
                        to -> to.backref("parent", back -> back.remoteSide(column("nodes", "id")))))
        .map("zoomodels.Item", item -> item.table("items"))
        .map("zoomodels.Order", this::order)
        .build();
  }

  private void user(ClassMapping user) {
    TableRef users = new TableRef(metadata.table("users"));
    TableRef addresses = new TableRef(metadata.table("addresses"));
    user.table("users")
        .relationship(
            "addresses", "zoomodels.Address", to -> to.backref("user").orderBy(addresses.c("id")))
        .columnProperty(
            "address_count",
            List.of(
                Select.of(Functions.count(addresses.c("id")))
                    .where(addresses.c("user_id").eq(users.c("id")))
                    .correlate(users)
                    .scalarSubquery()),
            ColumnOptions.DEFERRED)
        .order(List.of("addresses", "id", "name", "age", "address_count"));
  }

  private void order(ClassMapping order) {
    order
        .table("orders")
        .column("descr", "description")
        .relationship("items", "zoomodels.Item", to -> to.secondary("order_items"))
        .relationship(
            "dyn",
            "zoomodels.Item",
            to -> to.secondary("order_items").lazy(Lazy.DYNAMIC).viewonly())
        .synonym("dsyn", "descr")
        .composite("point", "zoomodels.Point", "x", "y")
        .hybrid("xy", column("orders", "x").plus(column("orders", "y")))
        .order(List.of("items", "dyn", "dsyn", "point", "id", "x", "y", "descr"));
  }
}
