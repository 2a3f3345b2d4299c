package dev.brine.expr;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a {@link Query} becomes as a part of other statements (rel_2_0_58, {@code orm/query.py}).
 */
public sealed interface QueryNesting permits Query {

  /** This, as the query it is. */
  Query self();

  /** {@code query.statement}: the SELECT that it is, or what {@code from_statement()} makes it. */
  default Statement asStatement() {
    return QueryStatements.statement(self());
  }

  /** {@code subquery()}: to select from, under a made-up name. */
  default Subquery subquery() {
    return QueryStatements.withoutEagerLoads(self()).subquery();
  }

  /** {@code subquery(name)}: to select from. */
  default Subquery subquery(String name) {
    return QueryStatements.withoutEagerLoads(self()).subquery(name);
  }

  /** {@code scalar_subquery()}: its only value, to stand among values. */
  default ScalarSelect scalarSubquery() {
    return QueryStatements.withoutEagerLoads(self()).scalarSubquery();
  }

  /** {@code label(name)}: its only value under a name. */
  default Label label(String name) {
    return scalarSubquery().label(name);
  }

  /** {@code exists()}: whether it gives any row. */
  default Exists exists() {
    ColumnElement one = Sql.literalColumn("1");
    Select labelled = self().clauses().addColumns(one).setLabelStyle(LabelStyle.TABLENAME_PLUS_COL);
    Select inner =
        QueryStatements.withoutEagerLoads(self().withClauses(labelled)).withOnlyColumns(one);
    List<ClauseElement> columns = self().clauses().columns();
    OrmEntity first = columns.isEmpty() ? null : OrmSubjects.find(columns.get(0));
    return (first == null ? inner : inner.selectFrom(first)).exists();
  }

  /** {@code union(others…)}: goes on as a query of the rows of both. */
  default Query union(Query... others) {
    return compound(CompoundKeyword.UNION, others);
  }

  /** {@code union_all(others…)}. */
  default Query unionAll(Query... others) {
    return compound(CompoundKeyword.UNION_ALL, others);
  }

  /** {@code except_(others…)}. */
  default Query except(Query... others) {
    return compound(CompoundKeyword.EXCEPT, others);
  }

  /** {@code intersect(others…)}. */
  default Query intersect(Query... others) {
    return compound(CompoundKeyword.INTERSECT, others);
  }

  private Query compound(CompoundKeyword keyword, Query... others) {
    SelectBase[] rest = Stream.of(others).map(QueryStatements::nested).toArray(SelectBase[]::new);
    FromClause rows = CompoundSelect.of(keyword, QueryStatements.nested(self()), rest).subquery();
    Select clauses = self().clauses();
    Select whole =
        new Select.Builder()
            .columns(clauses.columns())
            .from(List.of(rows))
            .labelStyle(clauses.labelStyle())
            .options(ofWhole(clauses.options()))
            .build();
    return self()
        .withClauses(
            whole
                .withCompileOption("_set_base_alias", true)
                .withCompileOption("_enable_single_crit", false));
  }

  /** What a query keeps when it goes on with the rows of others. */
  private static StatementOptions ofWhole(StatementOptions options) {
    return new StatementOptions(
        List.of(),
        List.of(),
        options.hints(),
        options.statementHints(),
        options.ctes(),
        options.executionOptions(),
        options.orm().withMemoized(List.of()));
  }
}
