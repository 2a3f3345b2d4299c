package dev.brine.sql;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.OrmOptions;
import dev.brine.expr.Query;
import dev.brine.expr.Rewriter;
import dev.brine.expr.Select;
import dev.brine.expr.StatementOptions;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Puts down the joins that {@code select.join()} asked for as FROM elements, which is how they were
 * said before 1.4. Those of the ORM are left as they are: its mapping must follow them. One for
 * each structure; not thread-safe.
 */
public final class ResolvedJoins extends Rewriter {

  private final Set<Select> ofQueries = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * {@inheritDoc}
   *
   * @throws dev.brine.error.BrineException if no left side or no foreign key is found, as when it
   *     is compiled
   */
  @Override
  public ClauseElement visitSelect(Select select) {
    ClauseElement rewritten = super.visitSelect(select);
    boolean isCore = !ofQueries.contains(select) && !select.options().orm().isOrm();
    return isCore && rewritten instanceof Select core && hasJoins(core) ? plain(core) : rewritten;
  }

  private static boolean hasJoins(Select select) {
    return !select.setupJoins().isEmpty() || !select.options().orm().memoized().isEmpty();
  }

  private static Select plain(Select select) {
    StatementOptions options = select.options();
    OrmOptions orm = options.orm().withMemoized(List.of());
    return select.toBuilder()
        .from(new SetupJoins(select).resolve())
        .setupJoins(List.of())
        .options(options.withOrm(orm))
        .build();
  }

  @Override
  public ClauseElement visitQuery(Query query) {
    ofQueries.add(query.clauses());
    return super.visitQuery(query);
  }
}
