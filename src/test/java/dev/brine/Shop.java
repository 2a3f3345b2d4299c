package dev.brine;

import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.nio.file.Path;

/** The tables of {@code python-fixtures/shop.py}, and its rows in SQLite. */
public final class Shop {

  private static final SqlType COLOR =
      Types.enumOf("color", "red", "green", "blue").with("enum_class", "shop.Color");

  public static final MetaData METADATA =
      MetaData.of(
          Table.named("users")
              .column(key("id"))
              .column("name", Types.string(50))
              .column("fullname", Types.unicode(100))
              .column("age", Types.INTEGER)
              .column("active", Types.BOOLEAN)
              .column("score", Types.FLOAT)
              .column("balance", Types.numeric(10, 2))
              .column("birthday", Types.DATE)
              .column("created_at", Types.DATE_TIME)
              .build(),
          Table.named("addresses")
              .column(key("id"))
              .column(Column.Spec.of("user_id", Types.INTEGER).references("users.id"))
              .column("email", Types.string(80))
              .column("city", Types.unicode(40))
              .build(),
          Table.named("orders")
              .column(key("id"))
              .column(Column.Spec.of("user_id", Types.INTEGER).references("users.id"))
              .column("status", Types.enumOf("order_status", "new", "paid", "shipped"))
              .column("total", Types.numeric(12, 2))
              .column("placed_at", Types.DATE_TIME)
              .column("paid", Types.BOOLEAN)
              .build(),
          Table.named("items")
              .column(key("id"))
              .column("name", Types.unicode(60))
              .column("price", Types.numeric(10, 2))
              .column("weight", Types.FLOAT)
              .column("color", COLOR)
              .column("tags", Types.JSON)
              .build(),
          Table.named("order_lines")
              .column(key("order_id").references("orders.id"))
              .column(Column.Spec.of("line_no", Types.SMALL_INTEGER).asPrimaryKey())
              .column(Column.Spec.of("item_id", Types.INTEGER).references("items.id"))
              .column("quantity", Types.INTEGER)
              .build(),
          Table.named("shipments")
              .column(key("id"))
              .column(Column.Spec.of("order_id", Types.INTEGER).references("order_lines.order_id"))
              .column(
                  Column.Spec.of("line_no", Types.SMALL_INTEGER).references("order_lines.line_no"))
              .column("sent_at", Types.DATE_TIME)
              .build(),
          Table.named("nodes")
              .column(key("id"))
              .column(Column.Spec.of("parent_id", Types.INTEGER).references("nodes.id"))
              .column("name", Types.string(30))
              .build(),
          typed(),
          Table.named("ledger")
              .schema("main")
              .column(key("id"))
              .column(Column.Spec.of("user_id", Types.INTEGER).references("users.id"))
              .column("amount", Types.numeric(10, 2))
              .build(),
          Table.named("renamed")
              .column(key("id"))
              .column(Column.Spec.of("db_name", Types.string(30)).key("attr_name"))
              .column(Column.Spec.of("Value", Types.INTEGER).key("value"))
              .build(),
          Table.named("Odd Names")
              .column(key("id"))
              .column("order", Types.INTEGER)
              .column("MixedCase", Types.string(20))
              .column("with space", Types.string(20))
              .column("per%cent", Types.INTEGER)
              .column("quo\"te", Types.string(20))
              .column("1st", Types.INTEGER)
              .column("größe", Types.INTEGER)
              .build(),
          Table.named("order")
              .column(key("id"))
              .column("group", Types.INTEGER)
              .column(Column.Spec.of("odd_id", Types.INTEGER).references("Odd Names.id"))
              .build());

  /** Where the dumps of this series lie, with what Python compiled and fetched. */
  public static final Path GOOD = Path.of("python-fixtures", "good", "2.0");

  /** The rows; opened for reading only. */
  public static final String URL = "jdbc:sqlite:file:" + GOOD.resolve("data.sqlite") + "?mode=ro";

  private Shop() {}

  public static TableRef table(String key) {
    return new TableRef(METADATA.table(key));
  }

  private static Column.Spec key(String name) {
    return Column.Spec.of(name, Types.INTEGER).asPrimaryKey();
  }

  private static Table typed() {
    return Table.named("typed")
        .column(key("id"))
        .column("i", Types.INTEGER)
        .column("si", Types.SMALL_INTEGER)
        .column("bi", Types.BIG_INTEGER)
        .column("f", Types.FLOAT)
        .column("dbl", Types.DOUBLE)
        .column("n", Types.numeric(12, 4))
        .column("nf", Types.numeric(12, 4).with("asdecimal", false))
        .column("s", Types.string(30))
        .column("t", Types.TEXT)
        .column("u", Types.unicode(30))
        .column("b", Types.BOOLEAN)
        .column("d", Types.DATE)
        .column("dt", Types.DATE_TIME)
        .column("tm", Types.TIME)
        .column("iv", Types.INTERVAL)
        .column("lb", Types.LARGE_BINARY)
        .column("j", Types.JSON)
        .column("e", Types.enumOf("level", "low", "high"))
        .column("pe", COLOR)
        .column("uu", SqlType.of(TypeName.UUID_))
        .build();
  }
}
