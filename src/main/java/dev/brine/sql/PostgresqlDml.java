package dev.brine.sql;

import dev.brine.expr.FromClause;
import dev.brine.expr.Insert;
import dev.brine.expr.InsertFlavour;
import dev.brine.expr.OnConflict;
import dev.brine.schema.Sequence;
import java.util.List;
import java.util.Set;

/** PostgreSQL (rel_2_0_58, {@code dialects/postgresql/base.py}). */
final class PostgresqlDml extends DmlRules {

  PostgresqlDml(String dialect) {
    super(
        dialect,
        Set.of(
            DmlFeature.INSERT_RETURNING,
            DmlFeature.UPDATE_RETURNING,
            DmlFeature.DELETE_RETURNING,
            DmlFeature.DEFAULT_VALUES,
            DmlFeature.DEFAULT_AS_VALUE,
            DmlFeature.MANY_ROWS,
            DmlFeature.NUMBERS_BY_SEQUENCES,
            DmlFeature.SEQUENCES,
            DmlFeature.SEQUENCES_ARE_OPTIONAL));
  }

  @Override
  String nextValue(IdentifierPreparer identifiers, Sequence sequence) {
    return "nextval('" + sequenceName(identifiers, sequence).replace("'", "''") + "')";
  }

  @Override
  Fragment updateFrom(DmlCompiler c, FromClause table, List<FromClause> others) {
    return Fragment.of("FROM ", c.froms(others));
  }

  @Override
  Fragment deleteUsing(DmlCompiler c, FromClause table, List<FromClause> others) {
    return Fragment.of("USING ", c.froms(others));
  }

  @Override
  Fragment onConflict(DmlCompiler c, Insert insert, OnConflict clause) {
    // SQLite's clause knows no constraints, and SQLAlchemy fails over that.
    return insert.flavour() != InsertFlavour.POSTGRESQL
        ? super.onConflict(c, insert, clause)
        : new OnConflictCompiler(c, insert, true).compile(clause);
  }
}
