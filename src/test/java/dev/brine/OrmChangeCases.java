package dev.brine;

import static dev.brine.orm.compile.CompositeValues.isComposite;
import static dev.brine.orm.compile.CompositeValues.isNotComposite;
import static dev.brine.orm.compile.Relationships.any;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.mapping.MapperRegistry;
import java.util.Map;

/**
 * Changes, composites and {@code filter_by()} of {@code python-fixtures/orm}, by their names there,
 * written in Java.
 */
final class OrmChangeCases {

  private final MappedClass band;
  private final MappedClass album;
  private final MappedClass label;
  private final MappedClass note;

  OrmChangeCases(MapperRegistry mappers) {
    this.band = mappers.mapper("Band").entity();
    this.album = mappers.mapper("Album").entity();
    this.label = mappers.mapper("Label").entity();
    this.note = mappers.mapper("Note").entity();
  }

  void addTo(Map<String, ClauseElement> cases) {
    addInserts(cases);
    addUpdates(cases);
    addDeletes(cases);
    addComposites(cases);
    addFilters(cases);
  }

  private void addInserts(Map<String, ClauseElement> cases) {
    cases.put(
        "orm_changes_insert_returning_entity",
        Sql.insert(label).value("name", "New").value("country", "DE").returning(label));
    cases.put(
        "orm_changes_insert_returning_columns",
        Sql.insert(label).value("name", "New").returning(label.attr("id"), label.attr("name")));
  }

  private void addUpdates(Map<String, ClauseElement> cases) {
    cases.put("orm_changes_update_all", Sql.update(label).value("country", "XX"));
    cases.put(
        "orm_changes_update_returning_entity",
        Sql.update(label).where(label.attr("id").lt(3)).value("country", "XX").returning(label));
    cases.put(
        "orm_changes_update_in_subquery",
        Sql.update(band)
            .where(
                band.attr("id")
                    .in(Select.of(album.attr("band_id")).where(album.attr("year").gt(1978))))
            .value("country", "XX"));
    cases.put(
        "orm_changes_update_any",
        Sql.update(band).where(any(band.rel("albums")).not()).value("country", "XX"));
    cases.put(
        "orm_changes_update_synchronize_fetch",
        Sql.update(band)
            .where(band.attr("id").lt(3))
            .value("founded", 1)
            .executionOptions(Map.of("synchronize_session", "fetch")));
  }

  private void addDeletes(Map<String, ClauseElement> cases) {
    cases.put("orm_changes_delete", Sql.delete(note).where(note.attr("topic").eq("sound")));
    cases.put(
        "orm_changes_delete_returning_entity",
        Sql.delete(note).where(note.attr("id").lt(3)).returning(note));
  }

  private void addComposites(Map<String, ClauseElement> cases) {
    ColumnElement isThere = isComposite(band, "origin", 51.5, -0.12);
    ColumnElement isElsewhere = isNotComposite(band, "origin", 51.5, -0.12);
    cases.put(
        "orm_columns_select_composite_equals",
        Select.of(band).where(isThere).orderBy(band.attr("id")));
    cases.put(
        "orm_columns_query_composite_equals",
        Query.of(band).filter(isThere).orderBy(band.attr("id")));
    cases.put(
        "orm_columns_select_composite_not_equals",
        Select.of(band).where(isElsewhere).orderBy(band.attr("id")));
  }

  private void addFilters(Map<String, ClauseElement> cases) {
    cases.put(
        "orm_joins_query_many_to_one",
        Query.of(album).join(album.rel("band")).filterBy("name", "The Slits"));
    cases.put(
        "orm_joins_select_many_to_one",
        Select.of(album).join(album.rel("band")).filterBy("name", "The Slits"));
    cases.put(
        "orm_nested_query_union_limit",
        Query.of(band)
            .filter(band.attr("id").lt(3))
            .union(Query.of(band).filter(band.attr("id").gt(4)))
            .orderBy(band.attr("id"))
            .limit(3));
  }
}
