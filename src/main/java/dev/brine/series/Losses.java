package dev.brine.series;

import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromObjects;
import dev.brine.expr.FromStatement;
import dev.brine.expr.GenerativeSelect;
import dev.brine.expr.Load;
import dev.brine.expr.OrmOptions;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.pickle.DeepStack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds in a loaded structure what SQLAlchemy lost when it dumped it, and what means something else
 * in another series. It needs no mapping, and finds more with one. What leaves no trace, such as
 * {@code and_()} of a relationship, is not found: none of this is guessed. Stateless.
 */
public final class Losses {

  private final Set<Loss> found = new LinkedHashSet<>();
  private final Set<Loss> moved = new LinkedHashSet<>();
  private int depth;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Losses() {}

  /** What is lost, in the order in which it is met; empty if nothing is known to be. */
  public static List<Loss> of(Object loaded) {
    Losses losses = new Losses();
    losses.visit(loaded, Set.of());
    return List.copyOf(losses.found);
  }

  /**
   * What means something else in the series that it is moved to, in the order in which it is met.
   *
   * @param from gives the series that may have written it; only asked where it makes a difference
   */
  public static List<Loss> ofMove(Object loaded, Supplier<SeriesRange> from, DumpTarget target) {
    Losses losses = new Losses();
    losses.visit(loaded, Set.of());
    return losses.moved.isEmpty()
        ? List.of()
        : MoveLosses.onTheWay(losses.moved, from.get(), target);
  }

  /**
   * @param around what the statements around select from, which one inside may leave to them
   */
  private void visit(Object node, Set<ElementKey> around) {
    DeepStack.at(
        ++depth,
        () -> {
          look(node, around);
          return node;
        });
    depth--;
  }

  private void look(Object node, Set<ElementKey> around) {
    if (node instanceof Collection<?> items) {
      items.forEach(item -> visit(item, around));
    } else if (node instanceof Map<?, ?> map) {
      visit(map.values(), around);
    } else if (node instanceof Load load && seen.add(load)) {
      found.addAll(OptionLosses.of(load));
      visit(load.children(), around);
    } else if (node instanceof ClauseElement element && seen.add(element)) {
      visitElement(element, around);
    }
  }

  private void visitElement(ClauseElement element, Set<ElementKey> around) {
    if (element instanceof BinaryExpression binary) {
      moved.addAll(MoveLosses.of(binary));
    }
    if (element instanceof Query query) {
      lookAtSelect(query.clauses(), around);
      if (query.statement() != null) {
        visit(query.statement(), around);
      }
    } else if (element instanceof Select select) {
      moved.addAll(MoveLosses.of(select));
      lookAtSelect(select, around);
    } else {
      visitOptions(orm(element), around);
      visit(element.children(), around);
    }
  }

  /** A Query that is asked for a column twice gives it twice, in each series. */
  private void lookAtSelect(Select select, Set<ElementKey> around) {
    found.addAll(OptionLosses.ofEntities(select));
    found.addAll(JoinLosses.of(select, around));
    visitOptions(select.options().orm(), around);
    visit(select.children(), with(around, select));
  }

  private void visitOptions(OrmOptions options, Set<ElementKey> around) {
    List<ExecutableOption> all = new ArrayList<>(options.loaderOptions());
    options.memoized().forEach(before -> all.addAll(before.loaderOptions()));
    visit(all, around);
  }

  private static OrmOptions orm(ClauseElement element) {
    if (element instanceof GenerativeSelect<?> select) {
      return select.options().orm();
    }
    if (element instanceof FromStatement statement) {
      return statement.options().orm();
    }
    if (element instanceof DmlStatement<?> change) {
      return change.clauses().options().orm();
    }
    return OrmOptions.NONE;
  }

  private static Set<ElementKey> with(Set<ElementKey> around, Select select) {
    Set<ElementKey> all = new HashSet<>(around);
    List<FromClause> froms = JoinLosses.plain(FromObjects.of(select.children()));
    froms.forEach(from -> all.add(ElementKey.of(from)));
    return all;
  }
}
