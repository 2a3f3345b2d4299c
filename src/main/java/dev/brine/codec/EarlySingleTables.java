package dev.brine.codec;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.Select;
import dev.brine.mapping.Mapper;
import dev.brine.series.EarlyQueryReshaping;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rows a Query up to 1.3 meant where it selected columns of a class that shares its table
 * with others. It noted the class beside the columns (rel_1_3_24, {@code orm/query.py:
 * _adjust_for_single_inheritance}); later series note it on the columns, which a dump does not
 * keep. So what tells the rows apart becomes a condition like any other.
 */
final class EarlySingleTables {

  private static final String ENABLED = "_enable_single_crit";

  private EarlySingleTables() {}

  /** The clauses of the Query with those conditions; classes must be mapped to have any. */
  static Select told(Select clauses, NodeReader in) {
    boolean isOff =
        Boolean.FALSE.equals(clauses.options().orm().compileOptions().getOrDefault(ENABLED, true));
    List<ColumnElement> criteria = new ArrayList<>();
    in.each(
        EarlyQueryReshaping.COLUMN_MAPPERS,
        (node, path) -> {
          ColumnElement criterion =
              !isOff && node instanceof Mapper mapper ? mapper.singleTableCriterion() : null;
          return criterion != null && criteria.add(criterion);
        });
    return criteria.isEmpty() ? clauses : clauses.where(criteria.toArray(ColumnElement[]::new));
  }
}
