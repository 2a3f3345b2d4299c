package dev.brine.expr;

import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.Name;
import dev.brine.schema.Table;
import dev.brine.schema.Types;
import java.util.UUID;

/** The tables of {@code python-fixtures/trees/schema.py} and its short names for their columns. */
final class TreeTables {

  private static final MetaData METADATA =
      MetaData.of(usersTable(), addressesTable(), tradesTable(), parcelsTable());

  static final TableRef USERS = Sql.table(METADATA, "users");
  static final TableRef ADDRESSES = Sql.table(METADATA, "addresses");
  static final TableRef TRADES = Sql.table(METADATA, "trades");
  static final TableRef PARCELS = Sql.table(METADATA, "parcels");
  static final Alias V = USERS.alias("v");
  static final Alias ANONYMOUS = USERS.alias();
  static final UUID SOME_UUID = UUID.fromString("12345678-1234-5678-1234-567812345678");

  private TreeTables() {}

  static ColumnRef u(String key) {
    return USERS.c(key);
  }

  static ColumnRef a(String key) {
    return ADDRESSES.c(key);
  }

  static ColumnRef t(String key) {
    return TRADES.c(key);
  }

  static ColumnRef p(String key) {
    return PARCELS.c(key);
  }

  private static Table usersTable() {
    return Table.named("users")
        .column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey())
        .column("name", Types.string(50))
        .column("note", Types.TEXT)
        .column("age", Types.INTEGER)
        .column("big", Types.BIG_INTEGER)
        .column("active", Types.BOOLEAN)
        .column("score", Types.numeric(10, 2))
        .column("ratio", Types.FLOAT)
        .column("born", Types.DATE)
        .column("seen", Types.DATE_TIME)
        .column("wakes", Types.TIME)
        .column("slept", Types.INTERVAL)
        .column("token", Types.UUID)
        .column("photo", Types.LARGE_BINARY)
        .column("data", Types.JSON)
        .column("color", Types.enumOf("color", "red", "green"))
        .column("points", Types.decorated("schema.Points", Types.INTEGER))
        .column(Column.Spec.of("full", Types.STRING).name(Name.of("full name (legal)")))
        .build();
  }

  private static Table addressesTable() {
    return Table.named("addresses")
        .column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey())
        .column(Column.Spec.of("user_id", Types.INTEGER).references("users.id"))
        .column("email", Types.STRING)
        .build();
  }

  private static Table tradesTable() {
    return Table.named("trades")
        .column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey())
        .column(Column.Spec.of("buyer_id", Types.INTEGER).references("users.id"))
        .column(Column.Spec.of("seller_id", Types.INTEGER).references("users.id"))
        .build();
  }

  private static Table parcelsTable() {
    return Table.named("parcels")
        .column(Column.Spec.of("id", Types.INTEGER).asPrimaryKey())
        .column(Column.Spec.of("address_id", Types.INTEGER).references("addresses.id"))
        .column("heavy", Types.BOOLEAN)
        .build();
  }
}
