package dev.brine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.Mariadb;
import dev.brine.Postgresql;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class JdbcReflectionTest {

  @Test
  void sqliteTablesAreReflectedAsSqlalchemyReflectsThem() throws SQLException {
    assertThat(
            reflect(
                "jdbc:sqlite::memory:",
                "CREATE TABLE teams (id INTEGER NOT NULL PRIMARY KEY, \"Name\" VARCHAR(50))",
                """
                CREATE TABLE users (id INTEGER NOT NULL, team_id INTEGER, price NUMERIC(10, 2),
                    free NUMERIC, seen DATETIME, born DATE, ok BOOLEAN, code CHAR(32), notes TEXT,
                    score FLOAT, photo BLOB, extra JSON, big BIGINT, odd WHATEVER, bare,
                    ratio DOUBLE, n VARCHAR,
                    PRIMARY KEY (id), FOREIGN KEY(team_id) REFERENCES teams (id))""",
                "CREATE TABLE user_s (x INTEGER)",
                "CREATE VIEW names AS SELECT id FROM users"))
        .isEqualTo(
            """
            names
              id INTEGER
            teams
              id INTEGER not null pk
              Name VARCHAR(length=50)
            user_s
              x INTEGER
            users
              id INTEGER not null pk
              team_id INTEGER -> teams.id
              price NUMERIC(precision=10, scale=2)
              free NUMERIC
              seen DATETIME
              born DATE
              ok BOOLEAN
              code CHAR(length=32)
              notes TEXT
              score FLOAT
              photo BLOB
              extra JSON
              big BIGINT
              odd NUMERIC
              bare NullType
              ratio DOUBLE
              n VARCHAR""");
  }

  @Test
  void h2TablesOutsideTheDefaultSchemaAreQualified() throws SQLException {
    assertThat(
            reflect(
                "jdbc:h2:mem:reflected;DATABASE_TO_UPPER=FALSE",
                "CREATE SCHEMA acct",
                """
                CREATE TABLE acct.ledger (id BIGINT PRIMARY KEY, amount DECIMAL(12, 3),
                    plain DECFLOAT, at TIMESTAMP WITH TIME ZONE, u UUID, body CLOB,
                    raw VARBINARY(8), tags VARCHAR ARRAY)""",
                """
                CREATE TABLE notes (a INT, b INT, ledger_id BIGINT REFERENCES acct.ledger(id),
                    t VARCHAR(20) NOT NULL, d DOUBLE PRECISION, PRIMARY KEY (a, b))"""))
        .isEqualTo(
            """
            acct.ledger
              id BIGINT not null pk
              amount DECIMAL(precision=12, scale=3)
              plain NUMERIC
              at TIMESTAMP(timezone=true)
              u UUID
              body CLOB
              raw VARBINARY(length=8)
              tags ARRAY(item_type=VARCHAR)
            notes
              a INTEGER not null pk
              b INTEGER not null pk
              ledger_id BIGINT -> acct.ledger.id
              t VARCHAR(length=20) not null
              d DOUBLE_PRECISION""");
  }

  @Test
  void postgresqlTablesOutsideTheDefaultSchemaAreQualified() throws SQLException {
    try (Connection connection = Postgresql.database("reflected").getConnection()) {
      assertThat(
              reflect(
                  connection,
                  "CREATE SCHEMA acct",
                  """
                  CREATE TABLE acct.ledger (year INTEGER, no BIGSERIAL, amount NUMERIC(12, 3),
                      plain NUMERIC, at TIMESTAMP WITH TIME ZONE, until TIMESTAMP, PRIMARY KEY (year, no))""",
                  """
                  CREATE TABLE notes (id SERIAL PRIMARY KEY, year INTEGER, no BIGINT, t VARCHAR(20) NOT NULL,
                      d DOUBLE PRECISION, r REAL, ok BOOLEAN, u UUID, body TEXT, c CHAR(3), raw BYTEA, born DATE,
                      noon TIME, small SMALLINT,
                      FOREIGN KEY (year, no) REFERENCES acct.ledger (year, no))"""))
          .isEqualTo(
              """
              acct.ledger
                year INTEGER not null pk
                no BIGINT not null pk
                amount NUMERIC(precision=12, scale=3)
                plain NUMERIC
                at TIMESTAMP(timezone=true)
                until TIMESTAMP
              notes
                id INTEGER not null pk
                year INTEGER -> acct.ledger.year
                no BIGINT -> acct.ledger.no
                t VARCHAR(length=20) not null
                d DOUBLE_PRECISION
                r REAL
                ok BOOLEAN
                u UUID
                body TEXT
                c CHAR(length=3)
                raw BLOB
                born DATE
                noon TIME
                small SMALLINT""");
    }
  }

  /** MariaDB calls a schema a database. */
  @Test
  void mariadbTablesOutsideTheDefaultSchemaAreQualified() throws SQLException {
    String url = Mariadb.database("reflected") + "?user=" + Mariadb.USER;
    try (Connection connection = DriverManager.getConnection(url)) {
      assertThat(
              reflect(
                  connection,
                  "CREATE DATABASE acct",
                  """
                  CREATE TABLE acct.ledger (year INTEGER, no BIGINT, amount NUMERIC(12, 3), at TIMESTAMP,
                      until DATETIME(6), PRIMARY KEY (year, no))""",
                  """
                  CREATE TABLE notes (id INTEGER AUTO_INCREMENT PRIMARY KEY, year INTEGER, no BIGINT,
                      t VARCHAR(20) NOT NULL, d DOUBLE, r FLOAT, ok BOOLEAN, u UUID, body LONGTEXT,
                      small SMALLINT UNSIGNED, c CHAR(3), raw BLOB, bits VARBINARY(8), born DATE, noon TIME(6),
                      level ENUM('low', 'high'), y YEAR, j JSON,
                      FOREIGN KEY (year, no) REFERENCES acct.ledger (year, no))"""))
          .isEqualTo(
              """
              acct.ledger
                year INTEGER not null pk
                no BIGINT not null pk
                amount DECIMAL(precision=12, scale=3)
                at TIMESTAMP
                until DATETIME
              notes
                id INTEGER not null pk
                year INTEGER -> acct.ledger.year
                no BIGINT -> acct.ledger.no
                t VARCHAR(length=20) not null
                d DOUBLE
                r FLOAT
                ok SMALLINT
                u UUID
                body TEXT
                small SMALLINT
                c CHAR(length=3)
                raw BLOB
                bits VARBINARY(length=8)
                born DATE
                noon TIME
                level VARCHAR(length=4)
                y SMALLINT
                j TEXT""");
    }
  }

  private static String reflect(String url, String... ddl) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return reflect(connection, ddl);
    }
  }

  private static String reflect(Connection connection, String... ddl) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : ddl) {
        statement.execute(each);
      }
      return MetaDataText.of(JdbcReflection.reflect(connection));
    }
  }
}
