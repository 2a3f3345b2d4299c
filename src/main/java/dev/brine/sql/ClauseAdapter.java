package dev.brine.sql;

import dev.brine.expr.Alias;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.Constant;
import dev.brine.expr.Correlation;
import dev.brine.expr.Correspondence;
import dev.brine.expr.ElementKey;
import dev.brine.expr.ElementNames;
import dev.brine.expr.FromClause;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Label;
import dev.brine.expr.LabelName;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Opaque;
import dev.brine.expr.Rewriter;
import dev.brine.expr.Select;
import dev.brine.expr.TableClause;
import dev.brine.expr.TableRef;
import dev.brine.expr.TextClause;
import dev.brine.schema.AnonymousName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts one FROM element in the place of those it comes from, and its columns in the place of
 * theirs: with an alias {@code u} of {@code users}, {@code users.id = 5} becomes {@code u.id = 5}.
 * SQLAlchemy's {@code ClauseAdapter} (rel_2_0_52, {@code sql/util.py}).
 *
 * <p>Immutable; may be shared between threads.
 */
public final class ClauseAdapter {

  /**
   * What is adapted, and how.
   *
   * @param equivalents what else a column may be looked for as
   * @param isIncluded which elements are adapted at all
   * @param adaptsOnNames whether a column that corresponds to none is looked for by its name
   * @param anonymizesLabels whether labels get made-up names
   * @param sources only columns of these are adapted; empty for those of any FROM element
   */
  public record Rules(
      Map<ElementKey, ? extends Collection<ColumnElement>> equivalents,
      Predicate<ClauseElement> isIncluded,
      boolean adaptsOnNames,
      boolean anonymizesLabels,
      List<FromClause> sources) {

    public static final Rules DEFAULT =
        new Rules(Map.of(), element -> true, false, false, List.of());

    public Rules {
      equivalents = Map.copyOf(equivalents);
      sources = List.copyOf(sources);
    }

    public Rules equivalents(Map<ElementKey, ? extends Collection<ColumnElement>> columns) {
      return new Rules(columns, isIncluded, adaptsOnNames, anonymizesLabels, sources);
    }

    public Rules including(Predicate<ClauseElement> which) {
      return new Rules(equivalents, which, adaptsOnNames, anonymizesLabels, sources);
    }

    public Rules adaptingOnNames(boolean on) {
      return new Rules(equivalents, isIncluded, on, anonymizesLabels, sources);
    }

    public Rules anonymizingLabels() {
      return new Rules(equivalents, isIncluded, adaptsOnNames, true, sources);
    }

    public Rules from(List<FromClause> froms) {
      return new Rules(equivalents, isIncluded, adaptsOnNames, anonymizesLabels, froms);
    }
  }

  private final FromClause selectable;
  private final Correspondence correspondence;
  private final Rules rules;
  private final @Nullable ClauseAdapter next;

  private ClauseAdapter(
      FromClause selectable,
      Correspondence correspondence,
      Rules rules,
      @Nullable ClauseAdapter next) {
    this.selectable = selectable;
    this.correspondence = correspondence;
    this.rules = rules;
    this.next = next;
  }

  public static ClauseAdapter to(FromClause selectable) {
    return to(selectable, Rules.DEFAULT);
  }

  public static ClauseAdapter to(FromClause selectable, Rules rules) {
    return new ClauseAdapter(selectable, Correspondence.to(selectable), rules, null);
  }

  /**
   * The same with some of its columns alone.
   *
   * @param columns those of the selectable's columns that are put in the place of others
   */
  public static ClauseAdapter to(FromClause selectable, List<ColumnRef> columns, Rules rules) {
    return new ClauseAdapter(selectable, Correspondence.to(columns), rules, null);
  }

  /** What is put in the place of others. */
  public FromClause selectable() {
    return selectable;
  }

  /** This one, and another that is asked about what this one leaves: {@code chain()}. */
  public ClauseAdapter then(ClauseAdapter other) {
    return new ClauseAdapter(
        selectable, correspondence, rules, next == null ? other : next.then(other));
  }

  /** The same for all elements, whatever was included before. */
  public ClauseAdapter includingAll() {
    return new ClauseAdapter(selectable, correspondence, rules.including(element -> true), next);
  }

  /** The same, leaving parameters the ones that they are. */
  public ClauseAdapter keepingBinds() {
    return new ClauseAdapter(
        selectable,
        correspondence,
        rules.including(rules.isIncluded().and(element -> !(element instanceof BindParameter))),
        next);
  }

  /** An element with all in it adapted; itself if nothing is. */
  public ColumnElement adapt(ColumnElement element) {
    return new Adaption().column(element);
  }

  /** The same for each of a list. */
  public List<ColumnElement> adaptAll(List<? extends ColumnElement> elements) {
    return elements.stream().map(this::adapt).toList();
  }

  /** The same for a FROM element. */
  public FromClause adapt(FromClause element) {
    return new Adaption().from(element);
  }

