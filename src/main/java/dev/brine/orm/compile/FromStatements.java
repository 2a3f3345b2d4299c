package dev.brine.orm.compile;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.FromStatement;
import dev.brine.expr.Label;
import dev.brine.expr.Lineage;
import dev.brine.expr.Select;
import dev.brine.expr.Statement;
import dev.brine.expr.TableRef;
import dev.brine.expr.TextClause;
import dev.brine.expr.TextualSelect;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Entities from the rows of any statement: SQLAlchemy's {@code ORMFromStatementCompileState}
 * (rel_2_0_52, {@code orm/context.py}).
 */
final class FromStatements {

  private FromStatements() {}

  static CompiledOrm compile(FromStatement from) {
    return compile(from, null);
  }

  /**
   * The same where text gives the rows, once the database has told its columns.
   *
   * @param names what the columns of the rows are called; null before that is known
   */
  static CompiledOrm compile(FromStatement from, @Nullable List<String> names) {
    Criteria criteria = Criteria.of(from.options().orm().loaderOptions());
    // What is selected is set up as a SELECT of it would be, to know its columns.
    Select wanted = new Select.Builder().columns(from.columns()).options(from.options()).build();
    Strip strip = new Strip(criteria);
    Select parts = (Select) new Nested(criteria, wanted, strip).rewrite(wanted);
    SelectState state = new SelectState(parts, criteria, strip, true, null);
    state.settings = state.settings.forRowsOnly(!(from.element() instanceof TextClause));
    state.compile();
    Statement rows = rows(withCriteria(from.element(), criteria), wanted, criteria, strip);
    if (rows instanceof TextClause text) {
      rows = new TextualSelect(text, state.primaryColumns, false, text.options());
    }
    return new CompiledOrm(
        rows,
        RowParts.of(state.entities, names == null ? places(rows.selectedColumns()) : byName(names)),
        state.joinedLoads.isMultiRow(),
        state.settings.loadsEagerly(),
        state.options);
  }

  /** What is said of a class wherever it is read holds for the rows, too. */
  private static Statement withCriteria(Statement rows, Criteria criteria) {
    return rows instanceof Select select && select.options().orm().isOrm()
        ? select.options(criteria.options().toArray(ExecutableOption[]::new))
        : rows;
  }

  /** A SELECT or a change of the ORM is compiled as if it were sent itself. */
  private static Statement rows(Statement given, Select wanted, Criteria criteria, Strip strip) {
    boolean isOfOrm =
        given instanceof DmlStatement<?>
            || (given instanceof Select select && select.options().orm().isOrm());
    return isOfOrm
        ? OrmCompiler.compile(given).statement()
        : strip.statement(Nested.within(wanted, criteria, strip).statement(given));
  }

  /** Columns of text go by their names, which may have the table's before them. */
  private static ToIntFunction<ColumnElement> byName(List<String> names) {
    return column -> {
      int place = names.indexOf(name(column));
      if (place < 0 && column instanceof ColumnRef ref && ref.table() instanceof TableRef table) {
        place = names.indexOf(table.table().name() + "_" + ref.name().text());
      }
      return place < 0 && column instanceof ColumnRef ref ? names.indexOf(ref.key()) : place;
    };
  }

  private static ToIntFunction<ColumnElement> places(List<ColumnElement> given) {
    return column -> {
      int place = first(given, each -> ElementKey.of(each).equals(ElementKey.of(column)));
      if (place < 0) {
        place = first(given, each -> Lineage.isShared(each, column));
      }
      String name = name(column);
      return place < 0 && name != null ? first(given, each -> name.equals(name(each))) : place;
    };
  }

  private static int first(
      List<ColumnElement> columns, java.util.function.Predicate<ColumnElement> which) {
    for (int i = 0; i < columns.size(); i++) {
      if (which.test(columns.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String name(ColumnElement column) {
    if (column instanceof Label label) {
      return label.name().text();
    }
    return column instanceof ColumnRef ref ? ref.name().text() : null;
  }
}
