package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.Functions;
import dev.brine.expr.Sql;
import dev.brine.expr.TableValuedAlias;
import dev.brine.jooq.TableImport.FromTwin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Row;
import org.jooq.RowN;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** Tables that are written down where they are used: VALUES and GENERATE_SERIES, with an alias. */
// Class literals have no type arguments, and jOOQ's accessors give wildcards that only jOOQ can
// match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class DerivedImport {

  /** How one is made with its alias, whose columns are the fields of the whole. */
  private record Made(FromClause from, Table<?> mirror) {}

  private final FieldImport fields;

  DerivedImport(FieldImport fields) {
    this.fields = fields;
  }

  /** Of one without an alias it is not known what its columns are called. */
  private static JooqImportException nameless(Table<?> table) {
    return new JooqImportException(
        "the table " + table + " without an alias cannot be imported", "call as(name, columns)");
  }

  static void register(Handlers<FromTwin> handlers) {
    for (Class<? extends Table> kind :
        List.of(QOM.Values.class, QOM.GenerateSeries.class, QOM.WithOrdinalityTable.class)) {
      handlers.on(
          kind,
          table -> {
            throw nameless(table);
          });
    }
  }

  boolean isOne(Table<?> table) {
    return table instanceof QOM.Values<?>
        || table instanceof QOM.GenerateSeries<?>
        || (table instanceof QOM.WithOrdinalityTable<?> counted
            && counted.$table() instanceof QOM.GenerateSeries<?>);
  }

  /**
   * Reads one.
   *
   * @param whole the table with its alias, whose fields are called as the columns are
   */
  FromTwin read(Table<?> table, Name alias, Table<?> whole) {
    Name[] columns = Stream.of(whole.fields()).map(Field::getUnqualifiedName).toArray(Name[]::new);
    Made made;
    if (table instanceof QOM.Values<?> values) {
      made = values(values, alias, whole);
    } else if (table instanceof QOM.WithOrdinalityTable<?> counted) {
      Made series = series((QOM.GenerateSeries<?>) counted.$table(), alias, columns);
      TableValuedAlias valued = (TableValuedAlias) series.from();
      made =
          new Made(
              valued.withOrdinality(JooqNames.text(columns[1])), series.mirror().withOrdinality());
    } else {
      made = series((QOM.GenerateSeries<?>) table, alias, columns);
    }
    return new FromTwin(made.from(), made.mirror().as(alias, columns));
  }

  private Made values(QOM.Values<?> values, Name alias, Table<?> whole) {
    ColumnRef[] columns =
        Stream.of(whole.fields())
            .map(field -> Sql.column(field.getName(), JooqTypes.of(field.getDataType())))
            .toArray(ColumnRef[]::new);
    List<List<Object>> data = new ArrayList<>();
    List<RowN> mirrors = new ArrayList<>();
    for (Row row : values.$arg1()) {
      List<Object> elements = new ArrayList<>();
      List<Field<?>> mirror = new ArrayList<>();
      for (Field<?> field : row.$fields()) {
        Twin<Field> read = fields.read(field);
        elements.add(FieldImport.operand(field, read));
        mirror.add(read.mirror());
      }
      data.add(elements);
      mirrors.add(DSL.row(mirror));
    }
    return new Made(
        Sql.values(columns).named(JooqNames.text(alias)).data(data),
        DSL.values(mirrors.toArray(RowN[]::new)));
  }

  private Made series(QOM.GenerateSeries<?> series, Name alias, Name[] columns) {
    List<Field<?>> bounds =
        Stream.of(series.$from(), series.$to(), series.$step())
            .filter(Objects::nonNull)
            .<Field<?>>map(Field.class::cast)
            .toList();
    List<Twin<Field>> read = fields.readAll(bounds);
    Field[] mirrors = FieldImport.mirrors(read);
    FromClause from =
        Functions.func("generate_series", FieldImport.elements(read))
            .tableValued(JooqNames.text(columns[0]))
            .renderDerived(JooqNames.text(alias));
    return new Made(
        from,
        mirrors.length == 2
            ? DSL.generateSeries((Field<Integer>) mirrors[0], (Field<Integer>) mirrors[1])
            : DSL.generateSeries(
                (Field<Integer>) mirrors[0],
                (Field<Integer>) mirrors[1],
                (Field<Integer>) mirrors[2]));
  }
}
