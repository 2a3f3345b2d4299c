package dev.brine.expr;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rewrites FROM elements; see {@link Rewriter}. */
abstract sealed class FromRewriter extends ExpressionRewriter permits OrmRewriter {

  @Override
  public ClauseElement visitAlias(Alias alias) {
    FromClause element = from(alias.element());
    return isSame(element, alias.element()) ? alias : new Alias(element, alias.name());
  }

  @Override
  public ClauseElement visitCte(Cte cte) {
    Cte restated = cteOrNull(cte.restated());
    Cte aliased = cteOrNull(cte.aliased());
    Statement element = aliased == null ? statement(cte.element()) : aliased.element();
    List<Affix> prefixes = affixes(cte.prefixes());
    List<Affix> suffixes = affixes(cte.suffixes());
    return isSame(element, cte.element())
            && isSame(aliased, cte.aliased())
            && isSame(restated, cte.restated())
            && isSame(prefixes, cte.prefixes())
            && isSame(suffixes, cte.suffixes())
        ? cte
        : new Cte(
            element,
            cte.name(),
            cte.isRecursive(),
            cte.isNesting(),
            aliased,
            restated,
            prefixes,
            suffixes);
  }

  private @Nullable Cte cteOrNull(@Nullable Cte cte) {
    return cte == null ? null : sameKind(Cte.class, cte);
  }

  final List<Affix> affixes(List<Affix> affixes) {
    return each(affixes, this::affix);
  }

  private Affix affix(Affix affix) {
    ClauseElement text = rewrite(affix.text());
    return isSame(text, affix.text()) ? affix : new Affix(text, affix.dialect());
  }

  @Override
  public ClauseElement visitFromGrouping(FromGrouping grouping) {
    FromClause element = from(grouping.element());
    return isSame(element, grouping.element()) ? grouping : new FromGrouping(element);
  }

  @Override
  public ClauseElement visitJoin(Join join) {
    FromClause left = from(join.left());
    FromClause right = from(join.right());
    ColumnElement onclause = column(join.onclause());
    return isSame(left, join.left())
            && isSame(right, join.right())
            && isSame(onclause, join.onclause())
        ? join
        : new Join(left, right, onclause, join.isOuter(), join.isFull());
  }

  @Override
  public ClauseElement visitLateral(Lateral lateral) {
    FromClause element = from(lateral.element());
    return isSame(element, lateral.element()) ? lateral : new Lateral(element, lateral.name());
  }

  @Override
  public ClauseElement visitSubquery(Subquery subquery) {
    Statement element = statement(subquery.element());
    return isSame(element, subquery.element()) ? subquery : new Subquery(element, subquery.name());
  }

  @Override
  public ClauseElement visitTable(TableRef table) {
    return table;
  }

  @Override
  public ClauseElement visitTableClause(TableClause table) {
    return table;
  }

  @Override
  public ClauseElement visitTableSample(TableSample sample) {
    FromClause element = from(sample.element());
    FunctionCall sampling = sameKind(FunctionCall.class, sample.sampling());
    ColumnElement seed = columnOrNull(sample.seed());
    return isSame(element, sample.element())
            && isSame(sampling, sample.sampling())
            && isSame(seed, sample.seed())
        ? sample
        : new TableSample(element, sample.name(), sampling, seed);
  }

  @Override
  public ClauseElement visitTableValuedAlias(TableValuedAlias alias) {
    FromClause element = from(alias.element());
    return isSame(element, alias.element())
        ? alias
        : new TableValuedAlias(
            element, alias.name(), alias.isLateral(), alias.derivation(), alias.joinsImplicitly());
  }

  @Override
  public ClauseElement visitTableValuedFunction(TableValuedFunction function) {
    FunctionCall call = sameKind(FunctionCall.class, function.call());
    return isSame(call, function.call())
        ? function
        : new TableValuedFunction(call, function.declared(), function.hasOrdinality());
  }

  @Override
  public ClauseElement visitText(TextClause text) {
    Map<String, BindParameter> binds =
        eachValue(text.binds(), bind -> sameKind(BindParameter.class, bind));
    return isSame(binds, text.binds()) ? text : new TextClause(text.text(), binds, text.options());
  }

  @Override
  public ClauseElement visitValues(Values values) {
    ValuesData data = data(values.data());
    List<IndependentCte> ctes = each(values.ctes(), this::independentCte);
    return isSame(data, values.data()) && isSame(ctes, values.ctes())
        ? values
        : new Values(data, values.name(), values.naming(), values.isLateral(), ctes);
  }

  final IndependentCte independentCte(IndependentCte independent) {
    Cte cte = sameKind(Cte.class, independent.cte());
    return isSame(cte, independent.cte())
        ? independent
        : new IndependentCte(cte, independent.isNestedHere());
  }

  @Override
  public ClauseElement visitScalarValues(ScalarValues values) {
    ValuesData data = data(values.data());
    return isSame(data, values.data()) ? values : new ScalarValues(data);
  }

  private ValuesData data(ValuesData data) {
    List<List<List<@Nullable Object>>> chunks =
        each(data.chunks(), rows -> each(rows, this::valuesOrElements));
    return isSame(chunks, data.chunks())
        ? data
        : new ValuesData(data.declared(), chunks, data.hasLiteralBinds());
  }
}
