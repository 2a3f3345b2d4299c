package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ExpressionClauseList;

/** MariaDB (rel_2_0_52, {@code dialects/mysql/mariadb.py}). */
final class MariadbRules extends MysqlRules {

  MariadbRules() {
    super("mariadb", ReservedWords.MARIADB);
  }

  @Override
  Fragment regexpMatch(ElementCompiler c, BinaryExpression binary, boolean negated, String flags) {
    return Fragment.of(
        c.compile(binary.left()),
        negated ? " NOT REGEXP " : " REGEXP ",
        withFlags(c, flags, binary.right()));
  }

  @Override
  Fragment regexpReplace(ElementCompiler c, BinaryExpression binary, String flags) {
    if (!(binary.right() instanceof ExpressionClauseList arguments)
        || arguments.clauses().size() != 2) {
      throw new CompileException(
          "regexp_replace of MariaDB takes a pattern and a replacement", "call it with both");
    }
    return Fragment.of(
        "REGEXP_REPLACE(",
        c.compile(binary.left()),
        ", ",
        withFlags(c, flags, arguments.clauses().get(0)),
        ", ",
        c.compile(arguments.clauses().get(1)),
        ")");
  }

  private static Fragment withFlags(ElementCompiler c, String flags, ColumnElement pattern) {
    return Fragment.of("CONCAT('(?', ", flags, ", ')', ", c.compileApart(pattern), ")");
  }
}
