package dev.brine.orm.compile;

import dev.brine.expr.Alias;
import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.CompoundSelect;
import dev.brine.expr.Cte;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.OrmAnnotations;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Query;
import dev.brine.expr.QueryStatements;
import dev.brine.expr.Rewriter;
import dev.brine.expr.Select;
import dev.brine.expr.Subquery;
import dev.brine.mapping.OrmRelease;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the statements of the ORM within another into those of Core, and attributes that hold
 * values into their columns.
 */
final class Nested extends Rewriter {

  private final Criteria criteria;
  private final @Nullable Select outermost;
  private final Strip strip;

  /** Whose habits statements of Core follow; null for those of our compiler. */
  private final @Nullable OrmRelease release;

  /**
   * What is united by {@code Query.union()}, of which {@code Query.statement} is the compiled form:
   * nothing of {@code with_loader_criteria()} is left for it, as there is when it is sent
   * (rel_2_0_58, {@code orm/query.py: Query.statement}).
   */
  private final Set<ClauseElement> united = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Whether what is rewritten is of a mapping, whose columns were its entities' before they were
   * dumped.
   */
  private boolean isOfMapping;

  private final IdentityHashMap<AliasedReturnsRows, OfferedColumns> offered =
      new IdentityHashMap<>();

  /**
   * @param outermost the statement that is left for later; null for none
   * @param strip the one of the whole compilation, so that what is one FROM element remains one
   */
  Nested(Criteria criteria, @Nullable Select outermost, Strip strip) {
    this(criteria, outermost, FromOrder.release(outermost), strip);
  }

  private Nested(
      Criteria criteria, @Nullable Select outermost, @Nullable OrmRelease release, Strip strip) {
    this.strip = strip;
    this.criteria = criteria;
    this.outermost = outermost;
    this.release = release;
    if (outermost != null
        && Boolean.TRUE.equals(outermost.options().orm().compileOptions().get("_for_statement"))
        && CompileSettings.of(outermost, true).isFromAlias()) {
      outermost.from().forEach(this::addUnited);
    }
  }

  private void addUnited(ClauseElement element) {
    if (!(element instanceof OrmEntity) && united.add(element)) {
      element.children().forEach(this::addUnited);
    }
  }

  /** For an element of Core that has statements of the ORM in it. */
  static Nested within(ClauseElement element, Criteria criteria, Strip strip) {
    return new Nested(criteria, null, FromOrder.release(element), strip);
  }

  static Nested ofMapping(Criteria criteria, Strip strip) {
    Nested nested = new Nested(criteria, null, null, strip);
    nested.isOfMapping = true;
    return nested;
  }

  @Override
  public ClauseElement visitSelect(Select select) {
    Select parts = (Select) super.visitSelect(OfferedColumns.spelledOut(select));
    if (isSame(select, outermost)) {
      return parts;
    }
    return select.options().orm().isOrm()
        ? strip.rewrite(compiled(parts, united.contains(select) ? Criteria.NONE : criteria))
        : FromOrder.ordered((Select) strip.rewrite(parts), release);
  }

  private Select compiled(Select parts, Criteria concerned) {
    SelectState state = new SelectState(parts, concerned, strip, false, null);
    if (isOfMapping) {
      state.subject = parts.options().orm().subject();
    }
    return state.compile().select();
  }

  @Override
  public ClauseElement visitCompoundSelect(CompoundSelect select) {
    return strip.rewrite(super.visitCompoundSelect(select));
  }

  @Override
  public ClauseElement visitQuery(Query query) {
    return rewrite(QueryStatements.statement(query));
  }

  @Override
  public ClauseElement visitMappedAttribute(MappedAttribute attribute) {
    MappedAttribute parts = (MappedAttribute) super.visitMappedAttribute(attribute);
    ColumnElement value = Attributes.value(parts);
    return value == null ? parts : value;
  }

  /** {@inheritDoc} What nothing may be put in the place of is turned into Core nevertheless. */
  @Override
  public ClauseElement visitAnnotatedColumn(AnnotatedColumn column) {
    OrmAnnotations notes = column.annotations();
    if (!notes.isFixed()) {
      return super.visitAnnotatedColumn(column);
    }
    ColumnElement element = column(column.element());
    return isSame(element, column.element()) ? column : new AnnotatedColumn(element, notes);
  }

  /** {@inheritDoc} The composite attribute that it comes from is no part of it. */
  @Override
  public ClauseElement visitBundle(Bundle bundle) {
    return new Bundle(
        bundle.name(),
        bundle.expressions().stream().map(this::rewrite).toList(),
        bundle.isSingleEntity(),
        bundle.composite());
  }

  /** {@inheritDoc} A column is found again by what it stands for. */
  @Override
  public ClauseElement visitColumn(ColumnRef column) {
    ColumnRef changed = (ColumnRef) super.visitColumn(column);
    return !isSame(changed, column)
            && column.table() instanceof AliasedReturnsRows before
            && changed.table() instanceof AliasedReturnsRows after
        ? offered.computeIfAbsent(after, each -> new OfferedColumns(before, each)).of(changed)
        : changed;
  }

  @Override
  public ClauseElement visitSubquery(Subquery subquery) {
    return offering(subquery, super.visitSubquery(subquery));
  }

  @Override
  public ClauseElement visitAlias(Alias alias) {
    return offering(alias, super.visitAlias(alias));
  }

  @Override
  public ClauseElement visitCte(Cte cte) {
    return offering(cte, super.visitCte(cte));
  }

  private ClauseElement offering(AliasedReturnsRows before, ClauseElement changed) {
    if (OfferedColumns.isOfOrm(before) && changed instanceof AliasedReturnsRows after) {
      strip.offer(
          after, offered.computeIfAbsent(after, each -> new OfferedColumns(before, each)).all());
    }
    return changed;
  }

  private static boolean isSame(ClauseElement one, @Nullable ClauseElement other) {
    return one == other;
  }
}
