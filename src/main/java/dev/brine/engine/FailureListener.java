package dev.brine.engine;

import dev.brine.error.BrineException;
import dev.brine.error.DatabaseException;
import dev.brine.error.DatabaseFault;
import java.sql.SQLException;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** Makes whatever fails while a statement runs a {@link DatabaseException} that shows it. */
final class FailureListener implements ExecuteListener {

  @Override
  public void exception(ExecuteContext context) {
    RuntimeException failure = context.exception();
    if (failure == null || failure instanceof BrineException) {
      return;
    }
    Throwable cause = cause(failure);
    String sql = context.sql() == null ? "" : context.sql();
    String message = cause.getMessage() + " " + ShortSql.of(sql, values(context.query()));
    context.exception(
        cause instanceof BrineException ours
            ? new DatabaseException(message, ours.hint(), cause)
            : new DatabaseException(DatabaseFault.of(cause), message, cause));
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
