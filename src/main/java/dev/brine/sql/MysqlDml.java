package dev.brine.sql;

import dev.brine.expr.Alias;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.FromClause;
import dev.brine.expr.Insert;
import dev.brine.expr.OnConflict;
import dev.brine.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** MySQL and MariaDB (rel_2_0_58, {@code dialects/mysql/base.py}). */
final class MysqlDml extends DmlRules {

  MysqlDml(String dialect) {
    super(
        dialect,
        Set.of(
            DmlFeature.DEFAULT_AS_VALUE,
            DmlFeature.EMPTY_INSERT,
            DmlFeature.MANY_ROWS,
            DmlFeature.NULL_KEY_IS_NUMBERED,
            DmlFeature.LAST_ROW_ID,
            DmlFeature.CTE_FOLLOWS_INSERT,
            DmlFeature.TABLES_IN_SET));
  }

  @Override
  String nextValue(IdentifierPreparer identifiers, Sequence sequence) {
    return "nextval(" + sequenceName(identifiers, sequence) + ")";
  }

  @Override
  Fragment updatedTables(DmlCompiler c, FromClause table, List<FromClause> others) {
    return c.froms(all(table, others));
  }

  @Override
  Fragment updateFrom(DmlCompiler c, FromClause table, List<FromClause> others) {
    return Fragment.EMPTY;
  }

  /** Where there are others, an alias is declared behind USING. */
  @Override
  Fragment deletedTable(DmlCompiler c, FromClause table, List<FromClause> others) {
    return table instanceof Alias && !others.isEmpty() ? c.name(table) : c.from(table);
  }

  @Override
  Fragment deleteUsing(DmlCompiler c, FromClause table, List<FromClause> others) {
    return Fragment.of("USING ", c.froms(all(table, others)));
  }

  private static List<FromClause> all(FromClause table, List<FromClause> others) {
    List<FromClause> all = new ArrayList<>();
    all.add(table);
    all.addAll(others);
    return all;
  }

  @Override
  String limit(DmlStatement<?> statement) {
    Long limit = limitOption(statement, dialect());
    return limit == null ? "" : "LIMIT " + limit;
  }

  @Override
  Fragment onConflict(DmlCompiler c, Insert insert, OnConflict clause) {
    return clause instanceof OnConflict.DuplicateKeyUpdate update
        ? new DuplicateKeyCompiler(c, insert).compile(update)
        : super.onConflict(c, insert, clause);
  }
}
