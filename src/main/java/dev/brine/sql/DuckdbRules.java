package dev.brine.sql;

import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ForUpdate;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;

/** DuckDB, as its dialect for SQLAlchemy writes it (duckdb-engine 0.17.0). */
final class DuckdbRules extends PostgresqlRules {

  DuckdbRules() {
    super("duckdb", new DuckdbIdentifiers());
  }

  @Override
  boolean dividesIntegersToIntegers() {
    return false;
  }

  /** Its dialect writes PostgreSQL's operators for paths, which the database does not know. */
  @Override
  Fragment jsonItem(ElementCompiler c, BinaryExpression binary, boolean byPath) {
    return super.jsonItem(c, binary, false);
  }

  /** Its dialect writes PostgreSQL's operator here, too. */
  @Override
  Fragment bitwiseXor(ElementCompiler c, BinaryExpression binary) {
    return Fragment.of("xor(", c.compile(binary.left()), ", ", c.compile(binary.right()), ")");
  }

  /** It locks no rows. */
  @Override
  Fragment forUpdate(ElementCompiler c, ForUpdate lock) {
    throw unsupported("FOR UPDATE and FOR SHARE");
  }

  /**
   * Where parameters are typed, a span of time alone, which is sent as text: a cast of a number
   * would make 16 bits of a small one, and sums of it overflow. Unlike psycopg2, its driver casts
   * no JSON.
   */
  @Override
  String bindCast(SqlType type, boolean isTyped) {
    boolean isLeftOut =
        isTyped ? type.affinity() != TypeName.INTERVAL : type.affinity() == TypeName.JSON_;
    return isLeftOut ? "" : super.bindCast(type, isTyped);
  }
}
