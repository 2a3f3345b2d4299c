package dev.brine.codec;

import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Frame;
import dev.brine.expr.FunctionFilter;
import dev.brine.expr.FunctionOrderBy;
import dev.brine.expr.Over;
import dev.brine.expr.WithinGroup;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.PythonClasses;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions over a window or some of the rows (rel_2_0_52, {@code sql/elements.py}). */
final class WindowCodecs {

  private static final PyGlobal OVER = PythonClasses.element("Over");

  /** The ends by the numbers of SQLAlchemy's {@code _OverRange}. */
  private static final List<Frame.Bound> OVER_RANGES =
      List.of(Frame.Named.UNBOUNDED, Frame.Named.CURRENT_ROW);

  private static final PyGlobal OVER_RANGE = PythonClasses.element("_OverRange");
  private static final PyGlobal WITHIN_GROUP = PythonClasses.element("WithinGroup");

  /** Of 2.1 alone: no other target has this name. */
  private static final PyGlobal FUNCTION_ORDER_BY = PythonClasses.element("AggregateOrderBy");

  private static final PyGlobal FUNCTION_FILTER = PythonClasses.element("FunctionFilter");

  /** Where the arguments of {@code Over} keep a frame of each unit. */
  private static final List<Frame.Unit> UNITS =
      List.of(Frame.Unit.RANGE, Frame.Unit.ROWS, Frame.Unit.GROUPS);

  private static final int FIRST_UNIT = 3;
  private static final int EXCLUDE = 6;

  static final List<NodeCodec<?>> ALL =
      List.of(
          NodeCodec.of(Over.class, OVER, WindowCodecs::over, WindowCodecs::encodeOver),
          NodeCodec.of(
              WithinGroup.class,
              WITHIN_GROUP,
              in -> new WithinGroup(function(in), orderBy(in)),
              (within, out) -> call(WITHIN_GROUP, within.element(), within.orderBy(), out)),
          NodeCodec.of(
              FunctionOrderBy.class,
              FUNCTION_ORDER_BY,
              WindowCodecs::functionOrderBy,
              (ordered, out) -> call(FUNCTION_ORDER_BY, ordered.element(), ordered.orderBy(), out)),
          // By a call: up to 2.0.19 Python cannot load one that is made without it.
          NodeCodec.of(
              FunctionFilter.class,
              FUNCTION_FILTER,
              WindowCodecs::filter,
              (filter, out) ->
                  PyObject.reduce(
                      FUNCTION_FILTER,
                      out.element(filter.element()),
                      out.element(filter.criterion()))));

  private WindowCodecs() {}

  /** Rebuilt by a call; groups is there from 2.0.40 on, and behind it exclude from 2.1 on. */
  private static Over over(NodeReader in) {
    return new Over(function(in), elements(in, 1), elements(in, 2), frame(in));
  }

  private static List<ColumnElement> elements(NodeReader in, int index) {
    Object argument = in.argument(index);
    if (argument == PyNone.NONE) {
      return List.of();
    }
    ColumnElement list = in.decoder().column(argument, in.argumentPath(index));
    if (list instanceof ClauseList clauses) {
      return clauses.clauses();
    }
    throw in.refuse("elements that are no list");
  }

  private static @Nullable Frame frame(NodeReader in) {
    for (int i = 0; i < UNITS.size(); i++) {
      int index = FIRST_UNIT + i;
      if (index < in.argumentCount() && in.argument(index) != PyNone.NONE) {
        List<Object> bounds = in.itemsOf(in.argument(index), in.argumentPath(index));
        if (bounds.size() != 2) {
          throw in.refuse("a frame that has not two ends");
        }
        return new Frame(
            UNITS.get(i), bound(in, bounds.get(0)), bound(in, bounds.get(1)), exclude(in));
      }
    }
    if (exclude(in) != null) {
      throw in.refuse("rows excluded from no frame");
    }
    return null;
  }

  private static @Nullable String exclude(NodeReader in) {
    return EXCLUDE < in.argumentCount() && in.argument(EXCLUDE) != PyNone.NONE
        ? in.decoder().text(in.argument(EXCLUDE), in.argumentPath(EXCLUDE))
        : null;
  }

  private static Frame.Bound bound(NodeReader in, Object end) {
    if (end instanceof Long || end == PyNone.NONE) {
      return Frame.bound(end instanceof Long distance ? distance : null);
    }
    if (end instanceof PyObject call
        && call.className().equals(OVER_RANGE.path())
        && call.typeArgs().size() == 1
        && call.typeArgs().get(0) instanceof Long number
        && number >= 0
        && number < OVER_RANGES.size()) {
      return OVER_RANGES.get(number.intValue());
    }
    throw in.refuse("an end of a frame");
  }

  private static Object encodeOver(Over over, ExprToGraph out) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(out.element(over.element()));
    arguments.add(clauses(over.partitionBy(), out));
    arguments.add(clauses(over.orderBy(), out));
    Frame frame = over.frame();
    for (Frame.Unit unit : UNITS) {
      arguments.add(
          frame != null && frame.unit() == unit
              ? PyTuple.of(encode(frame.start()), encode(frame.end()))
              : PyNone.NONE);
    }
    if (frame != null && frame.exclude() != null) {
      arguments.add(frame.exclude());
    } else if (frame == null || frame.unit() != Frame.Unit.GROUPS) {
      // Before 2.0.40 it was made without groups.
      arguments.remove(arguments.size() - 1);
    }
    return PyObject.reduce(OVER, arguments.toArray());
  }

  private static Object clauses(List<ColumnElement> elements, ExprToGraph out) {
    return elements.isEmpty() ? PyNone.NONE : out.element(ClauseList.comma(elements));
  }

  /** As a user says it, and not by {@code _OverRange}, which 1.4, 2.0.0 and 2.1 misunderstand. */
  private static Object encode(Frame.Bound bound) {
    if (bound instanceof Frame.Offset offset) {
      return offset.distance();
    }
    return bound == Frame.Named.UNBOUNDED ? PyNone.NONE : (Object) 0L;
  }

  /** What is rebuilt by a call with the function and what it orders by. */
  private static ColumnElement function(NodeReader in) {
    return in.decoder().column(in.argument(0), in.argumentPath(0));
  }

  private static List<ColumnElement> orderBy(NodeReader in) {
    List<ColumnElement> orderBy = new ArrayList<>();
    for (int i = 1; i < in.argumentCount(); i++) {
      orderBy.add(in.decoder().column(in.argument(i), in.argumentPath(i)));
    }
    return orderBy;
  }

  private static FunctionOrderBy functionOrderBy(NodeReader in) {
    List<ColumnElement> orderBy = orderBy(in);
    if (orderBy.isEmpty()) {
      throw in.refuse("an order by nothing");
    }
    return new FunctionOrderBy(function(in), orderBy);
  }

  private static Object call(
      PyGlobal cls, ColumnElement function, List<ColumnElement> orderBy, ExprToGraph out) {
    List<Object> arguments = new ArrayList<>(List.of(out.element(function)));
    arguments.addAll(out.elements(orderBy));
    return PyObject.reduce(cls, arguments.toArray());
  }

  private static FunctionFilter filter(NodeReader in) {
    // It is the function's.
    in.find("type");
    ColumnElement criterion = in.columnOrNull("criterion");
    if (criterion == null) {
      throw in.refuse("a filter without a criterion");
    }
    return new FunctionFilter(in.column("func"), criterion);
  }
}
