package dev.brine.engine;

import dev.brine.error.CompileException;
import dev.brine.jooq.JooqDialects;
import dev.brine.sql.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import org.jooq.SQLDialect;
import org.jooq.tools.jdbc.JDBCUtils;

/** Which database one is connected to, by what its driver says. */
final class DatabaseKind {

  private DatabaseKind() {}

  /**
   * The dialect to compile for.
   *
   * @throws CompileException if SQLAlchemy has a dialect for the database and this library has not
   */
  static Dialect of(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String product = metaData.getDatabaseProductName().toLowerCase(Locale.ROOT);
    if (product.contains("mariadb")) {
      // The MariaDB driver speaks to MySQL too, and the other way round: the server decides.
      return Dialect.MARIADB;
    }
    if (product.contains("mysql")) {
      return Dialect.MYSQL;
    }
    if (product.contains("oracle")) {
      return Dialect.named("oracle");
    }
    if (product.contains("sql server")) {
      return Dialect.named("mssql");
    }
    SQLDialect jooq = JDBCUtils.dialect(metaData.getURL());
    return JooqDialects.fromJooq(jooq);
  }
}
