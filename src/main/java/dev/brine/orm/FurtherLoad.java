package dev.brine.orm;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.LoadElement;
import dev.brine.expr.MappedClass;
import dev.brine.expr.OrmEntity;
import dev.brine.mapping.Entity;
import dev.brine.mapping.Relationship;
import dev.brine.orm.compile.LoadPath;
import dev.brine.orm.compile.RelationshipPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A load of a relationship by a statement of its own, once the rows are read: SQLAlchemy's {@code
 * PostLoader} (rel_2_0_58, {@code orm/strategies.py}).
 */
abstract class FurtherLoad implements PostLoad.Action {

  /** The {@code recursion_depth} that has no end. */
  static final int UNLIMITED = -1;

  final Loading loading;
  final RelationshipPlan plan;
  final Relationship relationship;
  final String key;

  /** How much deeper it goes; null without {@code recursion_depth}. */
  final @Nullable Integer depth;

  FurtherLoad(Loading loading, RelationshipPlan plan, @Nullable Integer depth) {
    this.loading = loading;
    this.plan = plan;
    this.depth = depth;
    relationship = plan.relationship();
    key = relationship.key();
  }

  /** Whether to load for the entities at a path, rather than leave it for later. */
  boolean isToRun(LoadPath path) {
    return (depth == null || isUnlimited() || depth >= 0) && isToRun(loading, plan, path);
  }

  /** Whether to load for the entities at a path, by the path alone. */
  static boolean isToRun(Loading loading, RelationshipPlan plan, LoadPath path) {
    Relationship relationship = plan.relationship();
    PostLoad known = loading.findPostLoad(path);
    if (known != null && known.has(relationship)) {
      return false;
    }
    LoadElement option = plan.option();
    if (option != null && option.kind() == LoadElement.Kind.ATTRIBUTE) {
      return true;
    }
    LoadPath way = path.to(relationship);
    Integer limit = relationship.options().joinDepth();
    return limit == null ? !way.passes(relationship.target()) : way.depth() <= limit;
  }

  private boolean isUnlimited() {
    return depth != null && depth == UNLIMITED;
  }

  /** The settings of the statement it sends. */
  LoadSettings settings() {
    LoadSettings further = loading.further();
    Integer left = depth;
    return left == null || isUnlimited()
        ? further
        : further.within(
            java.util.Objects.requireNonNull(further.top()),
            LoadSettings.with(further.depths(), relationship, left - 1));
  }

  /** The way to what it loads; that of the first round where it goes round in circles. */
  LoadPath way() {
    return depth == null ? plan.path() : firstRound(plan.path());
  }

  private static LoadPath firstRound(LoadPath path) {
    String last = path.steps().get(path.steps().size() - 1);
    int first = path.steps().indexOf(last);
    return new LoadPath(
        path.root(), path.steps().subList(0, first + 1), path.mappers().subList(0, first + 2));
  }

  /** What is selected: the target, or what {@code of_type()} named. */
  OrmEntity target() {
    AliasedEntity polymorphic = loading.compiled().options().polymorphicEntity(plan.path());
    return polymorphic == null ? new MappedClass(relationship.target()) : polymorphic;
  }

  /** Those that it has to load for. */
  List<LoadedState> wanting(List<PostLoad.Member> members) {
    List<LoadedState> wanting = new ArrayList<>();
    for (PostLoad.Member member : members) {
      if (isWanting(member)) {
        wanting.add(member.state());
      }
    }
    return wanting;
  }

  boolean isWanting(PostLoad.Member member) {
    return member.overwrites() || !member.state().has(key);
  }

  void put(LoadedState state, List<Entity> related) {
    state.put(key, RelationshipLoad.value(relationship, related));
  }
}
