package dev.brine.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds an element from rewritten parts: SQLAlchemy's {@code replacement_traverse} (rel_2_0_52,
 * {@code sql/visitors.py}). A subclass says by {@link #replacement} what takes the place of what,
 * or overrides the visit of a kind of element; all else is made anew where a part of it changed,
 * and handed on as it is where none did. What was one element before is one afterwards: an alias
 * that was changed is the owner of its columns wherever they stand.
 *
 * <p>Not thread-safe; one for each statement.
 */
public abstract non-sealed class Rewriter extends OrmRewriter {

  @Override
  public ClauseElement visitSelect(Select select) {
    Select.Builder changed =
        select.toBuilder()
            .from(each(select.from(), this::from))
            .setupJoins(each(select.setupJoins(), this::setupJoin))
            .columns(each(select.columns(), this::rewrite))
            .where(columns(select.where()))
            .having(columns(select.having()))
            .distinctOn(columns(select.distinctOn()))
            .correlation(correlation(select.correlation()))
            .tail(tail(select.tail()))
            .options(options(select.options()));
    Select result = changed.build();
    return isUnchanged(select, result) ? select : result;
  }

  private static boolean isUnchanged(Select before, Select after) {
    return isSame(before.columns(), after.columns())
        && isSame(before.from(), after.from())
        && isSame(before.setupJoins(), after.setupJoins())
        && isSame(before.where(), after.where())
        && isSame(before.having(), after.having())
        && isSame(before.distinctOn(), after.distinctOn())
        && isSame(before.correlation(), after.correlation())
        && isSame(before.tail(), after.tail())
        && isSame(before.options(), after.options());
  }

  /** Which FROM elements a SELECT leaves to the statement around it. */
  protected Correlation correlation(Correlation correlation) {
    List<FromClause> to = each(correlation.to(), this::from);
    List<FromClause> except = eachOrNull(correlation.except(), this::from);
    return isSame(to, correlation.to()) && isSame(except, correlation.except())
        ? correlation
        : new Correlation(to, except, correlation.isAutomatic());
  }

  private SelectTail tail(SelectTail tail) {
    List<ColumnElement> groupBy = columns(tail.groupBy());
    List<ColumnElement> orderBy = columns(tail.orderBy());
    ColumnElement limit = columnOrNull(tail.limit());
    ColumnElement offset = columnOrNull(tail.offset());
    Fetch fetch = fetch(tail.fetch());
    ForUpdate forUpdate = forUpdate(tail.forUpdate());
    return isSame(groupBy, tail.groupBy())
            && isSame(orderBy, tail.orderBy())
            && isSame(limit, tail.limit())
            && isSame(offset, tail.offset())
            && isSame(fetch, tail.fetch())
            && isSame(forUpdate, tail.forUpdate())
        ? tail
        : new SelectTail(groupBy, orderBy, limit, offset, fetch, forUpdate);
  }

  private @Nullable Fetch fetch(@Nullable Fetch fetch) {
    if (fetch == null) {
      return null;
    }
    ColumnElement count = column(fetch.count());
    return isSame(count, fetch.count())
        ? fetch
        : new Fetch(count, fetch.isPercent(), fetch.hasTies());
  }

  private @Nullable ForUpdate forUpdate(@Nullable ForUpdate lock) {
    if (lock == null) {
      return null;
    }
    List<ClauseElement> of = each(lock.of(), this::rewrite);
    return isSame(of, lock.of())
        ? lock
        : new ForUpdate(lock.isRead(), lock.isNoWait(), lock.isSkipLocked(), lock.isKeyShare(), of);
  }

  @Override
  protected StatementOptions options(StatementOptions options) {
    List<Affix> prefixes = affixes(options.prefixes());
    List<Affix> suffixes = affixes(options.suffixes());
    List<FromHint> hints = each(options.hints(), this::hint);
    List<IndependentCte> ctes = each(options.ctes(), this::independentCte);
    OrmOptions orm = orm(options.orm());
    return isSame(prefixes, options.prefixes())
            && isSame(suffixes, options.suffixes())
            && isSame(hints, options.hints())
            && isSame(ctes, options.ctes())
            && isSame(orm, options.orm())
        ? options
        : new StatementOptions(
            prefixes,
            suffixes,
            hints,
            options.statementHints(),
            ctes,
            options.executionOptions(),
            orm);
  }

  private FromHint hint(FromHint hint) {
    FromClause from = from(hint.from());
    return isSame(from, hint.from()) ? hint : new FromHint(from, hint.dialect(), hint.text());
  }

  @Override
  public ClauseElement visitCompoundSelect(CompoundSelect compound) {
    List<Statement> selects = each(compound.selects(), this::statement);
    SelectTail tail = tail(compound.tail());
    StatementOptions options = options(compound.options());
    return isSame(selects, compound.selects())
            && isSame(tail, compound.tail())
            && isSame(options, compound.options())
        ? compound
        : new CompoundSelect(compound.keyword(), selects, tail, compound.labelStyle(), options);
  }

  @Override
  public ClauseElement visitSelectStatementGrouping(SelectStatementGrouping grouping) {
    Statement element = statement(grouping.element());
    return isSame(element, grouping.element()) ? grouping : new SelectStatementGrouping(element);
  }

  @Override
  public ClauseElement visitTextualSelect(TextualSelect select) {
    TextClause element = sameKind(TextClause.class, select.element());
    List<ColumnElement> columns = columns(select.columns());
    StatementOptions options = options(select.options());
    return isSame(element, select.element())
            && isSame(columns, select.columns())
            && isSame(options, select.options())
        ? select
        : new TextualSelect(element, columns, select.isPositional(), options);
  }

  @Override
  public ClauseElement visitDelete(Delete delete) {
    FromClause table = from(delete.table());
    List<ColumnElement> where = columns(delete.where());
    DmlClauses clauses = clauses(delete.clauses());
    return isSame(table, delete.table())
            && isSame(where, delete.where())
            && isSame(clauses, delete.clauses())
        ? delete
        : new Delete(table, where, clauses);
  }

  @Override
  public ClauseElement visitUpdate(Update update) {
    FromClause table = from(update.table());
    List<Assignment> values = eachOrNull(update.values(), this::assignment);
    List<ColumnElement> where = columns(update.where());
    DmlClauses clauses = clauses(update.clauses());
    return isSame(table, update.table())
            && isSame(values, update.values())
            && isSame(where, update.where())
            && isSame(clauses, update.clauses())
        ? update
        : new Update(table, values, update.isOrdered(), where, clauses);
  }

  @Override
  public ClauseElement visitInsert(Insert insert) {
    FromClause table = from(insert.table());
    List<Assignment> values = eachOrNull(insert.values(), this::assignment);
    List<ValuesRow> rows = each(insert.rows(), this::row);
    Statement select = insert.select() == null ? null : statement(insert.select());
    OnConflict onConflict = onConflict(insert.onConflict());
    FromClause rowAlias = fromOrNull(insert.rowAlias());
    DmlClauses clauses = clauses(insert.clauses());
    return isSame(table, insert.table())
            && isSame(values, insert.values())
            && isSame(rows, insert.rows())
            && isSame(select, insert.select())
            && isSame(onConflict, insert.onConflict())
            && isSame(rowAlias, insert.rowAlias())
            && isSame(clauses, insert.clauses())
        ? insert
        : new Insert(
            insert.flavour(),
            table,
            values,
            rows,
            insert.selectNames(),
            select,
            insert.includesDefaults(),
            insert.isInline(),
            onConflict,
            rowAlias,
            clauses);
  }

  private Assignment assignment(Assignment assignment) {
    ColumnElement column = columnOrNull(assignment.column());
    Object value = valueOrElement(assignment.value());
    return isSame(column, assignment.column()) && isSame(value, assignment.value())
        ? assignment
        : new Assignment(assignment.name(), column, value);
  }

  private ValuesRow row(ValuesRow row) {
    if (row instanceof ValuesRow.OfColumns byColumn) {
      List<Assignment> assignments = each(byColumn.assignments(), this::assignment);
      return isSame(assignments, byColumn.assignments())
          ? row
          : new ValuesRow.OfColumns(assignments);
    }
    ValuesRow.InOrder inOrder = (ValuesRow.InOrder) row;
    List<@Nullable Object> values = valuesOrElements(inOrder.values());
    return isSame(values, inOrder.values())
        ? row
        : new ValuesRow.InOrder(values, inOrder.isTuple());
  }

  private @Nullable OnConflict onConflict(@Nullable OnConflict conflict) {
    if (conflict instanceof OnConflict.DoNothing nothing) {
      OnConflict.Target target = target(nothing.target());
      return isSame(target, nothing.target()) ? nothing : new OnConflict.DoNothing(target);
    }
    if (conflict instanceof OnConflict.DoUpdate update) {
      OnConflict.Target target = target(update.target());
      List<Assignment> set = each(update.set(), this::assignment);
      ColumnElement where = columnOrNull(update.where());
      return isSame(target, update.target())
              && isSame(set, update.set())
              && isSame(where, update.where())
          ? update
          : new OnConflict.DoUpdate(target, set, where);
    }
    if (conflict instanceof OnConflict.DuplicateKeyUpdate update) {
      FromClause inserted = from(update.inserted());
      List<Assignment> set = each(update.set(), this::assignment);
      return isSame(inserted, update.inserted()) && isSame(set, update.set())
          ? update
          : new OnConflict.DuplicateKeyUpdate(inserted, set, update.isOrdered());
    }
    return null;
  }

  private OnConflict.Target target(OnConflict.Target target) {
    List<Object> elements =
        eachOrNull(
            target.elements(),
            each -> each instanceof ClauseElement element ? rewrite(element) : each);
    ColumnElement where = columnOrNull(target.where());
    return isSame(elements, target.elements()) && isSame(where, target.where())
        ? target
        : new OnConflict.Target(target.constraint(), target.isGenerated(), elements, where);
  }

  private DmlClauses clauses(DmlClauses clauses) {
    List<ClauseElement> returning = each(clauses.returning(), this::rewrite);
    ReturnDefaults defaults = returnDefaults(clauses.returnDefaults());
    StatementOptions options = options(clauses.options());
    return isSame(returning, clauses.returning())
            && isSame(defaults, clauses.returnDefaults())
            && isSame(options, clauses.options())
        ? clauses
        : clauses.returning(returning).returnDefaults(defaults).options(options);
  }

  private @Nullable ReturnDefaults returnDefaults(@Nullable ReturnDefaults defaults) {
    if (defaults == null) {
      return null;
    }
    List<ClauseElement> columns = eachOrNull(defaults.columns(), this::rewrite);
    List<ClauseElement> supplemental = eachOrNull(defaults.supplemental(), this::rewrite);
    return isSame(columns, defaults.columns()) && isSame(supplemental, defaults.supplemental())
        ? defaults
        : new ReturnDefaults(columns, supplemental);
  }
}
