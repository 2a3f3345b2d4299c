package dev.brine.schema;

/** Which part of SQLAlchemy a type class belongs to. */
public enum TypeOrigin {
  /** {@code sqlalchemy.sql.sqltypes}: for every database. */
  GENERIC(""),
  POSTGRESQL("postgresql"),
  /** MySQL and MariaDB. */
  MYSQL("mysql"),
  SQLITE("sqlite"),
  MSSQL("mssql"),
  ORACLE("oracle");

  private final String dialect;

  TypeOrigin(String dialect) {
    this.dialect = dialect;
  }

  /** The package below {@code sqlalchemy.dialects}; empty for none. */
  public String dialect() {
    return dialect;
  }
}
