package dev.brine.series;

import dev.brine.expr.InsertFlavour;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.Column;
import dev.brine.shape.ColumnCollections;
import dev.brine.shape.DialectOptions;
import dev.brine.shape.Dicts;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * INSERT, UPDATE and DELETE up to 1.3 (rel_1_3_24, {@code sql/dml.py}; rel_0_6_9 to rel_0_8_7,
 * {@code sql/expression.py}), and in 2.1 (rel_2_1_0b3).
 */
final class DmlReshaping {

  private static final PyGlobal UPDATE = PythonClasses.dml(InsertFlavour.STANDARD, "Update");
  private static final PyGlobal DELETE = PythonClasses.dml(InsertFlavour.STANDARD, "Delete");

  private static final PyGlobal DML_LIMIT =
      new PyGlobal("sqlalchemy.dialects.mysql.dml", "DMLLimitClause");

  private static final PyGlobal COLUMN_CLAUSE = PythonClasses.element("ColumnClause");

  private static final String PARAMETERS = "parameters";
  static final String VALUES = "_values";
  static final String ORDERED_VALUES = "_ordered_values";
  static final String MAINTAINS_ORDER = "_maintain_values_ordering";
  private static final String SELECT_NAMES = "_select_names";
  private static final String RETURN_DEFAULTS = "_return_defaults";
  private static final String RETURNING = "_returning";

  static final List<ReshapingRule> RULES =
      Stream.concat(
              Stream.of(InsertFlavour.values())
                  .map(flavour -> PythonClasses.dml(flavour, "Insert"))
                  .flatMap(cls -> Stream.concat(ofAll(cls), ofInsert(cls))),
              Stream.of(ofAll(UPDATE), ofUpdate(), ofAll(DELETE)).flatMap(rules -> rules))
          .toList();

  private DmlReshaping() {}

  private static Stream<ReshapingRule> ofAll(PyGlobal cls) {
    return Stream.of(
        ReshapingRule.of(cls, "_whereclause", DmlReshaping::where),
        ReshapingRule.when(
            cls,
            object ->
                object.get(RETURNING) != null && PythonItems.of(object.get(RETURNING)) != null,
            object -> object.put(RETURNING, PythonItems.tuple(object.take(RETURNING)))),
        ReshapingRule.when(
            cls,
            object ->
                object.get(RETURN_DEFAULTS) != null
                    && !(object.get(RETURN_DEFAULTS) instanceof Boolean),
            DmlReshaping::returnDefaults),
        SelectReshaping.prefixes(cls),
        ReshapingRule.of(cls, "kwargs", DmlReshaping::dialectArguments),
        ReshapingRule.of(cls, "_post_criteria_clause", DmlReshaping::limit));
  }

  private static Stream<ReshapingRule> ofInsert(PyGlobal cls) {
    return Stream.of(
        ReshapingRule.of(cls, PARAMETERS, DmlReshaping::values),
        ReshapingRule.renamed(cls, "select_names", SELECT_NAMES),
        ReshapingRule.when(cls, DmlReshaping::selectsIntoColumns, DmlReshaping::columnNames),
        ReshapingRule.of(cls, "inline", DmlReshaping::inline),
        // Only an INSERT from a SELECT says it, and 2.0 has no such key without one.
        ReshapingRule.when(
            cls,
            object ->
                object.has("include_insert_from_select_defaults") && object.get("select") == null,
            object -> object.take("include_insert_from_select_defaults")));
  }

  private static Stream<ReshapingRule> ofUpdate() {
    return Stream.of(
        ReshapingRule.of(UPDATE, PARAMETERS, DmlReshaping::values),
        ReshapingRule.dropped(UPDATE, "inline"),
        ReshapingRule.dropped(UPDATE, "_inline"),
        ReshapingRule.dropped(UPDATE, "_preserve_parameter_order"),
        ReshapingRule.of(UPDATE, MAINTAINS_ORDER, DmlReshaping::maintainedOrder));
  }

  /** Up to 1.4 what was given for the columns of an INSERT from a SELECT was kept as it is. */
  private static boolean selectsIntoColumns(Reshaping object) {
    List<Object> names = selectNames(object.get(SELECT_NAMES));
    return names != null && names.stream().anyMatch(DmlReshaping::isColumn);
  }

  /** A list or tuple, or the columns of a table. */
  private static @Nullable List<Object> selectNames(@Nullable Object given) {
    List<Object> names = PythonItems.of(given);
    return names == null ? ColumnCollections.columns(given) : names;
  }

  private static void columnNames(Reshaping object) {
    List<Object> given = Objects.requireNonNull(selectNames(object.take(SELECT_NAMES)));
    object.put(SELECT_NAMES, new PyList(given.stream().map(DmlReshaping::keyOf).toList()));
  }

  private static boolean isColumn(Object name) {
    return name instanceof Column
        || (name instanceof PyObject object
            && COLUMN_CLAUSE.path().equals(PythonClasses.canonical(object.className()))
            && object.attribute("key") != null);
  }

  private static Object keyOf(Object name) {
    if (name instanceof Column column) {
      return column.key();
    }
    return isColumn(name) ? Objects.requireNonNull(((PyObject) name).attribute("key")) : name;
  }

  private static void where(Reshaping object) {
    Object condition = object.take("_whereclause");
    if (condition != PyNone.NONE) {
      object.put("_where_criteria", PyTuple.of(condition));
    }
  }

