package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement under a name in a WITH clause, as something to select from: SQLAlchemy's {@code CTE}
 * (rel_2_0_52, {@code sql/selectable.py}).
 *
 * @param element a SELECT, or an INSERT, UPDATE or DELETE
 * @param isRecursive whether it may select from itself
 * @param isNesting whether it is written where it is used rather than at the top
 * @param aliased the one that this is another name of; null if it stands for itself
 * @param restated the one that this was before {@code union()} made it recursive, and that its own
 *     SELECTs refer to; null if there is none
 * @param prefixes what stands before its parenthesis, such as {@code MATERIALIZED}
 * @param suffixes what stands behind its parenthesis
 */
public record Cte(
    Statement element,
    Name name,
    boolean isRecursive,
    boolean isNesting,
    @Nullable Cte aliased,
    @Nullable Cte restated,
    List<Affix> prefixes,
    List<Affix> suffixes)
    implements AliasedReturnsRows {

  public Cte {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(name, "name");
    prefixes = List.copyOf(prefixes);
    suffixes = List.copyOf(suffixes);
  }

  static Cte of(Statement element) {
    return new Cte(
        element, AnonymousName.fresh("anon"), false, false, null, null, List.of(), List.of());
  }

  Cte named(String other) {
    return new Cte(
        element, Name.of(other), isRecursive, isNesting, aliased, restated, prefixes, suffixes);
  }

  /** {@code cte(recursive=True)}: the same, allowed to select from itself. */
  public Cte recursive() {
    return new Cte(element, name, true, isNesting, aliased, restated, prefixes, suffixes);
  }

  /** {@code cte(nesting=True)}: the same, written where it is used. */
  public Cte nesting() {
    return new Cte(element, name, isRecursive, true, aliased, restated, prefixes, suffixes);
  }

  /** {@code alias()}: the same under a second, made-up name. */
  @Override
  public Cte alias() {
    return alias(AnonymousName.fresh("anon"));
  }

  /** {@code alias(name)}: the same under a second name. */
  @Override
  public Cte alias(String other) {
    return alias(Name.of(other));
  }

  private Cte alias(Name other) {
    Cte original = aliased == null ? this : aliased;
    return new Cte(element, other, isRecursive, isNesting, original, null, prefixes, suffixes);
  }

  /** {@code union(others…)}: itself and what is selected from it. */
  public Cte union(SelectBase... others) {
    return restatedAs(body().union(others));
  }

  /** {@code union_all(others…)}: itself and what is selected from it. */
  public Cte unionAll(SelectBase... others) {
    return restatedAs(body().unionAll(others));
  }

  private SelectBase body() {
    if (element instanceof SelectBase select) {
      return select;
    }
    throw new UsageException("the CTE is no SELECT, so that there is no UNION with it");
  }

  private Cte restatedAs(CompoundSelect union) {
    return new Cte(union, name, isRecursive, isNesting, null, this, prefixes, suffixes);
  }

  /** {@code prefix_with(text, dialect=…)}, such as {@code MATERIALIZED}. */
  public Cte prefixWith(Affix... added) {
    return new Cte(
        element,
        name,
        isRecursive,
        isNesting,
        aliased,
        restated,
        Coercions.append(prefixes, Stream.of(added)),
        suffixes);
  }

  /** {@code suffix_with(text, dialect=…)}. */
  public Cte suffixWith(Affix... added) {
    return new Cte(
        element,
        name,
        isRecursive,
        isNesting,
        aliased,
        restated,
        prefixes,
        Coercions.append(suffixes, Stream.of(added)));
  }

  @Override
  public ClauseElement source() {
    return aliased == null ? element : aliased;
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>();
    children.add(element);
    Stream.of(aliased, restated).filter(Objects::nonNull).forEach(children::add);
    Stream.concat(prefixes.stream(), suffixes.stream()).map(Affix::text).forEach(children::add);
    return List.copyOf(children);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitCte(this);
  }
}
