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
   * @throws CompileException if it is one that statements can be compiled for, but not run on
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
      throw cannotRunOn(Dialect.ORACLE);
    }
    if (product.contains("sql server")) {
      throw cannotRunOn(Dialect.MSSQL);
    }
    SQLDialect jooq = JDBCUtils.dialect(metaData.getURL());
    return JooqDialects.fromJooq(jooq);
  }

  /** How values are stored there has been tried by no test, and wrong rows are worse than none. */
  private static CompileException cannotRunOn(Dialect dialect) {
    return new CompileException(
        "statements are compiled for the dialect '" + dialect + "' but cannot be run on it",
        "run the text and the parameters of SqlCompiler.compile() by JDBC itself");
  }
}
