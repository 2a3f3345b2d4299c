package dev.brine.jooq;

import dev.brine.expr.DmlStatement;
import dev.brine.sql.Change;
import dev.brine.sql.Compiled;
import dev.brine.sql.DefaultFunctions;
import dev.brine.sql.SqlPart;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.impl.CustomQueryPart;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes rows, to be run with many sets of values: compiled once, as by Python's
 * {@code executemany}. Not thread-safe.
 */
public final class StatementBatch {

  private final DSLContext dsl;
  private final DmlStatement<?> statement;
  private final Compiled compiled;

  private StatementBatch(DSLContext dsl, DmlStatement<?> statement, Compiled compiled) {
    this.dsl = dsl;
    this.statement = statement;
    this.compiled = compiled;
  }

  /**
   * A statement as it is run in a context.
   *
   * @param names of the values in each set, which decide what an INSERT or UPDATE sets
   * @throws dev.brine.error.CompileException if the dialect of the context cannot say it
   */
  public static StatementBatch of(DSLContext dsl, DmlStatement<?> statement, Set<String> names) {
    Compiled compiled =
        StatementPart.compileForMany(
            statement,
            JooqDialects.fromJooq(dsl.dialect()),
            names,
            JooqRenderers.of(dsl.configuration()));
    return new StatementBatch(dsl, statement, compiled);
  }

  /** Whether the driver may have all sets at once: no rows come back, and the text stays. */
  public boolean isPossible() {
    Change change = compiled.change();
    return (change == null || !change.hasRows()) && !compiled.isOfItsValues();
  }

  /**
   * Runs it with these sets.
   *
   * @return how many rows were changed in all, as far as the driver tells
   * @throws dev.brine.error.UsageException if a parameter lacks its value
   */
  public long run(List<? extends Map<String, ? extends @Nullable Object>> sets) {
    DefaultFunctions functions = JooqDefaults.of(dsl.configuration());
    Compiled first = compiled.withValues(sets.get(0), functions);
    StatementPart part = StatementPart.forMany(statement, sets.get(0), first);
    BatchBindStep batch = dsl.batch(dsl.query("{0}", CustomQueryPart.of(part::accept)));
    batch = batch.bind(values(first));
    for (Map<String, ? extends @Nullable Object> values : sets.subList(1, sets.size())) {
      batch = batch.bind(values(compiled.withValues(values, functions)));
    }
    return IntStream.of(batch.execute()).filter(count -> count > 0).asLongStream().sum();
  }

  private static @Nullable Object[] values(Compiled filled) {
    return filled.expanded().parts().stream()
        .filter(SqlPart.Bind.class::isInstance)
        .map(part -> ((SqlPart.Bind) part).parameter().value())
        .toArray();
  }
}
