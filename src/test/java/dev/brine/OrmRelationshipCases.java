package dev.brine;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.mapping.Entity;
import dev.brine.mapping.EntityValues;
import dev.brine.mapping.MapperRegistry;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Operators of relationships of {@code python-fixtures/orm/relationships.py}, by their names there,
 * written in Java as methods of the attributes.
 */
final class OrmRelationshipCases {

  private final MapperRegistry mappers;
  private final MappedClass band;
  private final MappedClass album;
  private final MappedClass genre;
  private final MappedClass musician;
  private final MappedClass person;
  private final MappedClass track;

  OrmRelationshipCases(MapperRegistry mappers) {
    this.mappers = mappers;
    this.band = mappers.mapper("Band").entity();
    this.album = mappers.mapper("Album").entity();
    this.genre = mappers.mapper("Genre").entity();
    this.musician = mappers.mapper("Musician").entity();
    this.person = mappers.mapper("Person").entity();
    this.track = mappers.mapper("Track").entity();
  }

  void addTo(Map<String, ClauseElement> cases) {
    addAny(cases);
    addHas(cases);
    addEntities(cases);
  }

  private void addAny(Map<String, ClauseElement> cases) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("title", "Cut");
    values.put("year", 1979);
    put(cases, "any", byId(band, band.rel("albums").any()));
    put(cases, "any_keyword", where(band, band.rel("albums").any(values)));
    put(cases, "not_any", byId(band, band.rel("albums").any().not()));
    put(cases, "any_self", where(genre, genre.rel("children").any("name", "prog")));
    put(cases, "any_dynamic", where(album, album.rel("reviews").any("stars", 5)));
    ColumnElement plays = musician.attr("instrument").eq("voice");
    put(cases, "any_subclass", byId(band, band.rel("members").any(plays)));
    ColumnElement guitar = musician.attr("instrument").eq("guitar");
    put(cases, "any_of_type", where(person, person.rel("pupils").ofType(musician).any(guitar)));
  }

  private void addHas(Map<String, ClauseElement> cases) {
    put(cases, "has", byId(album, album.rel("band").has()));
    put(cases, "has_criterion", byId(album, album.rel("band").has(band.attr("country").eq("GB"))));
    put(cases, "has_keyword", byId(album, album.rel("label").has("country", "GB")));
    put(cases, "has_self", byId(genre, genre.rel("parent").has("name", "rock")));
    put(
        cases,
        "has_nested",
        where(track, track.rel("album").has(album.rel("band").has("name", "Pink Floyd")))
            .orderBy(track.attr("album_id"), track.attr("position")));
  }

  private void addEntities(Map<String, ClauseElement> cases) {
    Entity floyd = entity("Band", Map.of("id", 1));
    put(cases, "equals", byId(album, album.rel("band").eq(floyd)));
    put(cases, "not_equals", byId(album, album.rel("band").ne(floyd)));
    put(cases, "equals_none", byId(album, album.rel("band").eq(null)));
    put(cases, "not_equals_none", byId(album, album.rel("band").ne(null)));
    Entity third = entity("Album", Map.of("id", 3, "band_id", 2));
    put(cases, "contains", where(band, band.rel("albums").contains(third)));
    put(
        cases,
        "contains_many_to_many",
        byId(album, album.rel("genres").contains(entity("Genre", Map.of("id", 3)))));
    put(cases, "with_parent", byId(album, band.rel("albums").withParent(floyd)));
    cases.put(
        "orm_relationships_query_with_parent",
        Query.of(album).withParent(floyd, band.rel("albums")).orderBy(album.attr("id")));
  }

  private Entity entity(String name, Map<String, ?> values) {
    EntityValues state = new EntityValues();
    values.forEach(state::put);
    return new Entity(mappers.mapper(name), state);
  }

  private static Select where(MappedClass entity, ColumnElement condition) {
    return Select.of(entity).where(condition);
  }

  private static Select byId(MappedClass entity, ColumnElement condition) {
    return where(entity, condition).orderBy(entity.attr("id"));
  }

  private static void put(Map<String, ClauseElement> cases, String name, Select select) {
    cases.put("orm_relationships_select_" + name, select);
  }
}
