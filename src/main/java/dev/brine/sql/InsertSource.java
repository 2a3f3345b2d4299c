package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.Assignment;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Insert;
import dev.brine.expr.Select;
import dev.brine.expr.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an INSERT takes its rows from: what stands between the table and ON CONFLICT.
 *
 * @param columns the list of columns in its parentheses; empty for none
 * @param select what {@code from_select()} takes rows from; null for values
 * @param values the values, if there is no SELECT
 */
record InsertSource(Fragment columns, @Nullable ClauseElement select, Fragment values) {

  static InsertSource of(Insert insert, Crud crud, DmlRules rules) {
    Statement select = insert.select();
    List<String> names = insert.selectNames();
    if (select != null && names != null) {
      CrudSelect filled = crud.select(insert, select, names);
      return new InsertSource(columns(filled.targets(), rules), filled.select(), Fragment.EMPTY);
    }
    if (!insert.rows().isEmpty()) {
      return ofMany(insert, crud, rules);
    }
    List<CrudValue> values = crud.values(insert.values());
    if (values.isEmpty()) {
      KnownColumns.require(insert.table());
      return ofNone(rules);
    }
    Fragment listed = Fragment.join(", ", values, CrudValue::value);
    return new InsertSource(
        columns(values.stream().map(CrudValue::target).toList(), rules),
        null,
        Fragment.of(" VALUES (", listed, ")"));
  }

  private static InsertSource ofMany(Insert insert, Crud crud, DmlRules rules) {
    if (insert.values() != null) {
      throw new CompileException(
          "Can't mix single and multiple VALUES formats in one INSERT statement; one style appends"
              + " to a list while the other replaces values, so the intent is ambiguous.",
          "give all rows to values() at once");
    }
    List<List<Assignment>> rows = DmlCompiler.rows(insert);
    List<CrudValue> first = crud.values(rows.get(0));
    List<Fragment> all = crud.rows(rows, first);
    if (!rules.can(DmlFeature.MANY_ROWS)) {
      throw new CompileException(
          "The '"
              + rules.dialect()
              + "' dialect with current database version settings does not support in-place"
              + " multirow inserts.",
          "run the INSERT once for each row");
    }
    if (insert.clauses().sortsByParameterOrder() && !insert.clauses().returning().isEmpty()) {
      throw new CompileException(
          "RETURNING cannot be deterministically sorted when using an INSERT which includes"
              + " multi-row values().",
          "insert the rows one by one, or do not ask for their order");
    }
    return new InsertSource(
        columns(first.stream().map(CrudValue::target).toList(), rules),
        null,
        Fragment.of(" VALUES ", Fragment.join(", ", all, row -> Fragment.of("(", row, ")"))));
  }

  private static InsertSource ofNone(DmlRules rules) {
    if (rules.can(DmlFeature.DEFAULT_VALUES)) {
      return new InsertSource(Fragment.EMPTY, null, Fragment.of(" DEFAULT VALUES"));
    }
    if (!rules.can(DmlFeature.DEFAULT_AS_VALUE) && !rules.can(DmlFeature.EMPTY_INSERT)) {
      throw new CompileException(
          "The '"
              + rules.dialect()
              + "' dialect with current database version settings does not support empty"
              + " inserts.",
          "give a value for some column");
    }
    return new InsertSource(Fragment.of(" ()"), null, Fragment.of(" VALUES ()"));
  }

  private static Fragment columns(List<Fragment> targets, DmlRules rules) {
    return targets.isEmpty() && rules.can(DmlFeature.DEFAULT_VALUES)
        ? Fragment.EMPTY
        : Fragment.of(" (", Fragment.join(", ", targets, target -> target), ")");
  }

  /** Its rows; the CTEs of a SELECT are left to the INSERT, as those of one in a UNION are. */
  Fragment rows(StatementCompiler compiler) {
    if (select == null) {
      return values;
    }
    boolean leavesCtes = select instanceof Select;
    return compiler.compile(
        select, compiler.scope().with(Scope.Place.FIRST_OF_COMPOUND, leavesCtes));
  }
}
