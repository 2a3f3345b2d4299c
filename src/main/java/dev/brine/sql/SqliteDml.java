package dev.brine.sql;

import dev.brine.expr.FromClause;
import dev.brine.expr.Insert;
import dev.brine.expr.OnConflict;
import java.util.List;
import java.util.Set;

/** SQLite (rel_2_0_58, {@code dialects/sqlite/base.py}). */
final class SqliteDml extends DmlRules {

  SqliteDml() {
    super(
        "sqlite",
        Set.of(
            DmlFeature.INSERT_RETURNING,
            DmlFeature.UPDATE_RETURNING,
            DmlFeature.DELETE_RETURNING,
            DmlFeature.DEFAULT_VALUES,
            DmlFeature.DEFAULT_AS_VALUE,
            DmlFeature.MANY_ROWS,
            DmlFeature.NULL_KEY_IS_NUMBERED,
            DmlFeature.LAST_ROW_ID));
  }

  @Override
  Fragment updateFrom(DmlCompiler c, FromClause table, List<FromClause> others) {
    return Fragment.of("FROM ", c.froms(others));
  }

  @Override
  boolean returnsBareColumns() {
    return true;
  }

  @Override
  Fragment onConflict(DmlCompiler c, Insert insert, OnConflict clause) {
    return clause instanceof OnConflict.DuplicateKeyUpdate
        ? super.onConflict(c, insert, clause)
        : new OnConflictCompiler(c, insert, false).compile(clause);
  }
}
