package dev.brine.engine;

import dev.brine.sql.Dialect;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The number that the database gave the row inserted last on this connection. */
final class LastRowId {

  private static final Map<Dialect, String> QUERIES =
      Map.of(
          Dialect.SQLITE, "SELECT last_insert_rowid()",
          Dialect.MYSQL, "SELECT last_insert_id()",
          Dialect.MARIADB, "SELECT last_insert_id()");

  private final DSLContext dsl;

  LastRowId(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Null where the dialect has no such thing. */
  @Nullable Long fetch(Dialect dialect) {
    String query = QUERIES.get(dialect);
    return query == null ? null : dsl.resultQuery(query).fetchOne(0, Long.class);
  }
}
