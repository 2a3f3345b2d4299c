package dev.brine.sql;

import dev.brine.schema.QuotedName;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.stream.Collectors;

/** Makes tables for tests, under the names by which compiled statements know them. */
public final class Ddl {

  private Ddl() {}

  /** CREATE TABLE without keys, for no test needs them. */
  public static String create(Table table, Dialect dialect) {
    DialectRules rules = dialect.rules();
    QuotedName schema = table.schema();
    String prefix = schema == null ? "" : rules.identifiers().quoteSchema(schema) + ".";
    return table.columns().stream()
        .map(column -> rules.identifiers().quote(column.name()) + " " + type(column.type(), rules))
        .collect(
            Collectors.joining(
                ", ",
                "CREATE TABLE " + prefix + rules.identifiers().quote(table.name()) + " (",
                ")"));
  }

  /** The name of the table's schema as it is written in SQL. */
  public static String schema(QuotedName schema, Dialect dialect) {
    return dialect.rules().identifiers().quoteSchema(schema);
  }

  private static String type(SqlType type, DialectRules rules) {
    TypeCompiler types = rules.types();
    if (type.isA(TypeName.FLOAT_)) {
      // FLOAT has 24 bits in some databases.
      return "DOUBLE PRECISION";
    }
    if (type.isA(TypeName.TIME_)) {
      // H2's TIME has no fraction unless it is told to, and DuckDB's always has one.
      return rules.name().equals("h2") ? "TIME(6)" : "TIME";
    }
    if (type.isA(TypeName.INTERVAL) && rules.name().equals("h2")) {
      // Nobody wrote a dialect for it, and a span is kept as SQLAlchemy does where there are none.
      return types.compile(Types.DATE_TIME);
    }
    return type.isA(TypeName.ENUM) ? "VARCHAR" : types.compile(type);
  }
}
