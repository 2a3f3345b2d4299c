package dev.brine.series;

import dev.brine.expr.LabelStyle;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.LabelStyles;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Symbols;
import dev.brine.shape.Texts;
import dev.brine.shape.Wrappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SELECT and its combinations up to 1.4 (rel_1_3_24 and rel_1_4_54, {@code sql/selectable.py};
 * rel_0_6_9 to rel_0_8_7, {@code sql/expression.py}).
 */
public final class SelectReshaping {

  public static final String ALL_FROMS = "_froms";

  private static final PyGlobal SELECT = PythonClasses.selectable("Select");
  private static final PyGlobal COMPOUND = PythonClasses.selectable("CompoundSelect");
  private static final PyGlobal TEXTUAL = PythonClasses.selectable("TextualSelect");
  static final PyGlobal KEYWORD = PythonClasses.selectable("_CompoundSelectKeyword");
  private static final PyGlobal GROUPING = PythonClasses.selectable("SelectStatementGrouping");
  private static final PyGlobal FROM_GROUPING = PythonClasses.selectable("FromGrouping");
  private static final PyGlobal FOR_UPDATE = PythonClasses.selectable("ForUpdateArg");
  private static final PyGlobal TEXT = PythonClasses.element("TextClause");
  private static final PyGlobal DISTINCT_ON =
      new PyGlobal("sqlalchemy.dialects.postgresql.ext", "DistinctOnClause");

  private static final PyGlobal LABEL = PythonClasses.element("Label");
  private static final PyGlobal LABEL_REFERENCE = PythonClasses.element("_label_reference");
  private static final PyGlobal UNARY = PythonClasses.element("UnaryExpression");

  private static final String DISTINCT = "_distinct";
  private static final String FROM = "_from_obj";
  private static final String PREFIXES = "_prefixes";

  static final List<ReshapingRule> RULES =
      Stream.of(repeated(), ofAll(SELECT), ofAll(COMPOUND), ofSelect(), ofCompound(), ofText())
          .flatMap(List::stream)
          .toList();

  private SelectReshaping() {}

  /** The key is one that 1.4 has not. */
  private static List<ReshapingRule> repeated() {
    return List.of(
        ReshapingRule.when(
            SELECT,
            object -> object.has("use_labels") && RepeatedConstants.areIn(object),
            RepeatedConstants::leaveOnce));
  }

  /** Of {@code _SelectBase} and {@code GenerativeSelect}. */
  private static List<ReshapingRule> ofAll(PyGlobal cls) {
    return List.of(
        ReshapingRule.of(cls, "_order_by_clause", SelectReshaping::orderBy),
        clauses(cls, "_group_by_clause", "_group_by_clauses"),
        count(cls, "_limit", "_limit_clause"),
        count(cls, "_offset", "_offset_clause"),
        ReshapingRule.of(cls, "use_labels", SelectReshaping::useLabels),
        labelStyles(cls),
        ReshapingRule.of(cls, "for_update", SelectReshaping::forUpdate),
        // Caches that no later series has.
        ReshapingRule.dropped(cls, "_columns_plus_names"),
        ReshapingRule.dropped(cls, "_from_cloned"),
        ReshapingRule.dropped(cls, "_foreign_keys"),
        ReshapingRule.dropped(cls, "_primary_key"),
        ReshapingRule.dropped(cls, "_generate"));
  }

  private static List<ReshapingRule> ofSelect() {
    return List.of(
        ReshapingRule.of(
            SELECT,
            "_whereclause",
            object ->
                object.put(
                    "_where_criteria",
                    PyTuple.of(EarlyConstants.conditions(object.take("_whereclause"))))),
        single(SELECT, "_having", "_having_criteria"),
        sequence(SELECT, FROM),
        sequence(SELECT, ALL_FROMS),
        sequence(SELECT, "_correlate"),
        sequence(SELECT, "_correlate_except"),
        ReshapingRule.renamed(SELECT, "_should_correlate", "_auto_correlate"),
        distinctOn(SELECT),
        ReshapingRule.of(SELECT, "_pre_columns_clause", SelectReshaping::distinctOnClause),
        prefixes(SELECT));
  }

  /** Of a Query up to 1.3, which had the same clauses under shorter names. */
  static List<ReshapingRule> ofQuery(PyGlobal query) {
    return List.of(
        single(query, "_criterion", "_where_criteria"),
        single(query, "_having", "_having_criteria"),
        items(query, "_order_by", "_order_by_clauses"),
        items(query, "_group_by", "_group_by_clauses"),
        count(query, "_limit", "_limit_clause"),
        count(query, "_offset", "_offset_clause"),
        sequence(query, "_correlate"),
        distinctOn(query),
        affixes(query, PREFIXES),
        affixes(query, "_suffixes"));
  }

