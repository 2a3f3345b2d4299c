package dev.brine.orm;

import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.OrmAnnotations;
import dev.brine.expr.Rewriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a mapping's own expressions, marked so that they follow where the class is selected
 * from something else: SQLAlchemy's {@code _orm_adapt} annotation.
 */
final class Adaptable {

  private static final OrmAnnotations MARK = new OrmAnnotations(null, null, true, false);

  private Adaptable() {}

  /** One column. */
  static ColumnElement column(ColumnElement column) {
    return new AnnotatedColumn(column, MARK);
  }

  /** All the columns in expressions. */
  static List<ColumnElement> all(List<ColumnElement> elements) {
    Rewriter marking =
        new Rewriter() {
          @Override
          protected @Nullable ClauseElement replacement(ClauseElement element) {
            return element instanceof ColumnRef column ? Adaptable.column(column) : null;
          }
        };
    return elements.stream().map(marking::column).toList();
  }
}
