package dev.brine;

import static dev.brine.expr.LoaderOptions.immediateload;
import static dev.brine.expr.LoaderOptions.joinedload;
import static dev.brine.expr.LoaderOptions.selectinload;
import static dev.brine.expr.LoaderOptions.withLoaderCriteria;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.Bundle;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Cte;
import dev.brine.expr.FromClause;
import dev.brine.expr.Functions;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.mapping.MapperRegistry;
import java.util.Map;

/**
 * Subqueries, unions, bundles and options of {@code python-fixtures/orm}, by their names there,
 * written in Java.
 */
final class OrmNestedCases {

  private final MappedClass band;
  private final MappedClass album;
  private final MappedClass label;
  private final MappedClass genre;

  OrmNestedCases(MapperRegistry mappers) {
    this.band = mappers.mapper("Band").entity();
    this.album = mappers.mapper("Album").entity();
    this.label = mappers.mapper("Label").entity();
    this.genre = mappers.mapper("Genre").entity();
  }

  void addTo(Map<String, ClauseElement> cases) {
    addSubqueries(cases);
    addExists(cases);
    addUnions(cases);
    addFromStatements(cases);
    addBundles(cases);
    addOptions(cases);
    addCriteria(cases);
  }

  private Query bandsWhere(ColumnElement condition) {
    return Query.of(band).filter(condition);
  }

  private ColumnElement id() {
    return band.attr("id");
  }

  private Query albumsOfBand() {
    return Query.of(album).filter(album.attr("band_id").eq(id()));
  }

  private Query albumCounts() {
    return Query.of(album.attr("band_id"), Functions.count(album.attr("id")).label("n"))
        .groupBy(album.attr("band_id"));
  }

  private void addSubqueries(Map<String, ClauseElement> cases) {
    FromClause old = bandsWhere(band.attr("founded").lt(1980)).subquery();
    cases.put(
        "orm_nested_query_subquery_filtered",
        Query.of(old.c("name"), old.c("id")).orderBy(old.c("id")));
    cases.put(
        "orm_nested_query_subquery_named",
        Query.of(Query.of(id(), band.attr("name")).filter(id().lt(3)).subquery("few")));
    FromClause counts = albumCounts().subquery();
    cases.put(
        "orm_nested_query_subquery_joined",
        Query.of(band, counts.c("n"))
            .outerjoin(counts, id().eq(counts.c("band_id")))
            .orderBy(id()));
    cases.put(
        "orm_nested_query_scalar_subquery",
        Query.of(
                band.attr("name"),
                Query.of(Functions.count(album.attr("id")))
                    .filter(album.attr("band_id").eq(id()))
                    .correlate(band)
                    .scalarSubquery()
                    .label("n"))
            .orderBy(id()));
    Cte named = albumCounts().cte("counts");
    cases.put(
        "orm_nested_query_cte",
        Query.of(band.attr("name"), named.c("n"))
            .join(named, id().eq(named.c("band_id")))
            .orderBy(id()));
    AliasedEntity ofCte = band.aliased(bandsWhere(band.attr("founded").lt(1980)).cte());
    cases.put("orm_nested_query_cte_of_entity", Query.of(ofCte));
  }

  private void addExists(Map<String, ClauseElement> cases) {
    cases.put("orm_nested_query_exists", bandsWhere(albumsOfBand().exists()).orderBy(id()));
    cases.put(
        "orm_nested_query_not_exists", bandsWhere(albumsOfBand().exists().not()).orderBy(id()));
    cases.put("orm_nested_query_of_exists", Query.of(bandsWhere(id().eq(1)).exists()));
  }

  private void addUnions(Map<String, ClauseElement> cases) {
    cases.put(
        "orm_nested_query_union",
        bandsWhere(id().eq(1)).union(bandsWhere(id().eq(3))).orderBy(id()));
    cases.put(
        "orm_nested_query_union_all",
        bandsWhere(id().lt(3)).unionAll(bandsWhere(id().lt(2))).orderBy(id()));
    cases.put(
        "orm_nested_query_union_three",
        Query.of(label)
            .filter(label.attr("id").eq(1))
            .union(
                Query.of(label).filter(label.attr("id").eq(2)),
                Query.of(label).filter(label.attr("id").eq(3)))
            .orderBy(label.attr("name")));
    cases.put(
        "orm_nested_query_union_filter_after",
        bandsWhere(id().lt(4))
            .union(bandsWhere(id().gt(4)))
            .filter(band.attr("country").eq("GB"))
            .orderBy(id()));
    cases.put(
        "orm_nested_query_union_join_after",
        bandsWhere(id().eq(1))
            .union(bandsWhere(id().eq(2)))
            .join(band.rel("albums"))
            .orderBy(id()));
    cases.put(
        "orm_nested_query_union_eager",
        bandsWhere(id().eq(1))
            .union(bandsWhere(id().eq(3)))
            .options(joinedload(band.rel("albums")))
            .orderBy(id()));
    cases.put(
        "orm_nested_query_except",
        Query.of(band).except(bandsWhere(band.attr("country").eq("GB"))).orderBy(id()));
    cases.put(
        "orm_nested_query_intersect",
        Query.of(band.attr("country"))
            .intersect(Query.of(label.attr("country")))
            .orderBy(band.attr("country")));
  }

