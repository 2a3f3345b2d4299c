package dev.brine.sql;

import dev.brine.expr.Alias;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.Insert;
import dev.brine.expr.ReturnDefaults;
import dev.brine.expr.TableRef;
import dev.brine.expr.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is made to return besides what it was asked for: keys that the database made up,
 * and defaults. SQLAlchemy's {@code _get_returning_modifiers} (rel_2_0_58, {@code sql/crud.py}).
 * Not thread-safe.
 */
final class ReturningPlan {

  private final boolean needsKeys;
  private final boolean returnsKeys;
  private final boolean fetchesLastRowId;
  private final @Nullable List<ElementKey> defaults;
  private final @Nullable ReturnDefaults asked;
  private final Map<ElementKey, ColumnElement> returned = new LinkedHashMap<>();

  private ReturningPlan(
      boolean needsKeys,
      boolean returnsKeys,
      boolean returnsDefaults,
      boolean fetchesLastRowId,
      DmlStatement<?> statement) {
    this.needsKeys = needsKeys;
    this.returnsKeys = returnsKeys || returnsDefaults;
    this.fetchesLastRowId = fetchesLastRowId;
    this.asked = statement.clauses().returnDefaults();
    this.defaults = returnsDefaults && asked != null ? keys(statement.table(), asked) : null;
  }

  private static List<ElementKey> keys(FromClause table, ReturnDefaults asked) {
    List<ClauseElement> columns = asked.columns();
    List<ColumnElement> wanted =
        columns == null || !asked.namesColumns()
            ? List.copyOf(table.columns())
            : DmlStatement.flattened(columns);
    return wanted.stream().map(ElementKey::of).toList();
  }

  static ReturningPlan of(
      DmlStatement<?> statement, FromClause primaryTable, DmlRules rules, CrudContext context) {
    boolean isAllowed =
        unaliased(primaryTable) instanceof TableRef ref && ref.table().isImplicitlyReturning();
    boolean asksForDefaults = statement.clauses().returnDefaults() != null;
    if (!(statement instanceof Insert insert)) {
      DmlFeature feature =
          statement instanceof Update ? DmlFeature.UPDATE_RETURNING : DmlFeature.DELETE_RETURNING;
      boolean returns = asksForDefaults && isAllowed && rules.can(feature);
      return new ReturningPlan(false, false, returns, false, statement);
    }
    boolean needsKeys =
        context.isTopLevel()
            && !insert.isInline()
            && (!context.isForMany() || asksForDefaults)
            && insert.clauses().returning().isEmpty()
            && insert.rows().isEmpty();
    boolean hasLastRowId =
        needsKeys
            && rules.can(DmlFeature.LAST_ROW_ID)
            && primaryTable instanceof TableRef ref
            && ref.table().autoincrementColumn() != null;
    boolean returnsKeys =
        needsKeys
            && rules.can(DmlFeature.INSERT_RETURNING)
            && isAllowed
            && (!hasLastRowId || rules.can(DmlFeature.PREFERS_RETURNING) || asksForDefaults);
    return new ReturningPlan(
        needsKeys,
        returnsKeys,
        returnsKeys && asksForDefaults,
        hasLastRowId && !returnsKeys,
        statement);
  }

  private static FromClause unaliased(FromClause table) {
    return table instanceof Alias alias ? unaliased(alias.element()) : table;
  }

  /** Whether the keys of the new rows are to be known. */
  boolean needsKeys() {
    return needsKeys;
  }

  /** Whether they are to be known by RETURNING. */
  boolean returnsKeys() {
    return returnsKeys;
  }

  /** Whether they are to be known from the driver. */
  boolean fetchesLastRowId() {
    return fetchesLastRowId;
  }

  boolean returnsDefault(DmlColumn column) {
    return defaults != null && defaults.contains(ElementKey.of(column.ref()));
  }

  /**
   * Of an UPDATE: columns that keep their value are returned only if all are, or they are named.
   */
  boolean returnsUnchanged(DmlColumn column) {
    return returnsDefault(column) && asked != null && asked.namesColumns();
  }

  void returnAlso(ColumnElement element) {
    returned.putIfAbsent(ElementKey.of(element), element);
  }

  /** {@code supplemental_cols} that are columns, each where the column comes in the table. */
  void returnIfSupplemental(ColumnRef column) {
    if (supplemental().stream()
        .anyMatch(each -> ElementKey.of(each).equals(ElementKey.of(column)))) {
      returnAlso(column);
    }
  }

  void returnOtherSupplemental() {
    supplemental().forEach(this::returnAlso);
  }

  private List<ColumnElement> supplemental() {
    return asked == null || asked.supplemental() == null
        ? List.of()
        : DmlStatement.flattened(asked.supplemental());
  }

  /** Of a DELETE: the columns that were named, then the supplemental ones. */
  void returnDeleted() {
    List<ClauseElement> named = asked == null ? null : asked.columns();
    if (defaults != null && named != null) {
      DmlStatement.flattened(named).forEach(this::returnAlso);
    }
    if (defaults != null) {
      returnOtherSupplemental();
    }
  }

  /** What is returned although it was not asked for, in order. */
  List<ColumnElement> returned() {
    return new ArrayList<>(returned.values());
  }
}
