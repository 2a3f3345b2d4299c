package dev.brine.series;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNode;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.schema.Column;
import dev.brine.shape.DroppableKeys;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import dev.brine.shape.Wrappers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of expressions up to 1.4 (rel_1_4_54, {@code sql/elements.py}; rel_0_6_9 to rel_0_8_7,
 * {@code sql/expression.py}).
 */
final class ElementReshaping {

  private static final PyGlobal UNARY = PythonClasses.element("UnaryExpression");
  private static final PyGlobal COLLECTION = PythonClasses.element("CollectionAggregate");
  private static final PyGlobal BINARY = PythonClasses.element("BinaryExpression");
  private static final PyGlobal LIST = PythonClasses.element("ClauseList");
  private static final PyGlobal EXPRESSION_LIST = PythonClasses.element("ExpressionClauseList");
  private static final PyGlobal BOOLEAN_LIST = PythonClasses.element("BooleanClauseList");
  private static final PyGlobal TUPLE = PythonClasses.element("Tuple");
  private static final PyGlobal ARRAY =
      new PyGlobal("sqlalchemy.dialects.postgresql.array", "array");
  private static final PyGlobal GROUPING = PythonClasses.element("Grouping");
  private static final String LEFT = "left";
  private static final String RIGHT = "right";
  private static final String NEGATE = "negate";
  private static final String COMPARATOR = "comparator";
  private static final String NAME = "_orig_key";
  private static final String PARAM = "param";
  private static final PyGlobal LABEL = PythonClasses.element("Label");
  private static final PyGlobal LABEL_REFERENCE = PythonClasses.element("_label_reference");
  private static final PyGlobal TEXTUAL_REFERENCE =
      PythonClasses.element("_textual_label_reference");
  private static final PyGlobal NULL_TYPE = PythonClasses.type("NullType");

  /** What else was in the state of a label; all of it follows from the rest. */
  private static final List<String> OF_LABELS =
      List.of(
          "key", "element", "_label", "_key_label", "proxies", "quote", "_resolve_label", "type");

  private static final PyGlobal TEXT = PythonClasses.element("TextClause");

  /** A name, an element and a type. */
  private static final int LABEL_ARGUMENTS = 3;

  private static final PyGlobal COLUMN = PythonClasses.element("ColumnClause");

  /** What others refer to as the very object. */
  private static final Set<String> REFERRED_TO =
      Set.of(
          COLUMN.path(),
          "sqlalchemy.sql.schema.Column",
          Binds.BIND.path(),
          PythonClasses.selectable("Alias").path(),
          PythonClasses.selectable("CTE").path(),
          PythonClasses.selectable("Join").path());

  private static final String ANNOTATED_ELEMENT = "_Annotated__element";

  static final List<ReshapingRule> RULES =
      Stream.of(
              // What stands for its opposite follows from the operator.
              Stream.of(
                  ReshapingRule.dropped(UNARY, "negate"),
                  ReshapingRule.renamed(COLUMN, "proxies", "_proxies"),
                  ReshapingRule.dropped(COLLECTION, "negate"),
                  ReshapingRule.when(
                      BINARY, ElementReshaping::isAnyOfColumn, ElementReshaping::nameAfterColumn),
                  ReshapingRule.renamed(TEXT, "bindparams", "_bindparams"),
                  ReshapingRule.of(TEXT, "typemap", ElementReshaping::types),
                  ReshapingRule.dropped(TEXT, "_autocommit"),
                  // How to quote the name of a parameter, which nothing does.
                  ReshapingRule.dropped(Binds.BIND, "quote"),
                  ReshapingRule.when(
                      LABEL,
                      object -> object.has("_element") && object.arguments().isEmpty(),
                      ElementReshaping::label),
                  ReshapingRule.dropped(LABEL_REFERENCE, "type"),
                  ReshapingRule.dropped(TEXTUAL_REFERENCE, "type"),
                  ReshapingRule.when(
                      LIST, ElementReshaping::isConjunction, ElementReshaping::expressionList)),
              Stream.of(LIST, BOOLEAN_LIST, TUPLE, ARRAY)
                  .flatMap(
                      cls ->
                          Stream.of(
                              ReshapingRule.dropped(cls, "_tuple_values"),
                              ReshapingRule.dropped(cls, "_type_tuple"))),
              // Up to 0.7 every list had one.
              Stream.of(ReshapingRule.dropped(LIST, "type")),
              Stream.of(ReshapingRule.dropped(ARRAY, "group_contents")))
          .flatMap(rules -> rules)
          .toList();

  /**
   * Of a copy with annotations, of whichever class: up to 1.1 it was an object with the state of
   * what it copies (rel_1_1_18, {@code sql/annotation.py}).
   */
  static final List<ReshapingRule> OF_ANNOTATED =
      List.of(
          new ReshapingRule(
              PythonClasses.ANNOTATED,
              object -> object.arguments().isEmpty() && object.has(ANNOTATED_ELEMENT),
              ElementReshaping::annotated),
          new ReshapingRule(
              PythonClasses.ANNOTATED,
              object -> object.arguments().size() == LABEL_ARGUMENTS,
              ElementReshaping::annotatedLabel));

