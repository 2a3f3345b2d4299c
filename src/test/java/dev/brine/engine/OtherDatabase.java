package dev.brine.engine;

import dev.brine.CustomTypes;
import dev.brine.Shop;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.schema.Column;
import dev.brine.schema.Table;
import dev.brine.sql.Ddl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Databases that SQLAlchemy's core has no dialect for, with the shop's rows in them. */
enum OtherDatabase {
  H2("gaps-h2.txt") {
    @Override
    String url() {
      return "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1";
    }
  },
  DUCKDB("gaps-duckdb.txt") {
    @Override
    String url() throws IOException {
      Path folder = Files.createTempDirectory("brine");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve("shop.duckdb");
      file.toFile().deleteOnExit();
      return "jdbc:duckdb:" + file;
    }
  };

  private final String gaps;
  private @Nullable Engine engine;

  OtherDatabase(String gaps) {
    this.gaps = gaps;
  }

  abstract String url() throws IOException;

  /** The list of what the database cannot say, or says otherwise than SQLite. */
  Path gaps() {
    return Path.of("python-fixtures", gaps);
  }

  synchronized Engine engine() {
    if (engine == null) {
      try {
        engine = CustomTypes.registered(Engine.builder(url())).build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      fill(engine);
    }
    return engine;
  }

  private static void fill(Engine engine) {
    try (Engine source = Engine.create(Shop.URL);
        Connection from = source.connect();
        Connection to = engine.connect()) {
      for (Table table : Shop.METADATA.tables()) {
        if (table.schema() != null) {
          String schema = Ddl.schema(table.schema(), engine.dialect());
          to.dsl().execute("CREATE SCHEMA IF NOT EXISTS " + schema);
        }
        to.dsl().execute(Ddl.create(table, engine.dialect()));
        for (Record row : from.execute(Select.of(Sql.table(table)))) {
          to.executeUpdate(Sql.insert(Sql.table(table)).values(values(table, row)));
        }
      }
      to.commit();
    }
  }

  private static Map<String, @Nullable Object> values(Table table, Record row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      values.put(column.key(), row.get(values.size()));
    }
    return values;
  }
}