  private static List<ReshapingRule> ofCompound() {
    return List.of(
        ReshapingRule.when(
            COMPOUND,
            object -> Symbols.name(object.get("keyword")) != null,
            object ->
                object.put(
                    "keyword",
                    PyObject.reduce(
                        KEYWORD, Objects.requireNonNull(Symbols.name(object.get("keyword")))))),
        ReshapingRule.of(COMPOUND, "selects", SelectReshaping::groupings),
        ReshapingRule.dropped(COMPOUND, "_auto_correlate"),
        ReshapingRule.dropped(COMPOUND, "_should_correlate"));
  }

  private static List<ReshapingRule> ofText() {
    return List.of(ReshapingRule.dropped(TEXTUAL, "_auto_correlate"));
  }

  /** A list element became a tuple. */
  private static ReshapingRule clauses(PyGlobal cls, String from, String to) {
    return ReshapingRule.of(
        cls,
        from,
        object -> {
          Object list = object.take(from);
          if (list != PyNone.NONE) {
            object.put(to, PyTuple.of(PythonItems.ofClauses(list)));
          }
        });
  }

  /** Since 1.0 a label is referred to by its name, where that is selected. */
  private static void orderBy(Reshaping object) {
    Object list = object.take("_order_by_clause");
    if (list != PyNone.NONE) {
      List<Object> clauses = PythonItems.ofClauses(list);
      object.put(
          "_order_by_clauses", PyTuple.of(clauses.stream().map(SelectReshaping::byLabel).toList()));
    }
  }

  private static Object byLabel(Object clause) {
    return isLabel(clause)
        ? PyObject.newObject(LABEL_REFERENCE).build(new PyDict().put("element", clause))
        : clause;
  }

  /** A label, or the order of one. */
  private static boolean isLabel(@Nullable Object node) {
    return Wrappers.innermost(node, SelectReshaping::ordered) instanceof PyObject object
        && PythonClasses.canonical(object.className()).equals(LABEL.path());
  }

  private static @Nullable Object ordered(@Nullable Object node) {
    return node instanceof PyObject object
            && PythonClasses.canonical(object.className()).equals(UNARY.path())
            && object.attribute("modifier") instanceof PyGlobal
        ? object.attribute("element")
        : null;
  }

  /** One condition, or None, became a tuple of them. */
  private static ReshapingRule single(PyGlobal cls, String from, String to) {
    return ReshapingRule.of(
        cls,
        from,
        object -> {
          Object condition = object.take(from);
          if (condition != PyNone.NONE) {
            object.put(to, PyTuple.of(condition));
          }
        });
  }

  /** A list, or False or None for none, became a tuple. */
  private static ReshapingRule items(PyGlobal cls, String from, String to) {
    return ReshapingRule.of(
        cls, from, object -> object.put(to, PyTuple.of(PythonItems.ofNode(object.take(from)))));
  }

  /** Any kind of collection became a tuple. */
  private static ReshapingRule sequence(PyGlobal cls, String key) {
    return ReshapingRule.when(
        cls,
        object -> object.get(key) != null && !(object.get(key) instanceof PyTuple),
        object -> object.put(key, PythonItems.tuple(object.take(key))));
  }

  /** Up to 0.9 a plain number. */
  private static ReshapingRule count(PyGlobal cls, String from, String to) {
    return ReshapingRule.of(
        cls,
        from,
        object -> {
          Object count = object.take(from);
          if (count != PyNone.NONE) {
            object.put(to, count instanceof PyObject ? count : Binds.limitOrOffset(count));
          }
        });
  }

  /** Without labels of its own, a SELECT has the default style of its series. */
  private static void useLabels(Reshaping object) {
    boolean usesLabels = Boolean.TRUE.equals(object.take("use_labels"));
    LabelStyle style = usesLabels ? LabelStyle.TABLENAME_PLUS_COL : LabelStyle.DISAMBIGUATE_ONLY;
    if (!object.has(LabelStyles.KEY)) {
      object.put(LabelStyles.KEY, LabelStyles.write(style));
    }
  }

  /** Up to 1.4 a symbol; up to 1.3 there was a flag for one of them. */
  /** Of a class whose objects have a label style, which was a symbol in 1.4. */
  static ReshapingRule labelStyles(PyGlobal cls) {
    return ReshapingRule.when(
        cls,
        object -> Symbols.name(object.get(LabelStyles.KEY)) != null,
        SelectReshaping::labelStyle);
  }

  private static void labelStyle(Reshaping object) {
    Object style = LabelStyles.ofSymbol(Symbols.name(object.get(LabelStyles.KEY)));
    if (style == null) {
      throw new NotUnderstood("a label style that there is not");
    }
    object.put(LabelStyles.KEY, style);
  }

  /** Up to 0.8 a flag or a word ({@code rel_0_8_7, sql/compiler.py: for_update_clause}). */
  private static void forUpdate(Reshaping object) {
    lock(object, object.take("for_update"));
  }