  /** 1.4 puts the rows down by themselves, and makes a parameter of each value of a single one. */
  private static void values(Reshaping object) {
    Object given = object.take(PARAMETERS);
    Object isMany = object.take("_has_multi_parameters");
    Object ordering = object.take("_parameter_ordering");
    boolean isOrdered = Boolean.TRUE.equals(object.get("_preserve_parameter_order"));
    // An INSERT from a SELECT sets each of its columns to NULL, which is not printed.
    if (given == PyNone.NONE || object.get("select") != null) {
      return;
    }
    if (Boolean.TRUE.equals(isMany)) {
      object.put("_multi_values", PyTuple.of(given));
      return;
    }
    PyDict values = entries(given);
    if (isOrdered) {
      object.put(ORDERED_VALUES, pairs(values, PythonItems.of(ordering)));
    } else {
      PyDict binds = new PyDict();
      values.forEach((column, value) -> binds.put(column, asElement(value)));
      object.put(VALUES, Dicts.immutable(binds));
    }
  }

  private static PyDict entries(Object node) {
    if (node instanceof PyDict dict) {
      return dict;
    }
    List<Object> pairs =
        node instanceof PyObject call && call.typeArgs().size() == 1
            ? PythonItems.of(call.typeArgs().get(0))
            : PythonItems.of(node);
    if (pairs == null) {
      throw new NotUnderstood("state key '" + PARAMETERS + "'");
    }
    PyDict dict = new PyDict();
    for (Object pair : pairs) {
      List<Object> parts = PythonItems.of(pair);
      if (parts == null || parts.size() != 2) {
        throw new NotUnderstood("state key '" + PARAMETERS + "'");
      }
      dict.put(parts.get(0), parts.get(1));
    }
    return dict;
  }

  private static PyList pairs(PyDict values, @Nullable List<Object> order) {
    List<Object> pairs = new ArrayList<>();
    if (order == null) {
      values.forEach((column, value) -> pairs.add(PyTuple.of(column, asElement(value))));
    } else {
      for (Object column : order) {
        Object value = values.get(column);
        if (value != null) {
          pairs.add(PyTuple.of(column, asElement(value)));
        }
      }
    }
    return new PyList(pairs);
  }

  private static Object asElement(Object value) {
    if (FromReshaping.isSelect(value)) {
      return FromReshaping.scalar(value);
    }
    return isElement(value) ? value : Binds.assigned(value);
  }

  /** A user's own element can be told from a user's own value by what it is made of. */
  private static boolean isElement(Object value) {
    boolean isMadeOfElements =
        value instanceof PyObject object
            && StreamSupport.stream(object.stateDict().spliterator(), false)
                .map(Map.Entry::getValue)
                .anyMatch(Elements::mayBe);
    return Elements.mayBe(value) || isMadeOfElements;
  }

  /** Up to 1.3 the columns stood in place of the flag. */
  private static void returnDefaults(Reshaping object) {
    Object columns = object.take(RETURN_DEFAULTS);
    List<Object> items = PythonItems.of(columns);
    if (items == null) {
      throw new NotUnderstood("state key '" + RETURN_DEFAULTS + "'");
    }
    object.put(RETURN_DEFAULTS, !items.isEmpty());
    if (!items.isEmpty()) {
      object.put("_return_defaults_columns", PyTuple.of(items));
    }
  }

  /** 1.4 sets the flag only where it was asked for, and for an INSERT from a SELECT. */
  private static void inline(Reshaping object) {
    boolean isInline = Boolean.TRUE.equals(object.take("inline")) || object.get("select") != null;
    object.put("_inline", isInline);
  }

  /** Up to 0.8 arguments of dialects, such as {@code mysql_limit}, lay in a plain dict. */
  private static void dialectArguments(Reshaping object) {
    Object arguments = object.take("kwargs");
    PyDict given =
        arguments instanceof PyObject dict && Dicts.isImmutable(dict)
            ? Dicts.of(dict)
            : arguments instanceof PyDict dict ? dict : new PyDict();
    if (!given.isEmpty()) {
      object.put("dialect_options", DialectOptions.ofNames(given));
    }
  }

  /** 2.1 has a clause of its own for it ({@code dialects/mysql/dml.py}). */
  private static void limit(Reshaping object) {
    Object clause = object.take("_post_criteria_clause");
    if (clause == PyNone.NONE) {
      return;
    }
    if (clause instanceof PyObject limit
        && limit.className().equals(DML_LIMIT.path())
        && limit.attribute("_limit_clause") instanceof PyObject bind
        && Binds.value(bind) instanceof Long count) {
      object.put("dialect_options", DialectOptions.ofNames(new PyDict().put("mysql_limit", count)));
    } else {
      throw new NotUnderstood("state key '_post_criteria_clause'");
    }
  }

  /** 2.1 keeps the order of the values beside them. */
  private static void maintainedOrder(Reshaping object) {
    if (!Boolean.TRUE.equals(object.take(MAINTAINS_ORDER))) {
      return;
    }
    // The portable form says it in both ways.
    if (object.get(ORDERED_VALUES) != null) {
      object.take(VALUES);
      return;
    }
    Object values = object.take(VALUES);
    if (values instanceof PyObject dict && Dicts.isImmutable(dict)) {
      List<Object> pairs = new ArrayList<>();
      Dicts.of(dict).forEach((column, value) -> pairs.add(PyTuple.of(column, value)));
      object.put(ORDERED_VALUES, new PyList(pairs));
    }
  }
}
