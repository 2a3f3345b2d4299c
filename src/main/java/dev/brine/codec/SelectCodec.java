package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Correlation;
import dev.brine.expr.FromClause;
import dev.brine.expr.QueryStatements;
import dev.brine.expr.Select;
import dev.brine.expr.SetupJoin;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyTuple;
import dev.brine.series.SelectReshaping;
import dev.brine.shape.LabelStyles;
import dev.brine.shape.PythonClasses;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SELECT (rel_2_0_52, {@code sql/selectable.py}). */
final class SelectCodec {

  private static final PyGlobal SELECT = PythonClasses.selectable("Select");

  /** In 0.6, those that follow from the columns and conditions among them. */
  static final NodeCodec<Select> ENTRY =
      NodeCodec.of(Select.class, SELECT, SelectCodec::decode, SelectCodec::encode);

  private SelectCodec() {}

  private static Select decode(NodeReader in) {
    Select select = clauses(in).labelStyle(LabelStyles.read(in.find(LabelStyles.KEY))).build();
    // params() of 2.1 (rel_2_1_0b3, sql/base.py: ExecutableStatement); others have the values.
    return (Select) QueryStatements.bound(select, OrmStatementCodecs.params(in));
  }

  /** What a SELECT and a Query have in common. */
  static Select.Builder clauses(NodeReader in) {
    List<ClauseElement> columns = in.require("_raw_columns").elements("_raw_columns");
    List<ColumnElement> where = in.columns("_where_criteria");
    return new Select.Builder()
        .columns(columns)
        .from(
            in.has(SelectReshaping.ALL_FROMS) && !in.has("_from_obj")
                ? ImpliedFroms.without(in.froms(SelectReshaping.ALL_FROMS), columns, where)
                : in.froms("_from_obj"))
        .setupJoins(in.each("_setup_joins", (join, path) -> setupJoin(in, join, path)))
        .where(where)
        .having(in.columns("_having_criteria"))
        .distinct(in.flag("_distinct"))
        .distinctOn(in.columns("_distinct_on"))
        .correlation(correlation(in))
        .tail(SelectTailCodec.read(in))
        .options(StatementOptionsCodec.read(in));
  }

  private static Correlation correlation(NodeReader in) {
    return new Correlation(
        in.froms("_correlate"),
        in.find("_correlate_except") == null ? null : in.froms("_correlate_except"),
        !in.has("_auto_correlate") || in.flag("_auto_correlate"));
  }

  /** A tuple of target, condition, left side and flags. */
  static SetupJoin setupJoin(NodeReader in, Object node, GraphPath path) {
    List<Object> parts = in.itemsOf(node, path, 4);
    GraphToExpr decoder = in.decoder();
    Map<String, Object> flags = decoder.plainDict(parts.get(3), path.index(3));
    if (!Map.of("isouter", true, "full", true).keySet().containsAll(flags.keySet())) {
      throw in.refuse("flags of the join at " + path);
    }
    return new SetupJoin(
        decoder.element(parts.get(0), path.index(0)),
        isNone(parts.get(1)) ? null : decoder.column(parts.get(1), path.index(1)),
        isNone(parts.get(2)) ? null : decoder.from(parts.get(2), path.index(2)),
        Boolean.TRUE.equals(flags.get("isouter")),
        Boolean.TRUE.equals(flags.get("full")));
  }

  private static boolean isNone(Object node) {
    return node == PyNone.NONE;
  }

  private static Object encode(Select select, ExprToGraph out) {
    return write(select, new NodeWriter(out), out)
        .put(LabelStyles.KEY, LabelStyles.write(select.labelStyle()))
        .make(SELECT);
  }

  /** Puts what a SELECT and a Query have in common into a state. */
  static NodeWriter write(Select select, NodeWriter state, ExprToGraph out) {
    state
        .list("_raw_columns", select.columns())
        .tupleIfAny("_from_obj", select.from())
        .tupleIfAny("_where_criteria", select.where())
        .tupleIfAny("_having_criteria", select.having());
    SelectTailCodec.write(select.tail(), state, out);
    StatementOptionsCodec.write(select.options(), state, out);
    write(select.correlation(), state);
    if (!select.setupJoins().isEmpty()) {
      state.put("_setup_joins", write(select.setupJoins(), out));
    }
    if (select.isDistinct()) {
      state.put("_distinct", true);
    }
    return state.tupleIfAny("_distinct_on", select.distinctOn());
  }

  private static void write(Correlation correlation, NodeWriter state) {
    if (correlation.isAutomatic()) {
      return;
    }
    state.put("_auto_correlate", false).tuple("_correlate", correlation.to());
    List<FromClause> except = correlation.except();
    if (except != null) {
      state.tuple("_correlate_except", except);
    }
  }

  static PyTuple write(List<SetupJoin> joins, ExprToGraph out) {
    return PyTuple.of(joins.stream().map(join -> (Object) write(join, out)).toList());
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
