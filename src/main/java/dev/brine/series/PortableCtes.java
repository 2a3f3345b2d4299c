package dev.brine.series;

import dev.brine.expr.CompoundKeyword;
import dev.brine.expr.LabelStyle;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyObject;
import dev.brine.shape.CompoundKeywords;
import dev.brine.shape.LabelStyles;
import dev.brine.shape.MethodCall;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * CTEs in the portable form, made by the methods that users call: what they keep of the CTE that
 * they are the recursive part of changed within 1.4 (rel_1_4_0, {@code sql/selectable.py}).
 */
final class PortableCtes {

  private static final PyGlobal CTE = PythonClasses.selectable("CTE");
  private static final PyGlobal COMPOUND = PythonClasses.selectable("CompoundSelect");

  private static final String MAKE = "cte";
  private static final String ALIAS = "alias";
  private static final String ELEMENT = "element";
  private static final String NAME = "name";
  private static final String RECURSIVE = "recursive";
  private static final String ALIASED = "_cte_alias";
  private static final String RESTATED = "_restates";
  private static final String SELECTS = "selects";

  /** What a compound has that {@code union()} made. */
  private static final Set<String> OF_UNION = Set.of("keyword", SELECTS, LabelStyles.KEY);

  private static final Object OF_MADE = LabelStyles.write(LabelStyle.DISAMBIGUATE_ONLY);

  static final SeriesShape SHAPE = new SeriesShape(CTE.path(), PortableCtes::write);

  static final List<ReshapingRule> RULES =
      List.of(ReshapingRule.when(MethodCall.CLASS, PortableCtes::isCte, PortableCtes::read));

  private PortableCtes() {}

  private static PyObject write(PyObject cte) {
    Reshaping state = new Reshaping(cte);
    String lacking = lacking(state);
    if (lacking != null) {
      throw Refusals.PORTABLE.refusal(lacking);
    }
    return called(state);
  }

  /** For 1.4 by calls, too, but for what only releases have that keep all of it like the last. */
  static PyObject writeFor14(PyObject cte) {
    Reshaping state = new Reshaping(cte);
    return state.keys().isEmpty() || lacking(state) != null ? cte : called(state);
  }

  /** What the first releases of 1.4 have no words for; null if they have. */
  private static @Nullable String lacking(Reshaping state) {
    if (Boolean.TRUE.equals(state.get("nesting"))) {
      return "a nesting CTE (new in 1.4.24)";
    }
    // What a CTE is an alias of, or the recursive part of, must be written by calls, too.
    for (String other : List.of(ALIASED, RESTATED)) {
      String missing =
          state.get(other) instanceof PyObject cte ? lacking(new Reshaping(cte)) : null;
      if (missing != null) {
        return missing;
      }
    }
    if (state.get(ALIASED) != null) {
      return null;
    }
    PyObject element = (PyObject) Objects.requireNonNull(state.get(ELEMENT));
    if (state.get(RESTATED) != null) {
      return method(element) == null ? "a recursive CTE that is no union of two" : null;
    }
    boolean isOfValues = element.className().equals(PythonClasses.selectable("Values").path());
    return isOfValues ? "a CTE of VALUES (new in 2.0.42)" : null;
  }

  private static PyObject called(Reshaping state) {
    PyObject made = call(state).write();
    PyDict rest = new PyDict().put(NAME, state.take(NAME));
    PortableStatements.affixes(state);
    PortableStatements.AFFIXES.forEach(
        key -> {
          if (state.get(key) != null) {
            rest.put(key, state.take(key));
          }
        });
    return made.build(rest);
  }

  private static MethodCall call(Reshaping state) {
    Object aliased = state.get(ALIASED);
    if (aliased != null) {
      return new MethodCall(aliased, ALIAS, List.of(named(state)));
    }
    PyObject element = (PyObject) Objects.requireNonNull(state.get(ELEMENT));
    Object restated = state.get(RESTATED);
    return restated != null
        ? new MethodCall(
            restated, Objects.requireNonNull(method(element)), List.of(selects(element).get(1)))
        : new MethodCall(element, MAKE, List.of(named(state), state.take(RECURSIVE)));
  }

  private static Object named(Reshaping state) {
    return Objects.requireNonNull(state.get(NAME));
  }

  /**
   * How the recursive part is added to the CTE: {@code union()} or {@code union_all()}; null if it
   * is no such compound.
   */
  private static @Nullable String method(PyObject compound) {
    boolean isUnion =
        compound.className().equals(COMPOUND.path())
            && hasOnlyThose(compound.stateDict())
            && selects(compound).size() == 2;
    PyObject keyword = isUnion ? (PyObject) compound.attribute("keyword") : null;
    for (CompoundKeyword each : List.of(CompoundKeyword.UNION, CompoundKeyword.UNION_ALL)) {
      if (keyword != null && keyword.args().get(0).equals(each.spelling())) {
        return method(each);
      }
    }
    return null;
  }

  private static List<Object> selects(PyObject compound) {
    return PythonItems.ofNode(Objects.requireNonNull(compound.attribute(SELECTS)));
  }

  private static boolean hasOnlyThose(PyDict state) {
    boolean[] only = {true};
    state.forEach((key, value) -> only[0] &= OF_UNION.contains(key));
    return only[0];
  }

  private static String method(CompoundKeyword keyword) {
    return keyword == CompoundKeyword.UNION ? "union" : "union_all";
  }

  private static boolean isCte(Reshaping object) {
    MethodCall call = MethodCall.read(object.original());
    return call != null
        && switch (call.method()) {
          case MAKE -> call.arguments().size() == 2;
          case ALIAS, "union", "union_all" ->
              call.arguments().size() == 1 && isCte(call.receiver());
          default -> false;
        };
  }

  private static boolean isCte(Object receiver) {
    return receiver instanceof PyObject object && isCte(new Reshaping(object));
  }

  private static void read(Reshaping object) {
    MethodCall call = Objects.requireNonNull(MethodCall.read(object.original()));
    object.become(CTE).call(List.of());
    switch (call.method()) {
      case MAKE -> object.put(ELEMENT, call.receiver()).put(RECURSIVE, call.arguments().get(1));
      case ALIAS -> object.put(ALIASED, call.receiver());
      default -> readUnion(object, call);
    }
  }

  private static void readUnion(Reshaping object, MethodCall call) {
    MethodCall restated = MethodCall.read(call.receiver());
    if (restated == null || !restated.method().equals(MAKE)) {
      throw new NotUnderstood("a recursive part of what is no CTE");
    }
    List<Object> selects = new ArrayList<>(List.of(restated.receiver()));
    selects.addAll(call.arguments());
    PyObject keyword =
        CompoundKeywords.write(
            call.method().equals(method(CompoundKeyword.UNION))
                ? CompoundKeyword.UNION
                : CompoundKeyword.UNION_ALL);
    object
        .put(RESTATED, call.receiver())
        .put(RECURSIVE, restated.arguments().get(1))
        .put(
            ELEMENT,
            PyObject.newObject(COMPOUND)
                .build(
                    new PyDict()
                        .put("keyword", keyword)
                        .put(SELECTS, new PyList(selects))
                        .put(LabelStyles.KEY, OF_MADE)));
  }
}
