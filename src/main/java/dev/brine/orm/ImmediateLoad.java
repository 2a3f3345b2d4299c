package dev.brine.orm;

import dev.brine.mapping.Lazy;
import dev.brine.orm.compile.LoadPath;
import dev.brine.orm.compile.RelationshipPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Related entities by a statement for each parent, at once: SQLAlchemy's {@code ImmediateLoader}
 * (rel_2_0_58, {@code orm/strategies.py}). Where it would go in circles it only takes what the
 * session has.
 */
final class ImmediateLoad extends FurtherLoad {

  private boolean asksDatabase;

  ImmediateLoad(Loading loading, RelationshipPlan plan, @Nullable Integer depth) {
    super(loading, plan, depth);
  }

  /** {@inheritDoc} It runs in any case, and may do without the database. */
  @Override
  boolean isToRun(LoadPath path) {
    asksDatabase = super.isToRun(path);
    return asksDatabase || depth == null;
  }

  /** As 1.4 does for each row, before it reads the next: what a lazy load would give. */
  void load(LoadedState state, boolean asks) {
    if (!state.has(key)) {
      new LazyLoad(relationship, Lazy.SELECT, null)
          .loadAtOnce(
              state, state.path().to(relationship), LoadSettings.LAZY, asks, state.options());
    }
  }

  @Override
  public void load(List<PostLoad.Member> members) {
    LazyLoad load = new LazyLoad(relationship, Lazy.SELECT, null);
    for (LoadedState state : wanting(members)) {
      load.loadAtOnce(state, way(), settings().leavingLoaded(), asksDatabase, loading.options());
    }
  }
}
