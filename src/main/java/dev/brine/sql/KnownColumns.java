package dev.brine.sql;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.Assignment;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.Insert;
import dev.brine.expr.Join;
import dev.brine.expr.OrmJoin;
import dev.brine.expr.TableRef;
import dev.brine.expr.Update;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table that nobody has described, of which a dump that is read without metadata
 * says only those that it names. What stands for all of them, {@code select(users)}, is refused.
 * Stateless.
 */
final class KnownColumns {

  private KnownColumns() {}

  /** Of FROM elements in a list of columns, each of which stands for all of its own. */
  static void require(Collection<? extends ClauseElement> entries) {
    entries.forEach(KnownColumns::require);
  }

  /**
   * Of a FROM element; a SELECT below it lists its columns by itself.
   *
   * @throws UnresolvedReferenceException if they are not known
   */
  static void require(ClauseElement entry) {
    if (entry instanceof TableRef ref && ref.table().isPlaceholder()) {
      throw new UnresolvedReferenceException(
          "all columns of table '%s' are meant, and which those are is not known"
              .formatted(ref.table().key()),
          "give the metadata that holds the table");
    }
    if (entry instanceof AliasedReturnsRows alias) {
      require(alias.element());
    } else if (entry instanceof OrmJoin join) {
      require(join.join());
    } else if (entry instanceof Join join) {
      require(join.left());
      require(join.right());
    }
  }

  /** What a change sets by name are columns of its table, then. */
  static void add(DmlStatement<?> change, @Nullable Collection<String> parameters) {
    if (change.table() instanceof TableRef ref && ref.table().isPlaceholder()) {
      Stream.ofNullable(parameters).flatMap(Collection::stream).forEach(ref.table()::column);
      assignments(change)
          .flatMap(each -> Stream.ofNullable(each.name()))
          .forEach(ref.table()::column);
    }
  }

  private static Stream<Assignment> assignments(DmlStatement<?> change) {
    if (change instanceof Update update) {
      return Stream.ofNullable(update.values()).flatMap(List::stream);
    }
    if (!(change instanceof Insert insert)) {
      return Stream.empty();
    }
    return insert.rows().isEmpty()
        ? Stream.ofNullable(insert.values()).flatMap(List::stream)
        : DmlCompiler.rows(insert).stream().flatMap(List::stream);
  }
}
