package dev.brine.orm.compile;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.Join;
import dev.brine.mapping.Mapper;
import dev.brine.sql.ClauseAdapter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the inner join of a nested joined load where it belongs, into the right side of an outer
 * one: {@code _splice_nested_inner_join} (rel_2_0_52, {@code orm/strategies.py}).
 */
final class NestedJoins {

  /**
   * What is known of a join.
   *
   * @param left the class on its left side; null for none
   * @param right the way to what is on its right side; null for none
   */
  private record Memo(@Nullable Mapper left, @Nullable LoadPath right) {}

  private final IdentityHashMap<FromClause, Memo> memos = new IdentityHashMap<>();

  private static final Memo NOTHING = new Memo(null, null);

  void remember(From join, @Nullable Mapper left, @Nullable LoadPath right) {
    memos.put(join.clause(), new Memo(left, right));
  }

  private Memo memo(FromClause join) {
    return memos.getOrDefault(join, NOTHING);
  }

  /** What is being spliced in. */
  private record Splice(
      LoadPath path,
      Mapper onto,
      AliasedEntity target,
      OrmJoins.Along along,
      List<ColumnElement> more) {}

  /** A join with another one spliced in, and what adapts to the target of that. */
  private record Spliced(Join join, @Nullable ClauseAdapter targetAdapter) {}

  From splice(
      LoadPath path,
      From left,
      AliasedEntity target,
      OrmJoins.Along along,
      List<ColumnElement> more) {
    Mapper onto = path.mappers().get(path.mappers().size() - 2);
    Splice splice = new Splice(path, onto, target, along, more);
    Spliced result = into((Join) left.clause(), splice);
    if (result == null) {
      throw new IllegalStateException("no place for the joined load of " + along.relationship());
    }
    return new From(result.join, left.entity(), result.targetAdapter);
  }

  private @Nullable Spliced into(Join join, Splice splice) {
    Memo memo = memo(join);
    LoadPath rightPath = memo.right;
    Spliced right =
        search(join.right(), splice, rightPath == null ? null : rightPath.mapper(), null);
    if (right != null) {
      return rightSpliced(join, memo, right);
    }
    Spliced left = search(join.left(), splice, memo.left, rightPath);
    if (left == null) {
      return null;
    }
    Join made = new Join(left.join, join.right(), join.onclause(), join.isOuter(), join.isFull());
    memos.put(made, new Memo(null, rightPath));
    return new Spliced(made, left.targetAdapter);
  }

  private Spliced rightSpliced(Join join, Memo memo, Spliced right) {
    Join inner = right.join;
    if (!join.isOuter() && !inner.isOuter()) {
      Join center = Join.of(join.left(), inner.left(), join.onclause(), false, false);
      Mapper between = memo(inner).left;
      memos.put(center, new Memo(memo.left, between == null ? null : LoadPath.of(between)));
      Join made = Join.of(center, inner.right(), inner.onclause(), false, false);
      memos.put(made, new Memo(null, memo(inner).right));
      return new Spliced(made, right.targetAdapter);
    }
    Join made = Join.of(join.left(), inner, join.onclause(), join.isOuter(), false);
    memos.put(made, new Memo(memo.left, null));
    return new Spliced(made, right.targetAdapter);
  }

  private @Nullable Spliced search(
      FromClause clause, Splice splice, @Nullable Mapper inside, @Nullable LoadPath existing) {
    if (clause instanceof FromGrouping grouping) {
      return search(grouping.element(), splice, inside, existing);
    }
    if (clause instanceof Join join && memos.containsKey(join)) {
      return into(join, splice);
    }
    if (inside == null || !splice.onto.isa(inside) || isElsewhere(splice, existing)) {
      return null;
    }
    From joined =
        OrmJoins.along(
            From.of(clause),
            OrmJoins.Right.of(splice.target),
            splice.along,
            false,
            false,
            splice.more);
    remember(joined, inside, splice.path);
    return new Spliced((Join) joined.clause(), joined.targetAdapter());
  }

  /** Whether the class was reached another way than the load that is spliced in comes. */
  private static boolean isElsewhere(Splice splice, @Nullable LoadPath existing) {
    if (existing == null || existing.depth() < 2) {
      return false;
    }
    List<String> before = existing.steps().subList(0, existing.depth() - 1);
    return !before.equals(splice.path.steps().subList(0, splice.path.depth() - 1));
  }

  /** The columns in an expression, each as often as it stands there. */
  static List<ColumnRef> columns(ClauseElement element) {
    List<ColumnRef> found = new ArrayList<>();
    if (element instanceof ColumnRef column) {
      found.add(column);
    } else {
      element.children().forEach(child -> found.addAll(columns(child)));
    }
    return found;
  }
}
