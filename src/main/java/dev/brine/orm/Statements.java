package dev.brine.orm;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.FromStatement;
import dev.brine.expr.GenerativeSelect;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.MappedClass;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.OrmOptions;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.expr.Statement;
import dev.brine.expr.StatementOptions;
import dev.brine.mapping.Mapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What sessions read from statements, and the statements that they send of their own. */
final class Statements {

  private Statements() {}

  /** What a statement carries beside its clauses. */
  static StatementOptions options(Statement statement) {
    if (statement instanceof Query query) {
      return query.clauses().options();
    }
    if (statement instanceof GenerativeSelect<?> select) {
      return select.options();
    }
    if (statement instanceof FromStatement from) {
      return from.options();
    }
    return statement instanceof DmlStatement<?> change
        ? change.clauses().options()
        : StatementOptions.NONE;
  }

  /** How its rows are loaded by what {@code execution_options()} and the like said. */
  static LoadSettings settings(Statement statement) {
    StatementOptions options = options(statement);
    boolean populates =
        isTrue(options.executionOptions().get("populate_existing"))
            || isTrue(options.orm().loadOptions().get("_populate_existing"));
    Object chunk = options.executionOptions().get("yield_per");
    if (chunk == null) {
      chunk = options.orm().loadOptions().get("_yield_per");
    }
    return LoadSettings.DEFAULT
        .populatingExisting(populates)
        .inChunksOf(chunk instanceof Number number ? number.intValue() : 0);
  }

  /** Whether a row is a tuple though an entity is all it has: {@code only_return_tuples()}. */
  static boolean onlyTuples(Statement statement) {
    return isTrue(options(statement).orm().loadOptions().get("_only_return_tuples"));
  }

  /** Whether {@code yield_per()} of a Query was called, which then does not compare its rows. */
  static boolean isReadInChunksByQuery(Statement statement) {
    return options(statement).orm().loadOptions().get("_yield_per") != null;
  }

  /** Whether entities are read from what is not selected for them: a UNION, a statement given. */
  static boolean isOfOtherRows(Statement statement) {
    return statement instanceof FromStatement
        || (statement instanceof Query query && query.statement() != null)
        || isTrue(options(statement).orm().compileOptions().get("_set_base_alias"));
  }

  private static boolean isTrue(@Nullable Object value) {
    return Boolean.TRUE.equals(value);
  }

  /** A SELECT of an entity. */
  static Select of(OrmEntity subject, LabelStyle labels, ClauseElement... columns) {
    OrmOptions orm = new OrmOptions(true, subject, List.of(), Map.of(), Map.of(), List.of());
    return Select.of(columns).setLabelStyle(labels).withOptions(StatementOptions.NONE.withOrm(orm));
  }

  /** A SELECT of a class. */
  static Select of(Mapper mapper, LabelStyle labels) {
    MappedClass entity = new MappedClass(mapper);
    return of(entity, labels, entity);
  }

  /** The same with these loader options. */
  static Select with(Select select, List<ExecutableOption> options) {
    StatementOptions carried = select.options();
    return select.withOptions(carried.withOrm(carried.orm().withLoaderOptions(options)));
  }

  /** The same with something for the compiler to know. */
  static Select with(Select select, String name, Object value) {
    StatementOptions carried = select.options();
    return select.withOptions(carried.withOrm(carried.orm().withCompileOption(name, value)));
  }
}
