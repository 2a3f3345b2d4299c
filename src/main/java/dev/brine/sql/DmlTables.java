package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.Alias;
import dev.brine.expr.Assignment;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.ElementNames;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromObjects;
import dev.brine.expr.Join;
import dev.brine.expr.LabelName;
import dev.brine.expr.Opaque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables that take part in an UPDATE or DELETE besides the one it names: those of its
 * conditions and values. SQLAlchemy's {@code _make_extra_froms} (rel_2_0_58, {@code sql/dml.py}).
 */
final class DmlTables {

  private final FromClause table;
  private final FromClause primary;
  private final List<FromClause> others;
  private final Set<ElementKey> otherKeys = new HashSet<>();
  private final boolean canSetOthers;

  private DmlTables(FromClause table, List<ClauseElement> mentioning, boolean canSetOthers) {
    this.table = table;
    this.canSetOthers = canSetOthers;
    List<FromClause> all = fromLeftmost(table);
    this.primary = all.get(0);
    Set<ElementKey> seen = new HashSet<>(Set.of(ElementKey.of(primary)));
    this.others = new ArrayList<>();
    for (FromClause from : FromObjects.of(mentioning)) {
      // What is not understood is refused where it is written.
      if (!(from instanceof Opaque) && seen.add(ElementKey.of(from))) {
        others.add(from);
      }
    }
    others.addAll(all.subList(1, all.size()));
    others.forEach(other -> otherKeys.add(ElementKey.of(other)));
  }

  /** Of an INSERT, which has one table. */
  static DmlTables single(FromClause table) {
    return new DmlTables(table, List.of(), false);
  }

  /**
   * @param values what columns are set to; none for a DELETE
   */
  static DmlTables of(
      FromClause table, List<ColumnElement> where, List<Assignment> values, DmlRules rules) {
    List<ClauseElement> mentioning = new ArrayList<>(where);
    for (Assignment each : values) {
      if (each.expression() != null) {
        mentioning.add(each.expression());
      }
    }
    return new DmlTables(table, mentioning, rules.can(DmlFeature.TABLES_IN_SET));
  }

  private static List<FromClause> fromLeftmost(FromClause from) {
    if (!(from instanceof Join join)) {
      return List.of(from);
    }
    List<FromClause> all = new ArrayList<>(fromLeftmost(join.left()));
    all.addAll(fromLeftmost(join.right()));
    return all;
  }

  /** The first table, which is the one that is changed. */
  FromClause primary() {
    return primary;
  }

  /** All that take part, what is changed first. */
  List<FromClause> all() {
    List<FromClause> all = new ArrayList<>(isMany() ? FromObjects.of(table) : List.of(table));
    all.addAll(others);
    return all;
  }

  boolean isMany() {
    return !others.isEmpty();
  }

  List<FromClause> others() {
    return others;
  }

  /** Those of the others that are not part of a join that is changed. */
  List<FromClause> othersToWrite() {
    Set<ElementKey> inTable =
        FromObjects.of(table).stream().map(ElementKey::of).collect(Collectors.toSet());
    return others.stream().filter(each -> !inTable.contains(ElementKey.of(each))).toList();
  }

  /** Whether columns are set with the name of their table before them. */
  boolean showsTables() {
    return isMany() && canSetOthers;
  }

  ColumnKey key(DmlColumn column) {
    return key(column.ref());
  }

  private ColumnKey key(ColumnRef column) {
    FromClause from = column.table();
    LabelName name = ElementNames.tableName(from);
    return from != null && name != null && otherKeys.contains(ElementKey.of(from))
        ? new ColumnKey(name.text(), column.key())
        : ColumnKey.of(column.key());
  }

  /** What an assignment's column is filed under; null for what is no column. */
  @Nullable ColumnKey key(Assignment assignment) {
    if (assignment.column() instanceof ColumnRef column) {
      return key(column);
    }
    return assignment.key() == null ? null : ColumnKey.of(assignment.key());
  }

  /** Fails where the dialect sets columns of the first table alone. */
  void refuseToSet(FromClause other) {
    if (!showsTables() && !isDerived(table, other)) {
      throw new CompileException(
          "Backend does not support additional tables in the SET clause; cannot include columns"
              + " from table(s) '"
              + name(other)
              + "' in SET clause",
          "set columns of one table only");
    }
  }

  /** {@code table.is_derived_from(other)}. */
  private static boolean isDerived(FromClause from, FromClause other) {
    if (from instanceof Join join) {
      return isDerived(join.left(), other) || isDerived(join.right(), other);
    }
    return ElementKey.of(from).equals(ElementKey.of(other))
        || (from instanceof Alias alias && isDerived(alias.element(), other));
  }

  /** Says which tables' columns cannot be set, if any are set at all. */
  void refuseForeignColumns(List<Assignment> assignments) {
    Set<String> mentioned = new LinkedHashSet<>();
    Set<String> missing = new LinkedHashSet<>();
    for (Assignment each : assignments) {
      FromClause from = each.column() instanceof ColumnRef column ? column.table() : null;
      if (from != null && !ElementKey.of(from).equals(ElementKey.of(table))) {
        mentioned.add("'" + name(from) + "'");
        if (!otherKeys.contains(ElementKey.of(from))) {
          missing.add("'" + name(from) + "'");
        }
      }
    }
    if (!mentioned.isEmpty() && !(isMany() && canSetOthers)) {
      String preamble =
          canSetOthers
              ? "Statement is not a multi-table UPDATE statement"
              : "Backend does not support additional tables in the SET clause";
      throw new CompileException(
          preamble
              + "; cannot include columns from table(s) "
              + String.join(", ", mentioned)
              + " in SET clause",
          "set columns of one table only, or put the other into the WHERE clause");
    }
    if (!missing.isEmpty()) {
      throw new CompileException(
          "Multi-table UPDATE statement does not include table(s) " + String.join(", ", missing),
          "put the table into the WHERE clause");
    }
  }

  private static String name(FromClause from) {
    LabelName name = ElementNames.tableName(from);
    return name == null ? "?" : name.text();
  }
}