  /** Puts the lock that a flag or a word stands for. */
  static void lock(Reshaping object, Object mode) {
    boolean isLock = mode != PyNone.NONE && !Boolean.FALSE.equals(mode);
    if (!isLock) {
      return;
    }
    String word = Boolean.TRUE.equals(mode) ? "" : Texts.of(mode);
    object.put(
        "_for_update_arg",
        PyObject.newObject(FOR_UPDATE)
            .build(
                new PyDict()
                    .put("read", word.startsWith("read"))
                    .put("nowait", word.endsWith("nowait"))));
  }

  /** Up to 1.3 the columns of DISTINCT ON stood in place of the flag. */
  private static ReshapingRule distinctOn(PyGlobal cls) {
    return ReshapingRule.when(
        cls,
        object -> object.get(DISTINCT) != null && !(object.get(DISTINCT) instanceof Boolean),
        object ->
            object
                .put("_distinct_on", PythonItems.tuple(object.take(DISTINCT)))
                .put(DISTINCT, true));
  }

  /** 2.1 has a clause of its own for it (rel_2_1_0b3, {@code dialects/postgresql/ext.py}). */
  private static void distinctOnClause(Reshaping object) {
    Object clause = object.take("_pre_columns_clause");
    if (clause instanceof PyObject on && on.className().equals(DISTINCT_ON.path())) {
      Object columns = on.attribute("_distinct_on");
      object
          .put("_distinct_on", columns == null ? PyTuple.EMPTY : PythonItems.tuple(columns))
          .put(DISTINCT, true);
    } else if (clause != PyNone.NONE) {
      throw new NotUnderstood("state key '_pre_columns_clause'");
    }
  }

  /** Of a class whose objects have prefixes. */
  static ReshapingRule prefixes(PyGlobal cls) {
    return ReshapingRule.when(cls, SelectReshaping::hasBarePrefix, SelectReshaping::prefixes);
  }

  /** A Query up to 1.3 kept them as they were given, and for all dialects. */
  private static ReshapingRule affixes(PyGlobal query, String key) {
    return ReshapingRule.when(
        query,
        object -> hasBare(object, key),
        object ->
            object.put(
                key,
                PyTuple.of(
                    PythonItems.ofNode(object.take(key)).stream()
                        .map(SelectReshaping::affix)
                        .toList())));
  }

  private static Object affix(Object given) {
    if (given instanceof PyTuple) {
      return given;
    }
    boolean isText = given instanceof String || given instanceof PyByteString;
    Object element =
        isText
            ? PyObject.newObject(TEXT)
                .build(new PyDict().put("text", given).put("_bindparams", new PyDict()))
            : given;
    return PyTuple.of(element, PyNone.NONE);
  }

  private static boolean hasBarePrefix(Reshaping object) {
    return hasBare(object, PREFIXES);
  }

  private static boolean hasBare(Reshaping object, String key) {
    List<Object> prefixes = PythonItems.of(object.get(key));
    return prefixes != null && prefixes.stream().anyMatch(each -> !(each instanceof PyTuple));
  }

  /** Up to 0.7 a prefix was for all dialects. */
  private static void prefixes(Reshaping object) {
    List<Object> pairs = new ArrayList<>();
    for (Object prefix : Objects.requireNonNull(PythonItems.of(object.take(PREFIXES)))) {
      pairs.add(prefix instanceof PyTuple ? prefix : PyTuple.of(prefix, PyNone.NONE));
    }
    object.put(PREFIXES, PyTuple.of(pairs));
  }

  /** Up to 1.3 the parentheses around a SELECT were those around any other FROM element. */
  private static void groupings(Reshaping object) {
    List<Object> selects = PythonItems.of(object.take("selects"));
    List<Object> modern = new ArrayList<>();
    for (Object select : selects == null ? List.of() : selects) {
      modern.add(isTailed(select) ? grouping(select) : statementGrouping(select));
    }
    object.put("selects", new PyList(modern));
  }

  /** Whether it needs the parentheses that up to 1.0 were left to the user. */
  private static boolean isTailed(Object node) {
    return node instanceof PyObject select
        && PythonClasses.canonical(select.className()).equals(SELECT.path())
        && Stream.of("_limit", "_offset", "_limit_clause", "_offset_clause", "_order_by_clause")
            .map(select::attribute)
            .anyMatch(SelectReshaping::isTail);
  }

  private static boolean isTail(@Nullable Object part) {
    if (part == null || part == PyNone.NONE) {
      return false;
    }
    // Up to 1.3 there was a list where there was nothing to order by.
    return !PythonItems.ofClauses(part).isEmpty();
  }

  private static PyObject grouping(Object select) {
    return PyObject.newObject(GROUPING).build(new PyDict().put("element", select));
  }

  /** The parentheses around a statement, as 2.0 writes them. */
  static Object statementGrouping(Object node) {
    boolean isFromGrouping =
        node instanceof PyObject grouping
            && PythonClasses.canonical(grouping.className()).equals(FROM_GROUPING.path());
    return isFromGrouping ? new Reshaping((PyObject) node).become(GROUPING).done() : node;
  }
}
