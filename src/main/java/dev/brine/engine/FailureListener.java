package dev.brine.engine;

import dev.brine.error.BrineException;
import dev.brine.error.DatabaseException;
import java.sql.SQLException;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** Makes whatever fails while a statement runs a {@link DatabaseException} that shows it. */
final class FailureListener implements ExecuteListener {

  private static final String REFUSED =
      "the database itself refused: do its tables, and the user's rights, fit the metadata?";

  @Override
  public void exception(ExecuteContext context) {
    RuntimeException failure = context.exception();
    if (failure == null || failure instanceof BrineException) {
      return;
    }
    Throwable cause = cause(failure);
    String sql = context.sql() == null ? "" : context.sql();
    String hint = cause instanceof BrineException ours ? ours.hint() : REFUSED;
    context.exception(
        new DatabaseException(
            cause.getMessage() + " " + ShortSql.of(sql, values(context.query())), hint, cause));
  }

  /** What jOOQ wrapped: ours from where a value is read or written, else the driver's exception. */
  private static Throwable cause(RuntimeException failure) {
    Throwable ours = first(failure, BrineException.class);
    Throwable drivers = ours == null ? first(failure, SQLException.class) : ours;
    return drivers == null ? failure : drivers;
  }

  private static @Nullable Throwable first(Throwable failure, Class<? extends Throwable> kind) {
    Throwable cause = failure;
    while (cause != null && !kind.isInstance(cause)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static List<?> values(@Nullable Query query) {
    return query == null ? List.of() : query.getBindValues();
  }
}