  private ElementReshaping() {}

  /**
   * {@code array.any(5)}, which until 1.4.45 was no comparison that can be negated; its parameter
   * is named after the column since (rel_1_4_45, {@code sql/sqltypes.py: ARRAY.Comparator.any}).
   */
  private static boolean isAnyOfColumn(Reshaping object) {
    if (!(object.get(LEFT) instanceof PyObject bind)
        || !Binds.isUnique(bind)
        || column(object.get(RIGHT)) == null) {
      return false;
    }
    boolean isNoComparison =
        object.get(NEGATE) == null
            && object.get("type") instanceof PyObject type
            && type.className().endsWith(".NullType");
    return isNoComparison || wasAsked(bind);
  }

  /**
   * In 1.1 and 1.2 it was {@code literal(5) == any_(array)}: a parameter that was asked to compare
   * itself has a comparator since, that of {@code any_(array) == 5} has none (rel_1_2_19, {@code
   * sql/sqltypes.py}).
   */
  private static boolean wasAsked(PyObject bind) {
    return bind.attribute(COMPARATOR) != null
        && bind.attribute("literal_execute") == null
        && PARAM.equals(Texts.of(Objects.requireNonNullElse(bind.attribute(NAME), "")));
  }

  /** The column whose items are compared with any or all of. */
  private static @Nullable Column column(@Nullable Object node) {
    return node instanceof PyObject
            && Wrappers.innermost(node, ElementReshaping::inParentheses) instanceof Column column
        ? column
        : null;
  }

  private static @Nullable Object inParentheses(@Nullable Object node) {
    return node instanceof PyObject object
            && List.of(COLLECTION.path(), GROUPING.path())
                .contains(PythonClasses.canonical(object.className()))
        ? object.attribute("element")
        : null;
  }

  private static void nameAfterColumn(Reshaping object) {
    String key = Objects.requireNonNull(column(object.get(RIGHT))).key();
    Reshaping bind = new Reshaping((PyObject) object.take(LEFT));
    bind.take(COMPARATOR);
    object.take(NEGATE);
    object
        .put(LEFT, bind.put(NAME, key).done())
        .put("type", PyObject.newObject(PythonClasses.type("Boolean")));
  }

  private static void annotated(Reshaping object) {
    Object element = object.take(ANNOTATED_ELEMENT);
    Object notes = object.take("_annotations");
    object.take("_hash");
    if (element instanceof PyObject original
        && original.type() instanceof PyGlobal cls
        && isChanged(object, original)) {
      element = object.copy().become(cls).done();
    }
    object.call(List.of(element, notes));
  }

  /**
   * Whether the copy has become another than what it was copied from, as where a Query put an alias
   * in place of a table. Otherwise they are one, for the sake of whatever else refers to it.
   */
  private static boolean isChanged(Reshaping copy, PyObject original) {
    String className = PythonClasses.canonical(original.className());
    if (REFERRED_TO.contains(className)) {
      return false;
    }
    for (Map.Entry<Object, Object> entry : original.stateDict()) {
      String key = Texts.of(entry.getKey());
      Object own = copy.get(key);
      if (own instanceof PyNode
          && !own.equals(entry.getValue())
          && !DroppableKeys.of(className).contains(key, own)) {
        return true;
      }
    }
    return false;
  }

  /** SQLAlchemy itself rebuilt such a copy from the parts of the label, and could not. */
  private static void annotatedLabel(Reshaping object) {
    PyObject label = PyObject.reduce(LABEL, object.arguments().toArray());
    object.call(List.of(label, object.take("_annotations")));
  }

  /** The only such list that is none of conditions is the two ends of a BETWEEN. */
  private static boolean isConjunction(Reshaping object) {
    return object.get("operator") instanceof PyGlobal operator && operator.name().equals("and_");
  }

  private static void expressionList(Reshaping object) {
    object.take("group_contents");
    object.put("clauses", PythonItems.tuple(object.take("clauses"))).become(EXPRESSION_LIST);
  }

  /** Up to 0.8 a label was an object with a state (rel_0_8_7). */
  private static void label(Reshaping object) {
    Object given = object.take("_element");
    Object printed = object.get("element");
    // Where an alias was put in place of a table only this was changed.
    Object element = printed == null || isGrouping(printed, given) ? given : printed;
    Object type = object.take("_type");
    object.call(List.of(object.take("name"), element, type == PyNone.NONE ? NULL_TYPE : type));
    OF_LABELS.forEach(object::take);
  }

  @SuppressWarnings("ReferenceEquality") // the very object, not one like it
  private static boolean isGrouping(Object node, Object element) {
    return node == element
        || (node instanceof PyObject grouping && grouping.attribute("element") == element);
  }

  /** Up to 0.8 the types of what a text returns. */
  private static void types(Reshaping object) {
    Object types = object.take("typemap");
    boolean isGiven = types != PyNone.NONE && !(types instanceof PyDict dict && dict.isEmpty());
    if (isGiven) {
      throw new NotUnderstood("state key 'typemap'");
    }
  }
}
