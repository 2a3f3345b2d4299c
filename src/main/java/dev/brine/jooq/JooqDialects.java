package dev.brine.jooq;

import dev.brine.sql.Dialect;
import org.jooq.SQLDialect;

/** jOOQ's names of the dialects, and SQLAlchemy's. Stateless. */
public final class JooqDialects {

  private JooqDialects() {}

  /** jOOQ's dialect of this name; {@code DEFAULT} where its open-source edition has none. */
  public static SQLDialect toJooq(Dialect dialect) {
    return switch (dialect.name()) {
      case "sqlite" -> SQLDialect.SQLITE;
      case "postgresql" -> SQLDialect.POSTGRES;
      case "mysql" -> SQLDialect.MYSQL;
      case "mariadb" -> SQLDialect.MARIADB;
      case "h2" -> SQLDialect.H2;
      case "duckdb" -> SQLDialect.DUCKDB;
      case "trino" -> SQLDialect.TRINO;
      default -> SQLDialect.DEFAULT;
    };
  }

  /** The dialect to compile for; the default one for a database that SQLAlchemy does not know. */
  public static Dialect fromJooq(SQLDialect dialect) {
    return switch (dialect.family()) {
      case SQLITE -> Dialect.SQLITE;
      case POSTGRES, YUGABYTEDB -> Dialect.POSTGRESQL;
      case MYSQL -> Dialect.MYSQL;
      case MARIADB -> Dialect.MARIADB;
      case H2 -> Dialect.H2;
      case DUCKDB -> Dialect.DUCKDB;
      case TRINO -> Dialect.TRINO;
      default -> Dialect.DEFAULT;
    };
  }
}
