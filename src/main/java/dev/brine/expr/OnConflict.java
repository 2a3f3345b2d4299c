package dev.brine.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows the values of an INSERT to say what happens to a row that is there already. Each is
 * known to some databases alone (rel_2_0_58, {@code dialects/postgresql/dml.py}, {@code
 * dialects/sqlite/dml.py}, {@code dialects/mysql/dml.py}).
 */
public sealed interface OnConflict {

  /** Its expressions. */
  List<ClauseElement> children();

  /**
   * Which conflict is meant: {@code constraint=} or {@code index_elements=} and {@code
   * index_where=}.
   *
   * @param constraint the name of a constraint; PostgreSQL only
   * @param isGenerated whether a naming convention made that name, which is then cut where the
   *     database wants it shorter
   * @param elements columns or their names, of a unique index; null where they are not given
   * @param where the condition of a partial index
   */
  record Target(
      @Nullable String constraint,
      boolean isGenerated,
      @Nullable List<Object> elements,
      @Nullable ColumnElement where) {

    /** Any conflict. */
    public static final Target ANY = new Target(null, false, null, null);

    public Target {
      elements = elements == null ? null : List.copyOf(elements);
    }

    /** {@code constraint=name}. */
    public static Target constraint(String name) {
      return new Target(Objects.requireNonNull(name, "name"), false, null, null);
    }

    /** {@code constraint=conv(name)}: one that a naming convention made. */
    public static Target generatedConstraint(String name) {
      return new Target(Objects.requireNonNull(name, "name"), true, null, null);
    }

    /** {@code index_elements=[…]}: columns, or their names. */
    public static Target index(Object... elements) {
      return new Target(null, false, List.of(elements), null);
    }

    /** {@code index_where=condition}. */
    public Target where(ColumnElement condition) {
      return new Target(constraint, isGenerated, elements, condition);
    }

    List<ClauseElement> children() {
      Stream<ClauseElement> columns =
          (elements == null ? List.of() : elements)
              .stream().filter(ClauseElement.class::isInstance).map(ClauseElement.class::cast);
      return Stream.concat(columns, Stream.ofNullable(where)).toList();
    }
  }

  /** {@code on_conflict_do_nothing()}. */
  record DoNothing(Target target) implements OnConflict {
    public DoNothing {
      Objects.requireNonNull(target, "target");
    }

    @Override
    public List<ClauseElement> children() {
      return target.children();
    }
  }

  /**
   * {@code on_conflict_do_update()}.
   *
   * @param set the new values of the row that is there
   * @param where which rows are changed; null for all
   */
  record DoUpdate(Target target, List<Assignment> set, @Nullable ColumnElement where)
      implements OnConflict {
    public DoUpdate {
      Objects.requireNonNull(target, "target");
      set = List.copyOf(set);
    }

    @Override
    public List<ClauseElement> children() {
      List<ClauseElement> children = new ArrayList<>(target.children());
      children.addAll(Assignment.children(set));
      if (where != null) {
        children.add(where);
      }
      return List.copyOf(children);
    }
  }

  /**
   * MySQL's {@code on_duplicate_key_update()}.
   *
   * @param inserted what stands for the row that was to be inserted
   * @param set the new values of the row that is there
   * @param isOrdered whether they are set in this order rather than in that of the table
   */
  record DuplicateKeyUpdate(FromClause inserted, List<Assignment> set, boolean isOrdered)
      implements OnConflict {
    public DuplicateKeyUpdate {
      Objects.requireNonNull(inserted, "inserted");
      set = List.copyOf(set);
    }

    @Override
    public List<ClauseElement> children() {
      List<ClauseElement> children = new ArrayList<>();
      children.add(inserted);
      children.addAll(Assignment.children(set));
      return List.copyOf(children);
    }
  }
}
