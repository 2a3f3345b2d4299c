package dev.brine.codec;

import dev.brine.expr.Affix;
import dev.brine.expr.Cte;
import dev.brine.expr.FromHint;
import dev.brine.expr.IndependentCte;
import dev.brine.expr.StatementHint;
import dev.brine.expr.StatementOptions;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNode;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Dicts;
import dev.brine.shape.PythonClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What any statement may carry (rel_2_0_52, {@code sql/selectable.py}, {@code sql/base.py}). */
final class StatementOptionsCodec {

  private static final PyGlobal CTE_OPTIONS = PythonClasses.selectable("_CTEOpts");
  private static final String PREFIXES = "_prefixes";
  private static final String SUFFIXES = "_suffixes";
  private static final String HINTS = "_hints";
  private static final String STATEMENT_HINTS = "_statement_hints";
  private static final String CTES = "_independent_ctes";
  private static final String CTE_PLACES = "_independent_ctes_opts";
  private static final String EXECUTION = "_execution_options";

  private StatementOptionsCodec() {}

  static StatementOptions read(NodeReader in) {
    return new StatementOptions(
        prefixes(in),
        suffixes(in),
        hints(in),
        in.each(STATEMENT_HINTS, (hint, path) -> statementHint(in, hint, path)),
        ctes(in),
        executionOptions(in),
        OrmOptionsCodec.read(in));
  }

  static List<Affix> prefixes(NodeReader in) {
    return in.each(PREFIXES, (affix, path) -> affix(in, affix, path));
  }

  static List<Affix> suffixes(NodeReader in) {
    return in.each(SUFFIXES, (affix, path) -> affix(in, affix, path));
  }

  private static Affix affix(NodeReader in, Object node, GraphPath path) {
    List<Object> parts = in.itemsOf(node, path, 2);
    Object dialect = parts.get(1);
    return new Affix(
        in.decoder().element(parts.get(0), path.index(0)),
        dialect == PyNone.NONE ? Affix.ANY : in.decoder().text(dialect, path.index(1)));
  }

  private static List<FromHint> hints(NodeReader in) {
    List<FromHint> hints = new ArrayList<>();
    in.dict(HINTS)
        .forEach(
            (key, text) -> {
              GraphPath path = in.path(HINTS);
              List<Object> parts = in.itemsOf(key, path, 2);
              hints.add(
                  new FromHint(
                      in.decoder().from(parts.get(0), path),
                      in.decoder().text(parts.get(1), path),
                      in.decoder().text(text, path)));
            });
    return hints;
  }

  private static StatementHint statementHint(NodeReader in, Object node, GraphPath path) {
    List<Object> parts = in.itemsOf(node, path, 2);
    return new StatementHint(
        in.decoder().text(parts.get(0), path.index(0)),
        in.decoder().text(parts.get(1), path.index(1)));
  }

  /** Where each is written is said in a second tuple, which 1.4 does not have. */
  static List<IndependentCte> ctes(NodeReader in) {
    List<Boolean> places = in.each(CTE_PLACES, (place, path) -> isNestedHere(in, place));
    List<Cte> ctes =
        in.each(
            CTES,
            (node, path) -> {
              if (in.decoder().element(node, path) instanceof Cte cte) {
                return cte;
              }
              throw in.refuse("a CTE of its own that is not understood");
            });
    List<IndependentCte> all = new ArrayList<>();
    for (int i = 0; i < ctes.size(); i++) {
      all.add(new IndependentCte(ctes.get(i), i < places.size() && places.get(i)));
    }
    return all;
  }

  private static boolean isNestedHere(NodeReader in, Object node) {
    if (node instanceof PyObject options
        && options.className().equals(CTE_OPTIONS.path())
        && options.typeArgs().size() == 1
        && options.typeArgs().get(0) instanceof Boolean isNested) {
      return isNested;
    }
    throw in.refuse("state key '" + CTE_PLACES + "'");
  }

  private static Map<String, @Nullable Object> executionOptions(NodeReader in) {
    Map<String, @Nullable Object> options = new LinkedHashMap<>();
    in.dict(EXECUTION)
        .forEach(
            (key, node) -> {
              Object value = node == PyNone.NONE ? null : in.decoder().value(node);
              if (value instanceof PyNode) {
                throw in.refuse("the execution option '" + key + "'");
              }
              options.put(in.decoder().text(key, in.path(EXECUTION)), value);
            });
    return options;
  }

  static NodeWriter write(StatementOptions options, NodeWriter state, ExprToGraph out) {
    writeAffixes(options.prefixes(), options.suffixes(), state, out);
    if (!options.hints().isEmpty()) {
      PyDict hints = new PyDict();
      for (FromHint hint : options.hints()) {
        hints.put(PyTuple.of(out.element(hint.from()), hint.dialect()), hint.text());
      }
      state.put(HINTS, Dicts.immutable(hints));
    }
    if (!options.statementHints().isEmpty()) {
      state.put(
          STATEMENT_HINTS,
          PyTuple.of(
              options.statementHints().stream()
                  .map(hint -> (Object) PyTuple.of(hint.dialect(), hint.text()))
                  .toList()));
    }
    writeCtes(options.ctes(), state);
    if (!options.executionOptions().isEmpty()) {
      PyDict values = new PyDict();
      options.executionOptions().forEach((key, value) -> values.put(key, out.value(value)));
      state.put(EXECUTION, Dicts.immutable(values));
    }
    return OrmOptionsCodec.write(options.orm(), state, out);
  }

  static void writeCtes(List<IndependentCte> ctes, NodeWriter state) {
    if (!ctes.isEmpty()) {
      state
          .tuple(CTES, ctes.stream().map(IndependentCte::cte).toList())
          .put(CTE_PLACES, PyTuple.of(ctes.stream().map(each -> place(each)).toList()));
    }
  }

  private static Object place(IndependentCte cte) {
    return PyObject.newObject(CTE_OPTIONS, cte.isNestedHere());
  }

  static NodeWriter writeAffixes(
      List<Affix> prefixes, List<Affix> suffixes, NodeWriter state, ExprToGraph out) {
    putAffixes(PREFIXES, prefixes, state, out);
    putAffixes(SUFFIXES, suffixes, state, out);
    return state;
  }

  private static void putAffixes(
      String key, List<Affix> affixes, NodeWriter state, ExprToGraph out) {
    if (!affixes.isEmpty()) {
      state.put(
          key,
          PyTuple.of(
              affixes.stream()
                  .map(each -> (Object) PyTuple.of(out.element(each.text()), each.dialect()))
                  .toList()));
    }
  }
}
