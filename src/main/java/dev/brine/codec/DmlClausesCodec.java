package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.DmlClauses;
import dev.brine.expr.ReturnDefaults;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.shape.Calls;
import dev.brine.shape.Dicts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all statements that change rows have: the keys of {@code UpdateBase}. */
final class DmlClausesCodec {

  private static final PyGlobal POPULATE_DICT =
      new PyGlobal("sqlalchemy.util._collections", "PopulateDict");
  private static final PyGlobal DIALECT_ARGUMENTS =
      new PyGlobal("sqlalchemy.sql.base", "_DialectArgDict");

  private static final String RETURNING = "_returning";
  private static final String SORTED = "_sort_by_parameter_order";
  private static final String RETURN_DEFAULTS = "_return_defaults";
  private static final String RETURN_DEFAULTS_COLUMNS = "_return_defaults_columns";
  private static final String SUPPLEMENTAL = "_supplemental_returning";
  private static final String DIALECT_OPTIONS = "dialect_options";
  private static final String NON_DEFAULTS = "_non_defaults";
  private static final String DEFAULTS = "_defaults";

  private DmlClausesCodec() {}

  static DmlClauses read(NodeReader in) {
    List<ClauseElement> columns = optional(in, RETURN_DEFAULTS_COLUMNS);
    List<ClauseElement> supplemental = optional(in, SUPPLEMENTAL);
    boolean returnsDefaults = in.flag(RETURN_DEFAULTS);
    if (!returnsDefaults && (columns != null || supplemental != null)) {
      throw in.refuse("columns of return_defaults() without it");
    }
    return new DmlClauses(
        in.elements(RETURNING),
        in.flag(SORTED),
        returnsDefaults ? new ReturnDefaults(columns, supplemental) : null,
        dialectOptions(in),
        StatementOptionsCodec.read(in));
  }

  private static @Nullable List<ClauseElement> optional(NodeReader in, String key) {
    return in.find(key) == null ? null : in.elements(key);
  }

  /** By dialect, and within that by name; those at their default say nothing. */
  private static Map<String, Object> dialectOptions(NodeReader in) {
    Map<String, Object> options = new LinkedHashMap<>();
    if (in.find(DIALECT_OPTIONS) instanceof PyObject byDialect) {
      GraphPath path = in.path(DIALECT_OPTIONS);
      Dicts.entries(byDialect)
          .forEach(
              (key, arguments) -> {
                String dialect = in.decoder().text(key, path);
                if (arguments instanceof PyObject object
                    && object.attribute(NON_DEFAULTS) instanceof PyDict given) {
                  in.decoder()
                      .plainDict(given, path.attribute(dialect))
                      .forEach((name, value) -> options.put(dialect + "_" + name, value));
                }
              });
    }
    return options;
  }

  static NodeWriter write(DmlClauses clauses, PyGlobal cls, NodeWriter state, ExprToGraph out) {
    state.tupleIfAny(RETURNING, clauses.returning());
    if (clauses.sortsByParameterOrder()) {
      state.put(SORTED, true);
    }
    ReturnDefaults defaults = clauses.returnDefaults();
    if (defaults != null) {
      state.put(RETURN_DEFAULTS, true);
      putIfGiven(RETURN_DEFAULTS_COLUMNS, defaults.columns(), state);
      putIfGiven(SUPPLEMENTAL, defaults.supplemental(), state);
    }
    if (!clauses.dialectOptions().isEmpty()) {
      state.put(DIALECT_OPTIONS, dialectOptions(clauses.dialectOptions(), cls, out));
    }
    return StatementOptionsCodec.write(clauses.options(), state, out);
  }

  private static void putIfGiven(
      String key, @Nullable List<ClauseElement> elements, NodeWriter state) {
    if (elements != null) {
      state.tuple(key, elements);
    }
  }

  /** A dict that asks the statement's class about the options of dialects it does not have yet. */
  private static Object dialectOptions(Map<String, Object> options, PyGlobal cls, ExprToGraph out) {
    Map<String, PyDict> byDialect = new LinkedHashMap<>();
    options.forEach(
        (name, value) -> {
          int end = name.indexOf('_');
          byDialect
              .computeIfAbsent(name.substring(0, end), dialect -> new PyDict())
              .put(name.substring(end + 1), out.value(value));
        });
    PyObject dict = PyObject.newObject(POPULATE_DICT);
    byDialect.forEach((dialect, given) -> dict.setItem(dialect, arguments(given)));
    PyObject creator = Calls.attribute(cls, "_kw_reg_for_dialect_cls");
    return dict.build(new PyDict().put("creator", creator));
  }

  private static PyObject arguments(PyDict given) {
    PyDict defaults = new PyDict();
    given.forEach((name, value) -> defaults.put(name, PyNone.NONE));
    return PyObject.newObject(DIALECT_ARGUMENTS)
        .build(new PyDict().put(NON_DEFAULTS, given).put(DEFAULTS, defaults));
  }
}
