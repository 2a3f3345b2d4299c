package dev.brine.sql;

import dev.brine.expr.Affix;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.FromHint;
import dev.brine.expr.FromObjects;
import dev.brine.expr.GenerativeSelect;
import dev.brine.expr.Select;
import dev.brine.sql.Scope.Place;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** SELECT and its clauses. */
final class SelectCompiler {

  private final StatementCompiler compiler;
  private final Compilation compilation;
  private final CompileStack stack;

  SelectCompiler(StatementCompiler compiler, Compilation compilation) {
    this.compiler = compiler;
    this.compilation = compilation;
    this.stack = compilation.stack();
  }

  Fragment select(Select given) {
    Select select = compilation.rules().restructured(given);
    Scope outside = compiler.scope();
    SelectState state = new SelectState(select, compilation.elementNames());
    CompileStack.Entry around = stack.top();
    boolean isTop = stack.isEmpty();
    // A CTE among the SELECTs of a UNION gives nothing.
    boolean givesResult = isTop || (around.needsResult() && outside.is(Place.FIRST_OF_COMPOUND));
    List<FromClause> froms = displayed(state, around, outside);
    CompileStack.Entry entry = around.inner(keys(FromObjects.of(froms)), state);
    Scope inside =
        outside
            .without(
                Place.COLUMNS,
                Place.RESULT,
                Place.FROM,
                Place.LATERAL,
                Place.FIRST_OF_COMPOUND,
                Place.LATER_OF_COMPOUND)
            .hinted(Map.of());
    boolean isFetched = isTop || around.needsResult();
    Body body = new Body(select, state, froms, outside.isFrom(), givesResult, isFetched);
    return stack.within(
        entry,
        () ->
            compiler.within(
                inside, () -> withCtes(body(body), select, isTop, outside.isOfCompound())));
  }

  /**
   * What one SELECT is printed from.
   *
   * @param isFrom whether something selects from it
   * @param givesResult whether its columns are those of the result
   * @param isFetched whether its rows are among those of the result
   */
  private record Body(
      Select select,
      SelectState state,
      List<FromClause> froms,
      boolean isFrom,
      boolean givesResult,
      boolean isFetched) {}

  private static List<FromClause> displayed(
      SelectState state, CompileStack.Entry around, Scope outside) {
    if (!outside.isFrom() || outside.is(Place.LATERAL)) {
      return state.displayed(around.correlateFroms(), around.asFromFroms());
    }
    Set<ElementKey> farther = new HashSet<>(around.correlateFroms());
    farther.removeAll(around.asFromFroms());
    return state.displayed(farther, Set.of());
  }

  private static Set<ElementKey> keys(List<FromClause> froms) {
    Set<ElementKey> keys = new HashSet<>();
    froms.forEach(from -> keys.add(ElementKey.of(from)));
    return keys;
  }

  /** The CTEs of a UNION are written before all of it. */
  private Fragment withCtes(Fragment body, Select select, boolean isTop, boolean isOfCompound) {
    Fragment clause =
        isTop || !isOfCompound
            ? compilation.ctes().clause(isTop ? 0 : stack.depth(), false)
            : Fragment.EMPTY;
    return Fragment.of(clause, body, suffixes(select.options().suffixes()));
  }

  private Fragment body(Body body) {
    Select select = body.select();
    if (select.isDistinct() || !select.groupBy().isEmpty()) {
      compilation.noteGrouping();
    }
    Map<ElementKey, String> hints = hints(select);
    Fragment selectHint = compilation.rules().selectHint(hints.values());
    compiler.independentCtes(select.options().ctes());
    Fragment prefixes = affixes(select.options().prefixes());
    Fragment distinct = compilation.rules().beforeColumns(compiler, select);
    Fragment columns = columns(body);
    List<Fragment> head = List.of(Fragment.of("SELECT"), selectHint, prefixes, distinct, columns);
    return Fragment.of(
        Fragment.join(" ", head, part -> part),
        from(body, hints),
        conditions(" \nWHERE ", select.where()),
        list(" GROUP BY ", select.groupBy()),
        conditions(" \nHAVING ", select.having()),
        orderBy(select),
        rowLimit(select),
        forUpdate(select),
        statementHints(select));
  }

