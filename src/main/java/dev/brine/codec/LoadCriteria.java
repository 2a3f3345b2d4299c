package dev.brine.codec;

import dev.brine.expr.AnnotatedColumn;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.LoadElement;
import dev.brine.expr.LoaderPath;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.OrmAnnotations;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Rewriter;
import dev.brine.expr.TableRef;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyObject;
import dev.brine.shape.LoadElementState;
import dev.brine.shape.PythonClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code and_()} and {@code with_expression()} added to a loader option. SQLAlchemy leaves it
 * out of what it dumps, the conditions since 1.4.20 and the expressions since 2.0.25, and takes it
 * where it is there ({@code orm/strategy_options.py: _AttributeStrategyLoad.__setstate__}).
 *
 * <p>Since 2.0.15 the columns of a condition are those of what a relationship leads to only where
 * they say so ({@code orm/relationships.py: join_targets}), and the columns of tables in a dump say
 * nothing: the condition is annotated when it is loaded, by a call.
 */
final class LoadCriteria {

  private LoadCriteria() {}

  /**
   * All of an option.
   *
   * @param options from which the expression is taken that up to 2.0.24 was one of them
   * @param isEarly whether it is of 1.4, where all columns were those of what it leads to
   */
  static List<ColumnElement> read(
      NodeReader in, Map<String, @Nullable Object> options, LoaderPath path, boolean isEarly) {
    List<ColumnElement> criteria =
        new ArrayList<>(
            in.each(
                LoadElementState.CRITERIA,
                (node, at) -> {
                  ColumnElement read = in.decoder().column(node, at);
                  return isEarly || isAnnotated(node)
                      ? ofTarget(read, in.decoder().entity(last(path).entity(), at))
                      : read;
                }));
    if (options.remove(LoadElementState.EXPRESSION) instanceof ColumnElement expression
        && criteria.isEmpty()) {
      criteria.add(expression);
    }
    return criteria;
  }

  private static boolean isAnnotated(Object node) {
    return node instanceof PyObject call
        && call.className().equals(PythonClasses.DEEP_ANNOTATE.path());
  }

  private static LoaderPath.Step last(LoaderPath path) {
    return path.steps().get(path.steps().size() - 1);
  }

  private static ColumnElement ofTarget(ColumnElement condition, OrmEntity target) {
    OrmAnnotations notes = OrmAnnotations.of(target, null);
    return new Rewriter() {
      @Override
      protected @Nullable ClauseElement replacement(ClauseElement element) {
        if (element instanceof AnnotatedColumn) {
          return element;
        }
        return element instanceof ColumnRef column && column.table() instanceof TableRef
            ? new AnnotatedColumn(column, notes)
            : null;
      }
    }.column(condition);
  }

  static List<Object> write(LoadElement element, ExprToGraph out) {
    return element.extraCriteria().stream().map(each -> write(each, element, out)).toList();
  }

  private static Object write(ColumnElement condition, LoadElement element, ExprToGraph out) {
    LoaderPath.Step last = last(element.path());
    Object written = out.element(condition);
    return last.key() == null && isOfClass(condition)
        ? PyObject.reduce(
            PythonClasses.DEEP_ANNOTATE,
            written,
            new PyDict().put(Annotations.PARENT_MAPPER, last.entity()))
        : written;
  }

  private static boolean isOfClass(ClauseElement element) {
    return element instanceof MappedAttribute
        || (element instanceof AnnotatedColumn column
            && column.annotations().parentEntity() != null)
        || element.children().stream().anyMatch(LoadCriteria::isOfClass);
  }
}
