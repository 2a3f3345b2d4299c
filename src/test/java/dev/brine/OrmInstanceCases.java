package dev.brine;

import static dev.brine.orm.compile.Instances.contains;
import static dev.brine.orm.compile.Instances.isOther;
import static dev.brine.orm.compile.Instances.isSame;
import static dev.brine.orm.compile.Instances.withParent;

import dev.brine.expr.AliasedEntity;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.mapping.Entity;
import dev.brine.mapping.EntityValues;
import dev.brine.mapping.MapperRegistry;
import java.util.Map;

/**
 * Comparisons of relationships with entities of {@code python-fixtures/orm/relationships.py}, by
 * their names there, written in Java.
 */
final class OrmInstanceCases {

  private final MapperRegistry mappers;
  private final MappedClass band;
  private final MappedClass album;
  private final MappedClass genre;
  private final MappedClass play;
  private final MappedClass track;

  OrmInstanceCases(MapperRegistry mappers) {
    this.mappers = mappers;
    this.band = mappers.mapper("Band").entity();
    this.album = mappers.mapper("Album").entity();
    this.genre = mappers.mapper("Genre").entity();
    this.play = mappers.mapper("Play").entity();
    this.track = mappers.mapper("Track").entity();
  }

  private Entity entity(String name, Map<String, ?> values) {
    EntityValues state = new EntityValues();
    values.forEach(state::put);
    return new Entity(mappers.mapper(name), state);
  }

  private Entity entity(String name, int id) {
    return entity(name, Map.of("id", id));
  }

  private Entity track() {
    return entity("Track", Map.of("album_id", 1, "position", 3));
  }

  private Select where(MappedClass entity, ColumnElement condition) {
    return Select.of(entity).where(condition).orderBy(entity.attr("id"));
  }

  private Query filtered(MappedClass entity, ColumnElement condition) {
    return Query.of(entity).filter(condition).orderBy(entity.attr("id"));
  }

  void addTo(Map<String, ClauseElement> cases) {
    addNone(cases);
    addEqual(cases);
    addContains(cases);
    addParents(cases);
  }

  private void addNone(Map<String, ClauseElement> cases) {
    put(cases, "equals_none", album, isSame(album.rel("band"), null));
    put(cases, "not_equals_none", album, isOther(album.rel("band"), null));
    put(cases, "one_to_many_equals_none", band, isSame(band.rel("albums"), null));
    put(cases, "one_to_one_equals_none", band, isSame(band.rel("profile"), null));
  }

  private void addEqual(Map<String, ClauseElement> cases) {
    put(cases, "equals", album, isSame(album.rel("band"), entity("Band", 1)));
    put(cases, "not_equals", album, isOther(album.rel("band"), entity("Band", 1)));
    put(cases, "equals_composite_key", play, isSame(play.rel("track"), track()));
    put(cases, "equals_self", genre, isSame(genre.rel("parent"), entity("Genre", 1)));
  }

  private void addContains(Map<String, ClauseElement> cases) {
    Entity third = entity("Album", Map.of("id", 3, "band_id", 2));
    cases.put(
        "orm_relationships_select_contains",
        Select.of(band).where(contains(band.rel("albums"), third)));
    ColumnElement ofGenre = contains(album.rel("genres"), entity("Genre", 3));
    put(cases, "contains_many_to_many", album, ofGenre);
    put(cases, "not_contains_many_to_many", album, ofGenre.not());
    put(cases, "contains_self", band, contains(band.rel("similar"), entity("Band", 2)));
  }

  private void addParents(Map<String, ClauseElement> cases) {
    Entity first = entity("Band", 1);
    put(cases, "with_parent", album, withParent(first, band.rel("albums")));
    put(
        cases,
        "with_parent_many_to_many",
        genre,
        withParent(entity("Album", 1), album.rel("genres")));
    cases.put(
        "orm_relationships_query_with_parent_many_to_one",
        Query.of(band)
            .filter(withParent(entity("Album", Map.of("id", 1, "band_id", 1)), album.rel("band"))));
    put(cases, "with_parent_composite_key", play, withParent(track(), track.rel("plays")));
    cases.put(
        "orm_relationships_select_with_parent_explicit",
        Select.of(track)
            .where(withParent(entity("Album", 1), album.rel("best_tracks")))
            .orderBy(track.attr("position")));
    AliasedEntity alias = album.aliased();
    cases.put(
        "orm_relationships_select_with_parent_aliased",
        Select.of(alias)
            .where(withParent(first, band.rel("albums").ofType(alias)))
            .orderBy(alias.attr("id")));
  }

  private void put(
      Map<String, ClauseElement> cases, String name, MappedClass entity, ColumnElement condition) {
    cases.put("orm_relationships_select_" + name, where(entity, condition));
    cases.put("orm_relationships_query_" + name, filtered(entity, condition));
  }
}