  private Fragment columns(Body body) {
    Scope scope = compiler.scope();
    Scope inside =
        scope
            .inLabel(false)
            .result(body.givesResult())
            .change(scope.change().qualifying(Qualifying.ALL));
    return Fragment.join(
        ", ",
        body.state().columns(),
        column -> compiler.columns().selected(column, inside, body.isFrom(), body.isFetched()));
  }

  private Fragment from(Body body, Map<ElementKey, String> hints) {
    if (body.froms().isEmpty()) {
      return Fragment.of(compilation.rules().defaultFrom(body.select()));
    }
    Scope inside = compiler.scope().from(true).hinted(hints);
    return Fragment.of(
        " \nFROM ",
        Fragment.join(", ", body.froms(), (FromClause from) -> compiler.compile(from, inside)));
  }

  private Fragment conditions(String keyword, List<ColumnElement> conditions) {
    return after(keyword, Fragment.join(" AND ", Conditions.forAnd(conditions), compiler::compile));
  }

  /** GROUP BY or ORDER BY. */
  Fragment list(String keyword, List<ColumnElement> elements) {
    return after(keyword, Fragment.join(", ", elements, compiler::compile));
  }

  Fragment orderBy(GenerativeSelect<?> select) {
    return compilation.rules().keepsOrderBy(select.tail(), compiler.isSubquery())
        ? list(" ORDER BY ", select.orderBy())
        : Fragment.EMPTY;
  }

  private static Fragment after(String keyword, Fragment clause) {
    return clause.isEmpty() ? Fragment.EMPTY : Fragment.of(keyword, clause);
  }

  /** LIMIT and OFFSET, or FETCH. */
  Fragment rowLimit(GenerativeSelect<?> select) {
    return select.tail().limitsRows()
        ? compilation.rules().rowLimit(compiler, select.tail())
        : Fragment.EMPTY;
  }

  private Fragment forUpdate(Select select) {
    return select.tail().forUpdate() == null
        ? Fragment.EMPTY
        : compilation.rules().forUpdate(compiler, select.tail().forUpdate());
  }

  /** What is written for this dialect, one after the other. */
  Fragment affixes(List<Affix> affixes) {
    return Fragment.join(
        " ",
        affixes.stream().filter(affix -> isMeant(affix.dialect())).toList(),
        affix -> compiler.compile(affix.text()));
  }

  /** What is written at the end, with blanks around it as SQLAlchemy has them. */
  Fragment suffixes(List<Affix> affixes) {
    if (affixes.isEmpty()) {
      return Fragment.EMPTY;
    }
    Fragment written = affixes(affixes);
    return written.isEmpty() ? Fragment.of(" ") : Fragment.of(" ", written, " ");
  }

  boolean isMeant(String dialect) {
    return dialect.equals(Affix.ANY) || dialect.equals(compilation.rules().name());
  }

  private Map<ElementKey, String> hints(Select select) {
    Map<ElementKey, String> hints = new LinkedHashMap<>();
    for (FromHint hint : select.options().hints()) {
      if (isMeant(hint.dialect())) {
        hints.put(ElementKey.of(hint.from()), compiler.hintText(hint));
      }
    }
    return hints;
  }

  private Fragment statementHints(Select select) {
    List<String> texts =
        select.options().statementHints().stream()
            .filter(hint -> isMeant(hint.dialect()))
            .map(hint -> compiler.hintText(hint.text()))
            .toList();
    return texts.isEmpty() ? Fragment.EMPTY : Fragment.of(" " + String.join(" ", texts));
  }
}
