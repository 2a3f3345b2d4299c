package dev.brine.sql;

import dev.brine.error.UsageException;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Insert;
import dev.brine.expr.Update;
import dev.brine.schema.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database's way of writing SQL, under SQLAlchemy's name for it. Immutable and thread-safe;
 * compared by identity.
 */
public final class Dialect {

  /** No database in particular: what {@code str(statement)} is nearest to. */
  public static final Dialect DEFAULT =
      new Dialect("default", ParamStyle.NAMED, new DialectRules("default"));

  public static final Dialect SQLITE = new Dialect("sqlite", ParamStyle.QMARK, new SqliteRules());
  public static final Dialect POSTGRESQL =
      new Dialect(
          "postgresql",
          ParamStyle.PYFORMAT,
          new PostgresqlRules("postgresql", ReservedWords.POSTGRESQL));
  public static final Dialect MYSQL =
      new Dialect("mysql", ParamStyle.FORMAT, new MysqlRules("mysql", ReservedWords.MYSQL));
  public static final Dialect MARIADB =
      new Dialect("mariadb", ParamStyle.FORMAT, new MariadbRules());

  public static final Dialect ORACLE = new Dialect("oracle", ParamStyle.NAMED, new OracleRules());

  public static final Dialect MSSQL = new Dialect("mssql", ParamStyle.NAMED, new MssqlRules());

  /** The nearest relative is PostgreSQL, whose spelling H2 takes. */
  public static final Dialect H2 = new Dialect("h2", ParamStyle.QMARK, new H2Rules());

  /** The nearest relative is PostgreSQL, from which DuckDB's parser descends. */
  public static final Dialect DUCKDB = new Dialect("duckdb", ParamStyle.QMARK, new DuckdbRules());

  public static final Dialect TRINO = new Dialect("trino", ParamStyle.QMARK, new TrinoRules());

  private static final Map<String, Dialect> BY_NAME =
      index(List.of(DEFAULT, SQLITE, POSTGRESQL, MYSQL, MARIADB, ORACLE, MSSQL, H2, DUCKDB, TRINO));

  private final String name;
  private final ParamStyle paramStyle;
  private final DialectRules rules;

  private Dialect(String name, ParamStyle paramStyle, DialectRules rules) {
    this.name = name;
    this.paramStyle = paramStyle;
    this.rules = rules;
  }

  private static Map<String, Dialect> index(List<Dialect> dialects) {
    Map<String, Dialect> byName = new LinkedHashMap<>();
    dialects.forEach(dialect -> byName.put(dialect.name, dialect));
    return byName;
  }

  /**
   * The dialect of this name.
   *
   * @throws UsageException if SQLAlchemy has no such dialect
   */
  public static Dialect named(String name) {
    Dialect dialect = BY_NAME.get(name);
    if (dialect != null) {
      return dialect;
    }
    throw new UsageException(
        "there is no dialect '" + name + "'; known are " + String.join(", ", BY_NAME.keySet()),
        NearestName.hint(name, BY_NAME.keySet()));
  }

  /** All dialects that can be written, the default one first. */
  public static List<Dialect> all() {
    return List.copyOf(BY_NAME.values());
  }

  /** SQLAlchemy's name: {@code "postgresql"}. */
  public String name() {
    return name;
  }

  /** How SQLAlchemy's driver of choice for the database writes parameters. */
  public ParamStyle paramStyle() {
    return paramStyle;
  }

  ParamStyle paramStyle(@Nullable ParamStyle asked) {
    return asked == null ? paramStyle : asked;
  }

  /**
   * Whether a statement that changes rows can be made to return them: {@code insert_returning},
   * {@code update_returning}, {@code delete_returning}.
   */
  public boolean returnsRowsOf(DmlStatement<?> change) {
    DmlFeature feature =
        change instanceof Insert
            ? DmlFeature.INSERT_RETURNING
            : change instanceof Update ? DmlFeature.UPDATE_RETURNING : DmlFeature.DELETE_RETURNING;
    return rules.dml().can(feature);
  }

  DialectRules rules() {
    return rules;
  }

  @Override
  public String toString() {
    return name;
  }
}
