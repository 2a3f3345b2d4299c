package dev.brine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.Shop;
import dev.brine.expr.FromClause;
import dev.brine.expr.Join;
import dev.brine.expr.Sql;
import dev.brine.schema.ForeignKey;
import dev.brine.schema.MetaData;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A foreign key over two columns joins on both, wherever the metadata comes from. */
class CompositeForeignKeyTest {

  /** Printed by SQLAlchemy 2.0 for {@code shipments.join(order_lines)}. */
  private static final String JOIN =
      "shipments JOIN order_lines ON order_lines.order_id = shipments.order_id AND"
          + " order_lines.line_no = shipments.line_no";

  @Test
  void fromAPickledMetaData() {
    assertThat(joined(Shop.METADATA)).isEqualTo(JOIN);
  }

  @Test
  void fromACatalogue() {
    assertThat(joined(CatalogJson.read(CatalogJson.write(Shop.METADATA)).metadata()))
        .isEqualTo(JOIN);
  }

  @Test
  void fromADatabase() throws SQLException {
    try (Connection connection = DriverManager.getConnection(Shop.URL)) {
      assertThat(joined(JdbcReflection.reflect(connection))).isEqualTo(JOIN);
    }
  }

  @Test
  void itsColumnsShareAConstraintAndNoOtherHasOne() {
    Set<String> constrained =
        Shop.METADATA.tables().stream()
            .flatMap(table -> table.columns().stream())
            .filter(
                column -> column.foreignKeys().stream().anyMatch(CompositeForeignKeyTest::named))
            .map(Object::toString)
            .collect(Collectors.toSet());

    assertThat(constrained).containsExactlyInAnyOrder("shipments.order_id", "shipments.line_no");
  }

  private static boolean named(ForeignKey key) {
    return key.constraint() != null;
  }

  private static String joined(MetaData metadata) {
    FromClause shipments = Sql.table(metadata, "shipments");
    Join join = shipments.join(Sql.table(metadata, "order_lines"));
    return SqlCompiler.compile(join, Dialect.DEFAULT).sql();
  }
}
