package dev.brine.series;

import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Window functions as objects with a state, up to 1.2 (rel_1_2_19, {@code sql/elements.py}), and in
 * 2.1 with frames of their own (rel_2_1_0b3). Since 1.3 they are rebuilt by a call.
 */
final class WindowReshaping {

  private static final PyGlobal OVER = PythonClasses.element("Over");
  private static final PyGlobal WITHIN_GROUP = PythonClasses.element("WithinGroup");
  private static final PyGlobal FILTER = PythonClasses.element("FunctionFilter");
  private static final PyGlobal FRAME = PythonClasses.element("FrameClause");
  private static final PyGlobal OVER_RANGE = PythonClasses.element("_OverRange");

  private static final String ELEMENT = "element";
  private static final List<String> UNITS = List.of("range_", "rows", "groups");
  private static final int FIRST_UNIT = 3;

  /** The number of {@code _OverRange} for each symbol up to 1.4. */
  private static final Map<String, Long> SYMBOLS =
      Map.of("RANGE_UNBOUNDED", 0L, "RANGE_CURRENT", 1L);

  /** The numbers of {@code FrameClauseType}. */
  private static final long UNBOUNDED = 0;

  private static final long CURRENT = 1;
  private static final long PRECEDING = 2;

  static final List<ReshapingRule> RULES =
      List.of(
          ReshapingRule.renamed(OVER, "func", ELEMENT),
          ReshapingRule.of(OVER, ELEMENT, WindowReshaping::over),
          ReshapingRule.when(OVER, WindowReshaping::hasSymbols, WindowReshaping::symbols),
          ReshapingRule.of(WITHIN_GROUP, ELEMENT, WindowReshaping::withinGroup),
          // So Brine writes it, as earlier patch levels cannot load what they write themselves.
          ReshapingRule.when(
              FILTER, object -> object.arguments().size() == 2, WindowReshaping::filter));

  private WindowReshaping() {}

  private static void over(Reshaping object) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(object.take(ELEMENT));
    arguments.add(object.take("partition_by"));
    arguments.add(object.take("order_by"));
    UNITS.forEach(unit -> arguments.add(frame(object.take(unit))));
    Object exclude = object.take("exclude");
    if (exclude != PyNone.NONE) {
      arguments.add(exclude);
    }
    object.take("type");
    object.call(arguments);
  }

  private static void filter(Reshaping object) {
    List<Object> arguments = object.arguments();
    object.put("func", arguments.get(0)).put("criterion", arguments.get(1)).call(List.of());
  }

  private static Object frame(Object node) {
    if (!(node instanceof PyObject frame) || !frame.className().equals(FRAME.path())) {
      return node;
    }
    return PyTuple.of(
        end(frame.attribute("lower_type"), frame.attribute("lower_bind")),
        end(frame.attribute("upper_type"), frame.attribute("upper_bind")));
  }

  /** A distance before the current row is negative, one behind it positive. */
  private static Object end(@Nullable Object type, @Nullable Object bind) {
    Object number =
        type instanceof PyObject member && !member.typeArgs().isEmpty()
            ? member.typeArgs().get(0)
            : null;
    if (!(number instanceof Long kind)) {
      throw new NotUnderstood("an end of a frame");
    }
    if (kind == UNBOUNDED || kind == CURRENT) {
      return PyObject.reduce(OVER_RANGE, kind);
    }
    if (bind instanceof PyObject distance && Binds.value(distance) instanceof Long rows) {
      return kind == PRECEDING ? -rows : rows;
    }
    throw new NotUnderstood("an end of a frame that is no number");
  }

  private static boolean hasSymbols(Reshaping object) {
    return object.arguments().stream()
        .skip(FIRST_UNIT)
        .anyMatch(
            each ->
                each instanceof PyTuple ends
                    && ends.asList().stream().anyMatch(end -> Symbols.name(end) != null));
  }

  private static void symbols(Reshaping object) {
    List<Object> arguments = new ArrayList<>(object.arguments());
    arguments.replaceAll(
        each ->
            each instanceof PyTuple ends
                ? PyTuple.of(ends.asList().stream().map(WindowReshaping::end).toList())
                : each);
    object.call(arguments);
  }

  private static Object end(Object node) {
    Long number = SYMBOLS.get(String.valueOf(Symbols.name(node)));
    return number == null ? node : PyObject.reduce(OVER_RANGE, number);
  }

  private static void withinGroup(Reshaping object) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(object.take(ELEMENT));
    Object orderBy = object.take("order_by");
    if (orderBy != PyNone.NONE) {
      arguments.addAll(PythonItems.ofClauses(orderBy));
    }
    object.take("type");
    object.call(arguments);
  }
}