  private void addFromStatements(Map<String, ClauseElement> cases) {
    cases.put(
        "orm_nested_select_from_statement_union",
        Select.of(band)
            .fromStatement(
                Select.of(band).where(id().eq(1)).unionAll(Select.of(band).where(id().eq(3)))));
    cases.put(
        "orm_nested_select_from_statement_text",
        Select.of(label)
            .fromStatement(Sql.text("SELECT id, name, country_code FROM labels ORDER BY name")));
    cases.put(
        "orm_nested_select_from_statement_eager",
        Select.of(band)
            .fromStatement(Select.of(band).where(id().lt(3)))
            .options(selectinload(band.rel("albums"))));
    cases.put(
        "orm_nested_query_from_statement_text",
        Query.of(label)
            .fromStatement(Sql.text("SELECT * FROM labels WHERE id < :top ORDER BY id"))
            .params(Map.of("top", 3)));
  }

  private void addBundles(Map<String, ClauseElement> cases) {
    Bundle bundle = Bundle.of("b", id(), band.attr("name"));
    cases.put("orm_columns_select_bundle", Select.of(bundle).orderBy(id()));
    cases.put("orm_columns_query_bundle", Query.of(bundle).orderBy(id()));
    cases.put(
        "orm_columns_select_bundle_two",
        Select.of(
                Bundle.of("band", id(), band.attr("name")),
                Bundle.of("album", album.attr("id"), album.attr("title")))
            .join(band.rel("albums"))
            .orderBy(album.attr("id")));
    cases.put(
        "orm_columns_query_bundle_nested",
        Query.of(
                Bundle.of(
                    "outer", id(), Bundle.of("inner", band.attr("name"), band.attr("country"))))
            .orderBy(id()));
  }

  private void addOptions(Map<String, ClauseElement> cases) {
    cases.put(
        "orm_loaders_select_children_recursion",
        Select.of(genre)
            .where(genre.attr("parent_id").isNull())
            .options(selectinload(genre.rel("children"), -1))
            .orderBy(genre.attr("id")));
    cases.put(
        "orm_loaders_query_children_recursion_two",
        Query.of(genre)
            .where(genre.attr("parent_id").isNull())
            .options(immediateload(genre.rel("children"), 2))
            .orderBy(genre.attr("id")));
    cases.put(
        "orm_entities_query_method_yield_per",
        Query.of(label).yieldPer(2).orderBy(label.attr("id")));
    cases.put(
        "orm_entities_select_yield_per",
        Select.of(label).executionOptions(Map.of("yield_per", 2)).orderBy(label.attr("id")));
    cases.put(
        "orm_entities_query_populate_existing",
        Query.of(label)
            .executionOptions(Map.of("populate_existing", true))
            .orderBy(label.attr("id")));
  }

  private void addCriteria(Map<String, ClauseElement> cases) {
    ColumnElement late = album.attr("year").gt(1975);
    cases.put(
        "orm_criteria_select_entity",
        Select.of(album).options(withLoaderCriteria(album, late)).orderBy(album.attr("id")));
    cases.put(
        "orm_criteria_query_joined",
        Query.of(band)
            .options(joinedload(band.rel("albums")), withLoaderCriteria(album, late))
            .orderBy(id()));
    cases.put(
        "orm_criteria_select_outer_joined_to",
        Select.of(band.attr("name"), album.attr("title"))
            .outerjoin(band.rel("albums"))
            .options(withLoaderCriteria(album, late))
            .orderBy(id()));
    AliasedEntity other = album.aliased();
    cases.put(
        "orm_criteria_select_aliased_included",
        Select.of(other).options(withLoaderCriteria(album, late, true)).orderBy(other.attr("id")));
  }
}
