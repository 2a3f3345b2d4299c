package dev.brine;

import static dev.brine.expr.LoaderOptions.defaultload;
import static dev.brine.expr.LoaderOptions.joinedload;
import static dev.brine.expr.LoaderOptions.selectinload;
import static dev.brine.expr.LoaderOptions.subqueryload;
import static dev.brine.orm.compile.Relationships.any;
import static dev.brine.orm.compile.Relationships.has;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.Load;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Select;
import dev.brine.mapping.MapperRegistry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Queries of {@code python-fixtures/orm}, by their names there, written in Java. */
public final class OrmCases {

  private final MapperRegistry mappers;
  private final MappedClass band;
  private final MappedClass album;
  private final MappedClass label;
  private final MappedClass track;
  private final MappedClass genre;

  public OrmCases(MapperRegistry mappers) {
    this.mappers = mappers;
    this.band = entity("Band");
    this.album = entity("Album");
    this.label = entity("Label");
    this.track = entity("Track");
    this.genre = entity("Genre");
  }

  private MappedClass entity(String name) {
    return mappers.mapper(name).entity();
  }

  private Select bands() {
    return Select.of(band);
  }

  private Select byBand(Select select) {
    return select.orderBy(band.attr("id"));
  }

  public Map<String, ClauseElement> all() {
    Map<String, ClauseElement> cases = new LinkedHashMap<>();
    addJoins(cases);
    addCriteria(cases);
    addOptions(cases);
    new OrmJoinCases(mappers).addTo(cases);
    new OrmNestedCases(mappers).addTo(cases);
    new OrmInstanceCases(mappers).addTo(cases);
    new OrmChangeCases(mappers).addTo(cases);
    return cases;
  }

  /** Those that can be compiled but not be dumped. */
  Map<String, ClauseElement> lossy() {
    Map<String, ClauseElement> cases = new LinkedHashMap<>();
    new OrmJoinCases(mappers).addLossyTo(cases);
    return cases;
  }

  private void addJoins(Map<String, ClauseElement> cases) {
    cases.put("orm_joins_select_relationship", byBand(bands().join(band.rel("albums"))));
    cases.put(
        "orm_joins_select_relationship_where",
        bands()
            .join(band.rel("albums"))
            .where(album.attr("year").gt(1975))
            .orderBy(band.attr("id"), album.attr("id")));
    cases.put(
        "orm_joins_select_relationship_both",
        Select.of(band, album).join(band.rel("albums")).orderBy(album.attr("id")));
    cases.put(
        "orm_joins_select_relationship_outer",
        Select.of(band, album)
            .outerjoin(band.rel("albums"))
            .orderBy(band.attr("id"), album.attr("id")));
    cases.put(
        "orm_joins_select_chain",
        Select.of(band.attr("name"), track.attr("title"))
            .join(band.rel("albums"))
            .join(album.rel("tracks"))
            .orderBy(album.attr("id"), track.attr("position")));
  }

  private void addCriteria(Map<String, ClauseElement> cases) {
    cases.put("orm_relationships_select_any", byBand(bands().where(any(band.rel("albums")))));
    cases.put(
        "orm_relationships_select_any_criterion",
        byBand(bands().where(any(band.rel("albums"), album.attr("year").gt(1975)))));
    cases.put(
        "orm_relationships_select_not_any", byBand(bands().where(any(band.rel("albums")).not())));
    cases.put(
        "orm_relationships_select_any_many_to_many",
        Select.of(album)
            .where(any(album.rel("genres"), genre.attr("name").eq("prog")))
            .orderBy(album.attr("id")));
    cases.put(
        "orm_relationships_select_any_self_nested",
        Select.of(genre)
            .where(any(genre.rel("children"), genre.attr("id").gt(2)))
            .orderBy(genre.attr("id")));
    cases.put(
        "orm_relationships_select_any_nested",
        byBand(
            bands()
                .where(
                    any(
                        band.rel("albums"),
                        any(album.rel("tracks"), track.attr("seconds").gt(1000))))));
    cases.put(
        "orm_relationships_select_has_criterion",
        Select.of(album)
            .where(has(album.rel("band"), band.attr("country").eq("GB")))
            .orderBy(album.attr("id")));
  }

  private void addOptions(Map<String, ClauseElement> cases) {
    cases.put(
        "orm_loaders_select_joined_innerjoin",
        Select.of(album).options(joinedload(album.rel("band"), true)).orderBy(album.attr("id")));
    cases.put(
        "orm_loaders_select_two_options",
        Select.of(album)
            .options(joinedload(album.rel("band")), selectinload(album.rel("tracks")))
            .orderBy(album.attr("id")));
    cases.put(
        "orm_loaders_select_chain_joined",
        byBand(bands().options(joinedload(band.rel("albums")).joinedload(album.rel("tracks")))));
    cases.put(
        "orm_loaders_select_chain_subquery",
        byBand(
            bands().options(subqueryload(band.rel("albums")).subqueryload(album.rel("tracks")))));
    cases.put(
        "orm_loaders_select_chain_defaultload",
        byBand(bands().options(defaultload(band.rel("albums")).joinedload(album.rel("label")))));
    cases.put(
        "orm_loaders_select_chain_siblings",
        byBand(
            bands()
                .options(
                    selectinload(band.rel("albums"))
                        .options(
                            joinedload(album.rel("label")), selectinload(album.rel("genres"))))));
    cases.put(
        "orm_loaders_select_chain_siblings_load_only",
        byBand(
            bands()
                .options(
                    selectinload(band.rel("albums"))
                        .options(
                            Load.of(album).loadOnly(album.attr("title")),
                            joinedload(album.rel("label")).loadOnly(label.attr("name"))))));
    cases.put(
        "orm_loaders_select_Load",
        byBand(bands().options(Load.of(band).joinedload(band.rel("albums")))));
  }
}
