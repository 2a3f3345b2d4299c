package dev.brine.series;

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

/**
 * Finds in a loaded structure what SQLAlchemy lost when it dumped it. It needs no mapping, and
 * finds more with one. What leaves no trace, such as {@code and_()} of a relationship, is not
 * found: none of this is guessed. Stateless.
 */
public final class Losses {

  private final Set<Loss> found = new LinkedHashSet<>();
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
    if (element instanceof Query query) {
      visit(query.clauses(), around);
      if (query.statement() != null) {
        visit(query.statement(), around);
      }
    } else if (element instanceof Select select) {
      found.addAll(OptionLosses.ofEntities(select));
      found.addAll(JoinLosses.of(select, around));
      visitOptions(select.options().orm(), around);
      visit(select.children(), with(around, select));
    } else {
      visitOptions(orm(element), around);
      visit(element.children(), around);
    }
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
