package dev.brine.codec;

import dev.brine.expr.Fetch;
import dev.brine.expr.ForUpdate;
import dev.brine.expr.SelectTail;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.shape.PythonClasses;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clauses of {@code GenerativeSelect} (rel_2_0_52, {@code sql/selectable.py}). */
final class SelectTailCodec {

  private static final PyGlobal FOR_UPDATE = PythonClasses.selectable("ForUpdateArg");
  private static final String WITH_TIES = "with_ties";
  private static final String PERCENT = "percent";

  private SelectTailCodec() {}

  static SelectTail read(NodeReader in) {
    return new SelectTail(
        in.columns("_group_by_clauses"),
        in.columns("_order_by_clauses"),
        in.columnOrNull("_limit_clause"),
        in.columnOrNull("_offset_clause"),
        fetch(in),
        forUpdate(in.childOrNull("_for_update_arg", FOR_UPDATE)));
  }

  private static @Nullable Fetch fetch(NodeReader in) {
    Map<String, Object> options = in.plainDict("_fetch_clause_options");
    if (!List.of(WITH_TIES, PERCENT).containsAll(options.keySet())) {
      throw in.refuse("options of its FETCH");
    }
    return in.find("_fetch_clause") == null
        ? null
        : new Fetch(
            in.column("_fetch_clause"),
            Boolean.TRUE.equals(options.get(PERCENT)),
            Boolean.TRUE.equals(options.get(WITH_TIES)));
  }

  private static @Nullable ForUpdate forUpdate(@Nullable NodeReader in) {
    if (in == null) {
      return null;
    }
    ForUpdate read =
        new ForUpdate(
            in.flag("read"),
            in.flag("nowait"),
            in.flag("skip_locked"),
            in.flag("key_share"),
            in.elements("of"));
    in.finish();
    return read;
  }

  static NodeWriter write(SelectTail tail, NodeWriter state, ExprToGraph out) {
    state
        .tupleIfAny("_group_by_clauses", tail.groupBy())
        .tupleIfAny("_order_by_clauses", tail.orderBy())
        .elementIfGiven("_limit_clause", tail.limit())
        .elementIfGiven("_offset_clause", tail.offset());
    Fetch fetch = tail.fetch();
    if (fetch != null) {
      state
          .element("_fetch_clause", fetch.count())
          .put(
              "_fetch_clause_options",
              new PyDict().put(WITH_TIES, fetch.hasTies()).put(PERCENT, fetch.isPercent()));
    }
    ForUpdate lock = tail.forUpdate();
    if (lock != null) {
      state.put("_for_update_arg", write(lock, out));
    }
    return state;
  }

  private static Object write(ForUpdate lock, ExprToGraph out) {
    return new NodeWriter(out)
        .put("nowait", lock.isNoWait())
        .put("read", lock.isRead())
        .put("skip_locked", lock.isSkipLocked())
        .put("key_share", lock.isKeyShare())
        .put("of", lock.of().isEmpty() ? PyNone.NONE : new PyList(out.elements(lock.of())))
        .make(FOR_UPDATE);
  }
}
