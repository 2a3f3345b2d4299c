package dev.brine.jooq;

import dev.brine.expr.ColumnElement;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.QOM;

/** What jOOQ orders by; see {@link FieldImport}. */
// jOOQ's accessors give wildcards that only jOOQ can match up again.
@SuppressWarnings("rawtypes")
final class SortImport {

  /** An order and its mirror. */
  record SortTwin(ColumnElement element, SortField<?> mirror) {}

  private final FieldImport fields;

  SortImport(FieldImport fields) {
    this.fields = fields;
  }

  SortTwin read(SortField<?> sort) {
    Twin<Field> read = fields.readOrdinal(sort.$field());
    ColumnElement element = read.element();
    SortField<?> mirror = read.mirror().sort(sort.$sortOrder());
    element =
        switch (sort.$sortOrder()) {
          case ASC -> element.asc();
          case DESC -> element.desc();
          case DEFAULT -> element;
        };
    if (sort.$nullOrdering() == QOM.NullOrdering.NULLS_FIRST) {
      return new SortTwin(element.nullsFirst(), mirror.nullsFirst());
    }
    return sort.$nullOrdering() == QOM.NullOrdering.NULLS_LAST
        ? new SortTwin(element.nullsLast(), mirror.nullsLast())
        : new SortTwin(element, mirror);
  }
}
