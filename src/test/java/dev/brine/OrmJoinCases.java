package dev.brine;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.Functions;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.mapping.MapperRegistry;
import java.util.Map;

/** Joins of {@code python-fixtures/orm/joins.py}, by their names there, written in Java. */
final class OrmJoinCases {

  private final MappedClass band;
  private final MappedClass album;
  private final MappedClass label;
  private final MappedClass genre;
  private final MappedClass executive;
  private final MappedClass track;

  OrmJoinCases(MapperRegistry mappers) {
    this.band = mappers.mapper("Band").entity();
    this.album = mappers.mapper("Album").entity();
    this.label = mappers.mapper("Label").entity();
    this.genre = mappers.mapper("Genre").entity();
    this.executive = mappers.mapper("Executive").entity();
    this.track = mappers.mapper("Track").entity();
  }

  private Select namesAndTitles() {
    return Select.of(band.attr("name"), album.attr("title"));
  }

  private Query queryOfNamesAndTitles() {
    return Query.of(band.attr("name"), album.attr("title"));
  }

  void addTo(Map<String, ClauseElement> cases) {
    addRelationships(cases);
    addTargets(cases);
    addAliases(cases);
  }

  private void addRelationships(Map<String, ClauseElement> cases) {
    cases.put(
        "orm_joins_query_relationship",
        Query.of(band).join(band.rel("albums")).orderBy(band.attr("id")));
    cases.put(
        "orm_joins_query_relationship_where",
        Query.of(band)
            .join(band.rel("albums"))
            .filter(album.attr("year").gt(1975))
            .orderBy(band.attr("id"), album.attr("id")));
    cases.put(
        "orm_joins_query_relationship_isouter",
        queryOfNamesAndTitles()
            .outerjoin(band.rel("albums"))
            .orderBy(band.attr("id"), album.attr("id")));
    cases.put(
        "orm_joins_query_relationship_full",
        queryOfNamesAndTitles()
            .fullJoin(band.rel("albums"))
            .orderBy(band.attr("id"), album.attr("id")));
    cases.put(
        "orm_joins_select_relationship_full",
        namesAndTitles().fullJoin(band.rel("albums")).orderBy(band.attr("id"), album.attr("id")));
    cases.put(
        "orm_joins_select_many_to_many",
        Select.of(album)
            .join(album.rel("genres"))
            .where(genre.attr("name").eq("prog"))
            .orderBy(album.attr("id")));
    cases.put(
        "orm_joins_select_two_from_one",
        Select.of(album.attr("title"), band.attr("name"), label.attr("name"))
            .join(album.rel("band"))
            .outerjoin(album.rel("label"))
            .orderBy(album.attr("id")));
    cases.put(
        "orm_joins_query_group",
        Query.of(band.attr("name"), Functions.count(album.attr("id")))
            .outerjoin(band.rel("albums"))
            .groupBy(band.attr("id"), band.attr("name"))
            .orderBy(band.attr("id")));
  }

  private void addTargets(Map<String, ClauseElement> cases) {
    cases.put("orm_joins_select_entity", namesAndTitles().join(album).orderBy(album.attr("id")));
    cases.put(
        "orm_joins_query_entity_outer",
        Query.of(album.attr("title"), label.attr("name"))
            .outerjoin(label)
            .orderBy(album.attr("id")));
    cases.put(
        "orm_joins_select_entity_on_and",
        namesAndTitles()
            .join(
                album,
                Sql.and(band.attr("id").eq(album.attr("band_id")), album.attr("price").gt(10)))
            .orderBy(album.attr("id")));
    cases.put(
        "orm_joins_query_entity_along",
        queryOfNamesAndTitles().join(album, band.rel("albums")).orderBy(album.attr("id")));
    cases.put(
        "orm_joins_select_entity_along_outer",
        namesAndTitles()
            .outerjoin(album, band.rel("albums"))
            .orderBy(band.attr("id"), album.attr("id")));
    cases.put(
        "orm_joins_select_select_from",
        Select.of(album.attr("title"))
            .selectFrom(band)
            .join(band.rel("albums"))
            .orderBy(album.attr("id")));
    cases.put(
        "orm_joins_query_select_from_other",
        Query.of(Functions.count(track.attr("position")))
            .selectFrom(album)
            .join(album.rel("tracks"))
            .filter(album.attr("year").eq(1971)));
    cases.put(
        "orm_joins_select_join_from_along",
        namesAndTitles().joinFrom(band, album, band.rel("albums")).orderBy(album.attr("id")));
    cases.put(
        "orm_joins_select_join_from_outer",
        namesAndTitles()
            .outerjoinFrom(band, album, band.rel("albums"))
            .orderBy(band.attr("id"), album.attr("id")));
    cases.put(
        "orm_joins_select_outerjoin_from",
        Select.of(label.attr("name"), album.attr("title"))
            .outerjoinFrom(label, album)
            .orderBy(label.attr("id"), album.attr("id")));
    cases.put(
        "orm_joins_select_reset_left",
        Select.of(band.attr("name"), album.attr("title"), label.attr("name"))
            .selectFrom(album)
            .join(album.rel("band"))
            .join(label, album.rel("label"))
            .orderBy(album.attr("id")));
  }

  private void addAliases(Map<String, ClauseElement> cases) {
    AliasedEntity any = album.aliased();
    cases.put(
        "orm_joins_select_to_aliased",
        Select.of(band.attr("name"), any.attr("title"))
            .join(any, band.rel("albums"))
            .orderBy(any.attr("id")));
    cases.put(
        "orm_joins_query_to_aliased",
        Query.of(band.attr("name"), any.attr("title"))
            .join(any, band.rel("albums"))
            .orderBy(any.attr("id")));
    AliasedEntity named = album.aliased("record");
    cases.put(
        "orm_joins_select_to_aliased_on",
        Select.of(band.attr("name"), named)
            .join(
                named,
                Sql.and(band.attr("id").eq(named.attr("band_id")), named.attr("year").gt(1975)))
            .orderBy(named.attr("id")));
    AliasedEntity from = band.aliased();
    cases.put(
        "orm_joins_select_from_aliased",
        Select.of(from.attr("name"), album.attr("title"))
            .join(from.rel("albums"))
            .where(from.attr("country").eq("GB"))
            .orderBy(album.attr("id")));
    AliasedEntity child = genre.aliased("child");
    AliasedEntity mother = genre.aliased("mother");
    cases.put(
        "orm_joins_query_self_three_levels",
        Query.of(child.attr("name"), mother.attr("name"), genre.attr("name"))
            .selectFrom(child)
            .join(mother, child.rel("parent"))
            .join(genre, mother.rel("parent"))
            .orderBy(child.attr("id")));
    AliasedEntity other = band.aliased();
    cases.put(
        "orm_joins_select_similar_aliased",
        Select.of(band.attr("name"), other.attr("name"))
            .join(other, band.rel("similar"))
            .orderBy(band.attr("id"), other.attr("id")));
  }

  /** Those of which a dump holds less. */
  void addLossyTo(Map<String, ClauseElement> cases) {
    AliasedEntity any = album.aliased();
    cases.put(
        "orm_joins_select_of_type_subclass",
        Select.of(band.attr("name"), executive.attr("title"))
            .join(band.rel("manager").ofType(executive))
            .orderBy(band.attr("id")));
    cases.put(
        "orm_joins_select_of_type_aliased",
        Select.of(band.attr("name"), any.attr("title"))
            .join(band.rel("albums").ofType(any))
            .orderBy(any.attr("id")));
  }
}
