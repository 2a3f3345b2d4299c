package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.FromClause;
import dev.brine.expr.Insert;
import dev.brine.expr.OnConflict;
import dev.brine.expr.SelectedColumn;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Sequence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the default dialect changes rows; a dialect overrides what is its own (rel_2_0_58, {@code
 * sql/compiler.py}). Without state.
 */
class DmlRules {

  /** The default dialect's own. */
  static final DmlRules DEFAULT =
      new DmlRules("default", Set.of(DmlFeature.EMPTY_INSERT, DmlFeature.LAST_ROW_ID));

  private final String dialect;
  private final Set<DmlFeature> features;

  DmlRules(String dialect, Set<DmlFeature> features) {
    this.dialect = dialect;
    this.features = Set.copyOf(features);
  }

  final String dialect() {
    return dialect;
  }

  final boolean can(DmlFeature feature) {
    return features.contains(feature);
  }

  /** The next value of a sequence. */
  String nextValue(IdentifierPreparer identifiers, Sequence sequence) {
    throw new CompileException(
        "Dialect '" + dialect + "' does not support sequence increments.",
        "compile for a dialect that has sequences, or give the value");
  }

  static String sequenceName(IdentifierPreparer identifiers, Sequence sequence) {
    String name = identifiers.quote(sequence.name());
    QuotedName schema = sequence.schema();
    return schema == null ? name : identifiers.quoteSchema(schema) + "." + name;
  }

  /** What stands between UPDATE and SET. */
  Fragment updatedTables(DmlCompiler c, FromClause table, List<FromClause> others) {
    return c.from(table);
  }

  /** FROM of an UPDATE of which more than one table is part; empty for none. */
  Fragment updateFrom(DmlCompiler c, FromClause table, List<FromClause> others) {
    throw new CompileException(
        "This backend does not support multiple-table criteria within UPDATE",
        "ask for the rows of the other table by a subquery: exists(), or a column in (select(…))");
  }

  /** What stands between DELETE FROM and what follows. */
  Fragment deletedTable(DmlCompiler c, FromClause table, List<FromClause> others) {
    return c.from(table);
  }

  /** USING of a DELETE of which more than one table is part. */
  Fragment deleteUsing(DmlCompiler c, FromClause table, List<FromClause> others) {
    throw new CompileException(
        "This backend does not support multiple-table criteria within DELETE",
        "ask for the rows of the other table by a subquery: exists(), or a column in (select(…))");
  }

  /** LIMIT of an UPDATE or DELETE; empty for none. */
  String limit(DmlStatement<?> statement) {
    return "";
  }

  /** Whether columns in RETURNING go without their table. */
  boolean returnsBareColumns() {
    return false;
  }

  /**
   * RETURNING.
   *
   * @param scope where its columns stand
   */
  Fragment returning(
      DmlCompiler c, DmlStatement<?> statement, List<SelectedColumn> columns, Scope scope) {
    return Fragment.of(
        "RETURNING ",
        Fragment.join(
            ", ", columns, column -> c.compiler().columns().selected(column, scope, false)));
  }

  /** What follows the values of an INSERT to say what becomes of a row that is there. */
  Fragment onConflict(DmlCompiler c, Insert insert, OnConflict clause) {
    throw new CompileException(
        "the dialect " + dialect + " can't render the clause " + nameOf(clause),
        "compile for the dialect that the INSERT was made for");
  }

  private static String nameOf(OnConflict clause) {
    if (clause instanceof OnConflict.DuplicateKeyUpdate) {
      return "ON DUPLICATE KEY UPDATE";
    }
    return clause instanceof OnConflict.DoNothing
        ? "ON CONFLICT DO NOTHING"
        : "ON CONFLICT DO UPDATE";
  }

  /** A limit that was given as an option of the dialect, as a whole number. */
  static @Nullable Long limitOption(DmlStatement<?> statement, String dialect) {
    Object limit = statement.clauses().dialectOptions().get(dialect + "_limit");
    return limit instanceof Number number ? Long.valueOf(number.longValue()) : null;
  }
}
