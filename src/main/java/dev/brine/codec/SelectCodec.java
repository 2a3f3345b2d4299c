package dev.brine.codec;

import dev.brine.error.MalformedPickleException;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.Select;
import dev.brine.expr.SetupJoin;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SELECT (rel_2_0_52, {@code sql/selectable.py}). */
final class SelectCodec {

  private static final PyGlobal SELECT = PythonClasses.selectable("Select");
  private static final PyGlobal LABEL_STYLE = PythonClasses.selectable("SelectLabelStyle");

  /** In the order of {@code SelectLabelStyle}'s values, 0 to 3. */
  private static final List<LabelStyle> STYLES =
      List.of(
          LabelStyle.NONE,
          LabelStyle.TABLENAME_PLUS_COL,
          LabelStyle.DISAMBIGUATE_ONLY,
          LabelStyle.LEGACY_ORM);

  static final NodeCodec<Select> ENTRY =
      NodeCodec.of(Select.class, SELECT, SelectCodec::decode, SelectCodec::encode);

  private SelectCodec() {}

  private static Select decode(NodeReader in) {
    return new Select.Builder()
        .columns(in.require("_raw_columns").elements("_raw_columns"))
        .from(in.froms("_from_obj"))
        .setupJoins(in.each("_setup_joins", (join, path) -> setupJoin(in, join, path)))
        .where(in.columns("_where_criteria"))
        .groupBy(in.columns("_group_by_clauses"))
        .having(in.columns("_having_criteria"))
        .orderBy(in.columns("_order_by_clauses"))
        .limit(in.columnOrNull("_limit_clause"))
        .offset(in.columnOrNull("_offset_clause"))
        .distinct(in.flag("_distinct"))
        .labelStyle(labelStyle(in))
        .build();
  }

  private static LabelStyle labelStyle(NodeReader in) {
    Object style = in.find("_label_style");
    if (style == null) {
      return LabelStyle.NONE;
    }
    if (!(style instanceof PyObject call) || !call.className().equals(LABEL_STYLE.path())) {
      throw in.refuse("state key '_label_style'");
    }
    if (call.typeArgs().size() == 1
        && call.typeArgs().get(0) instanceof Long number
        && number >= 0
        && number < STYLES.size()) {
      return STYLES.get(number.intValue());
    }
    throw in.refuse("a label style that there is not");
  }

  /** A tuple of target, condition, left side and flags. */
  private static SetupJoin setupJoin(NodeReader in, Object node, GraphPath path) {
    List<Object> parts = in.itemsOf(node, path);
    if (parts.size() != 4) {
      throw new MalformedPickleException(
          "a join has 4 parts, the one at %s has %d".formatted(path, parts.size()));
    }
    GraphToExpr decoder = in.decoder();
    Map<String, Object> flags = decoder.plainDict(parts.get(3), path.index(3));
    if (!Map.of("isouter", true, "full", true).keySet().containsAll(flags.keySet())) {
      throw in.refuse("flags of the join at " + path);
    }
    return new SetupJoin(
        decoder.from(parts.get(0), path.index(0)),
        isNone(parts.get(1)) ? null : decoder.column(parts.get(1), path.index(1)),
        isNone(parts.get(2)) ? null : decoder.from(parts.get(2), path.index(2)),
        Boolean.TRUE.equals(flags.get("isouter")),
        Boolean.TRUE.equals(flags.get("full")));
  }

  private static boolean isNone(Object node) {
    return node == PyNone.NONE;
  }

  private static Object encode(Select select, ExprToGraph out) {
    NodeWriter state =
        new NodeWriter(out)
            .list("_raw_columns", select.columns())
            .tupleIfAny("_from_obj", select.from())
            .tupleIfAny("_where_criteria", select.where())
            .tupleIfAny("_group_by_clauses", select.groupBy())
            .tupleIfAny("_having_criteria", select.having())
            .tupleIfAny("_order_by_clauses", select.orderBy())
            .elementIfGiven("_limit_clause", select.limit())
            .elementIfGiven("_offset_clause", select.offset());
    if (!select.setupJoins().isEmpty()) {
      state.put(
          "_setup_joins",
          PyTuple.of(select.setupJoins().stream().map(join -> write(join, out)).toList()));
    }
    if (select.isDistinct()) {
      state.put("_distinct", true);
    }
    long style = STYLES.indexOf(select.labelStyle());
    return state.put("_label_style", PyObject.reduce(LABEL_STYLE, style)).make(SELECT);
  }

  private static PyTuple write(SetupJoin join, ExprToGraph out) {
    PyDict flags = new PyDict().put("isouter", join.isOuter()).put("full", join.isFull());
    return PyTuple.of(
        out.element(join.target()), orNone(join.onclause(), out), orNone(join.left(), out), flags);
  }

  private static Object orNone(dev.brine.expr.@Nullable ClauseElement element, ExprToGraph out) {
    return element == null ? PyNone.NONE : out.element(element);
  }
}