  /** What takes an element's place, this one and those after it asked; null for none. */
  public @Nullable ClauseElement replacement(ClauseElement element) {
    for (ClauseAdapter each = this; each != null; each = each.next) {
      ClauseElement found = each.ownReplacement(element);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable ClauseElement ownReplacement(ClauseElement element) {
    if (!rules.isIncluded().test(element)) {
      return null;
    }
    if (element instanceof FromClause from && !isValue(element)) {
      return replacementOfFrom(from);
    }
    return element instanceof ColumnElement column && !(column instanceof Constant)
        ? corresponding(column)
        : null;
  }

  private static boolean isValue(ClauseElement element) {
    return element instanceof FunctionCall
        || element instanceof TextClause
        || element instanceof Opaque;
  }

  private @Nullable FromClause replacementOfFrom(FromClause from) {
    if (Derivation.isDerived(selectable, from)) {
      boolean isMeant =
          rules.sources().isEmpty()
              || rules.sources().stream().anyMatch(source -> Derivation.isDerived(source, from));
      return isMeant ? selectable : null;
    }
    boolean isAliasOfTable =
        from instanceof Alias alias
            && (alias.element() instanceof TableRef || alias.element() instanceof TableClause);
    return isAliasOfTable ? from : null;
  }

  /** The column of what takes the place of a column's FROM element; null for none. */
  private @Nullable ColumnElement withOwner(ColumnRef column) {
    for (ClauseAdapter each = this; each != null && column.table() != null; each = each.next) {
      if (each.replacementOfFrom(column.table()) == each.selectable) {
        return each.correspondence.find(column, false);
      }
    }
    return null;
  }

  /** The column of the selectable that stands for another; null for none. */
  public @Nullable ColumnElement corresponding(ColumnElement column) {
    boolean isForeign =
        !rules.sources().isEmpty()
            && !rules.equivalents().containsKey(ElementKey.of(column))
            && rules.sources().stream()
                .allMatch(from -> Correspondence.to(from).find(column, false) == null);
    return isForeign ? null : corresponding(column, true, new HashSet<>());
  }

  /** Whether there is such a column. */
  public boolean hasCorresponding(ColumnElement column) {
    return corresponding(column, true, new HashSet<>()) != null;
  }

  private @Nullable ColumnElement corresponding(
      ColumnElement column, boolean requiresEmbedded, Set<ElementKey> seen) {
    ColumnElement found = correspondence.find(column, requiresEmbedded);
    if (found != null) {
      return found;
    }
    Collection<ColumnElement> equivalents = rules.equivalents().get(ElementKey.of(column));
    if (equivalents != null && seen.add(ElementKey.of(column))) {
      for (ColumnElement each : equivalents) {
        found = corresponding(each, requiresEmbedded, seen);
        if (found != null) {
          return found;
        }
      }
    }
    return rules.adaptsOnNames() ? byName(column) : null;
  }

  private @Nullable ColumnElement byName(ColumnElement column) {
    String name = null;
    if (column instanceof ColumnRef ref) {
      name = ref.name().text();
    } else if (column instanceof Label label) {
      name = label.name().text();
    }
    for (ColumnRef each : correspondence.columns()) {
      if (each.key().equals(name)) {
        return each;
      }
    }
    return null;
  }

  /** One element being adapted. */
  private final class Adaption extends Rewriter {

    /** SELECTs around what is adapted; only they say what a column's FROM element becomes. */
    private int depth;

    @Override
    protected @Nullable ClauseElement replacement(ClauseElement element) {
      return ClauseAdapter.this.replacement(element);
    }

    @Override
    protected FromClause owner(FromClause table) {
      if (depth == 0) {
        return table;
      }
      FromClause changed = from(table);
      return changed == selectable ? table : changed;
    }

    @Override
    public ClauseElement visitSelect(Select select) {
      depth++;
      try {
        return super.visitSelect(subjectsNamed(select));
      } finally {
        depth--;
      }
    }

    /** The same with the tables of classes that it names, where these are adapted. */
    private Select subjectsNamed(Select select) {
      List<FromClause> named = tables(select.from());
      return named.equals(select.from())
          ? select
          : select.toBuilder()
              .from(named)
              .correlation(
                  new Correlation(
                      tables(select.correlation().to()),
                      select.correlation().except() == null
                          ? null
                          : tables(select.correlation().except()),
                      select.correlation().isAutomatic()))
              .build();
    }

    private List<FromClause> tables(List<? extends FromClause> froms) {
      List<FromClause> tables = new ArrayList<>();
      for (FromClause from : froms) {
        boolean isAdapted =
            from instanceof MappedClass mapped
                && mapped.entity().isMapped()
                && rules.isIncluded().test(mapped);
        tables.add(isAdapted ? ((MappedClass) from).entity().selectable() : from);
      }
      return tables;
    }

    /**
     * {@inheritDoc} Within a SELECT a column goes where its FROM element goes, even one that is not
     * to be adapted itself: {@code Select._copy_internals} (rel_2_0_58, {@code sql/selectable.py}).
     */
    @Override
    public ClauseElement visitColumn(ColumnRef column) {
      ColumnElement moved = depth == 0 ? null : withOwner(column);
      return moved == null ? super.visitColumn(column) : moved;
    }

    /** A parameter that stands in two places is two. */
    @Override
    public ClauseElement visitBindParameter(BindParameter bind) {
      return bind.isUnique() && rules.isIncluded().test(bind) ? bind.apart() : bind;
    }

    @Override
    public ClauseElement visitLabel(Label label) {
      ClauseElement rewritten = super.visitLabel(label);
      return rules.anonymizesLabels() && rewritten instanceof Label changed
          ? new Label(AnonymousName.fresh(base(label)), changed.element(), changed.type())
          : rewritten;
    }

    private String base(Label label) {
      LabelName name = new ElementNames(opaque -> null).name(label.element());
      return name == null || name.isTemplate() ? "anon" : name.text();
    }
  }
}
