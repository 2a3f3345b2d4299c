package dev.brine.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.ExpressionSerializer;
import dev.brine.error.BrineException;
import dev.brine.expr.ClauseElement;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.pickle.PythonValues;
import dev.brine.shape.OpaqueClasses;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Loads, dumps and compiles the statements of a batch. */
final class Migrator {

  private static final String SQLALCHEMY = "sqlalchemy.";

  private final Batch batch;

  Migrator(Batch batch) {
    this.batch = batch;
  }

  Answer answer(TestStatement statement) {
    Object loaded;
    try {
      loaded = ExpressionSerializer.loads(statement.dump(), batch.metadata(statement));
    } catch (RuntimeException | StackOverflowError e) {
      String failure = "not loaded: " + reason(e);
      return new Answer(null, failure, List.of(), withoutStatement(statement, failure));
    }
    List<String> opaque =
        OpaqueClasses.of(loaded).stream().filter(name -> name.startsWith(SQLALCHEMY)).toList();
    SqlOutcome sql = sql(loaded, statement.compiled());
    try {
      return new Answer(ExpressionSerializer.dumps(loaded), null, opaque, sql);
    } catch (RuntimeException | StackOverflowError e) {
      return new Answer(null, "not dumped: " + reason(e), opaque, sql);
    }
  }

  private static SqlOutcome withoutStatement(TestStatement statement, String failure) {
    return statement.compiled() == null
        ? SqlOutcome.NOT_ASKED
        : new SqlOutcome(SqlOutcome.Kind.REFUSED, failure);
  }

  private static SqlOutcome sql(Object loaded, @Nullable Compilation expected) {
    if (expected == null || !(loaded instanceof ClauseElement element)) {
      return SqlOutcome.NOT_ASKED;
    }
    SqlOutcome outcome = compare(element, expected);
    List<String> unspoken = expected.unspoken();
    return outcome.kind() == SqlOutcome.Kind.EQUAL || unspoken.isEmpty()
        ? outcome
        : new SqlOutcome(SqlOutcome.Kind.NOT_COMPARABLE, String.join(", ", unspoken));
  }

  private static Compiled compiled(ClauseElement element, Compilation expected) {
    return SqlCompiler.compile(element, Dialect.named(expected.dialect()), expected.options());
  }

  private static SqlOutcome compare(ClauseElement element, Compilation expected) {
    try {
      Compiled compiled = compiled(element, expected);
      if (!compiled.sql().equals(expected.sql())) {
        return new SqlOutcome(SqlOutcome.Kind.DIFFERS, compiled.sql());
      }
      Object params = expectedParams(expected.params());
      return params == null || SameValue.of(params, compiled.params())
          ? SqlOutcome.EQUAL
          : new SqlOutcome(
              SqlOutcome.Kind.PARAMETERS_DIFFER,
              "%s instead of %s".formatted(compiled.params(), params));
    } catch (BrineException e) {
      return new SqlOutcome(SqlOutcome.Kind.REFUSED, reason(e));
    } catch (RuntimeException | StackOverflowError e) {
      return new SqlOutcome(SqlOutcome.Kind.CRASHED, reason(e));
    }
  }

  private static @Nullable Object expectedParams(JsonNode pickled) {
    if (pickled.isNull()) {
      return null;
    }
    try {
      return PythonValues.toJava(new PythonUnpickler().loads(pickled.binaryValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(Throwable failure) {
    if (failure instanceof BrineException e) {
      return "%s: %s".formatted(e.kind(), e.getMessage());
    }
    StackTraceElement[] trace = failure.getStackTrace();
    String place = trace.length == 0 ? "nowhere" : Objects.toString(trace[0]);
    return "%s at %s".formatted(failure, place);
  }
}
