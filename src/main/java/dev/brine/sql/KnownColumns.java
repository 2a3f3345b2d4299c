package dev.brine.sql;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Join;
import dev.brine.expr.OrmJoin;
import dev.brine.expr.TableRef;
import java.util.Collection;

/**
 * Refuses what stands for all columns of a table that nobody has described: {@code select(users)}
 * of a dump that is read without metadata. Which columns those are is not in the dump. Stateless.
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
}
