package dev.brine.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What INSERT, UPDATE and DELETE have in common besides their table: the attributes of SQLAlchemy's
 * {@code UpdateBase} (rel_2_0_58, {@code sql/dml.py}).
 *
 * @param returning what the changed rows are asked for: values, and FROM elements, which stand for
 *     all their columns
 * @param sortsByParameterOrder whether the rows of an INSERT of many come in the order of its
 *     parameters
 * @param returnDefaults what of the columns filled in by the database is to be fetched; null for
 *     nothing
 * @param dialectOptions options for single dialects, such as {@code mysql_limit}
 * @param options prefixes, hints, CTEs, and options for whoever runs the statement
 */
public record DmlClauses(
    List<ClauseElement> returning,
    boolean sortsByParameterOrder,
    @Nullable ReturnDefaults returnDefaults,
    Map<String, Object> dialectOptions,
    StatementOptions options) {

  /** Those of a statement that has none. */
  public static final DmlClauses NONE =
      new DmlClauses(List.of(), false, null, Map.of(), StatementOptions.NONE);

  public DmlClauses {
    returning = List.copyOf(returning);
    dialectOptions = Collections.unmodifiableMap(new LinkedHashMap<>(dialectOptions));
    Objects.requireNonNull(options, "options");
  }

  /** Those of a new statement about a table, or about a mapped class. */
  static DmlClauses of(FromClause table) {
    return NONE.options(OrmSubjects.about(List.of(table), StatementOptions.NONE));
  }

  public DmlClauses returning(List<ClauseElement> all) {
    return new DmlClauses(all, sortsByParameterOrder, returnDefaults, dialectOptions, options);
  }

  public DmlClauses sortedByParameterOrder(boolean on) {
    return new DmlClauses(returning, on, returnDefaults, dialectOptions, options);
  }

  public DmlClauses returnDefaults(@Nullable ReturnDefaults changed) {
    return new DmlClauses(returning, sortsByParameterOrder, changed, dialectOptions, options);
  }

  public DmlClauses dialectOptions(Map<String, Object> all) {
    return new DmlClauses(returning, sortsByParameterOrder, returnDefaults, all, options);
  }

  public DmlClauses options(StatementOptions changed) {
    return new DmlClauses(
        returning, sortsByParameterOrder, returnDefaults, dialectOptions, changed);
  }

  /** Their elements, in the order in which they are printed. */
  List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(options.children());
    children.addAll(returning);
    if (returnDefaults != null) {
      addIfAny(children, returnDefaults.columns());
      addIfAny(children, returnDefaults.supplemental());
    }
    return children;
  }

  private static void addIfAny(List<ClauseElement> children, @Nullable List<ClauseElement> more) {
    if (more != null) {
      children.addAll(more);
    }
  }
}
