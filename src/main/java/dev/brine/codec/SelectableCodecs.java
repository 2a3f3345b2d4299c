package dev.brine.codec;

import dev.brine.expr.ClauseElement;
import dev.brine.expr.CompoundSelect;
import dev.brine.expr.Cte;
import dev.brine.expr.Exists;
import dev.brine.expr.ScalarSelect;
import dev.brine.expr.SelectStatementGrouping;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.Statement;
import dev.brine.expr.Subquery;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.schema.Types;
import dev.brine.shape.CompoundKeywords;
import dev.brine.shape.LabelStyles;
import dev.brine.shape.PythonClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds a statement (rel_2_0_52, {@code sql/selectable.py}). */
final class SelectableCodecs {

  static final List<NodeCodec<?>> ALL =
      List.of(
          entry(
              Subquery.class,
              "Subquery",
              in -> new Subquery(in.statement("element"), in.name("name")),
              (subquery, state, out) ->
                  state.element("element", subquery.element()).name("name", subquery.name())),
          entry(Cte.class, "CTE", SelectableCodecs::cte, SelectableCodecs::write),
          entry(
              ScalarSelect.class,
              "ScalarSelect",
              in -> new ScalarSelect(in.statement("element"), in.type("type", Types.NULL)),
              (select, state, out) ->
                  state.element("element", select.element()).type(select.type())),
          entry(
              Exists.class,
              "Exists",
              SelectableCodecs::exists,
              (exists, state, out) ->
                  state
                      .element("element", exists.element())
                      .operator("operator", StandardOperator.EXISTS)
                      .put("modifier", PyNone.NONE)
                      .type(Types.BOOLEAN)
                      .put("wraps_column_expression", true)),
          entry(
              SelectStatementGrouping.class,
              "SelectStatementGrouping",
              in -> new SelectStatementGrouping(in.statement("element")),
              (grouping, state, out) -> state.element("element", grouping.element())),
          entry(
              CompoundSelect.class,
              "CompoundSelect",
              SelectableCodecs::compound,
              SelectableCodecs::write));

  private SelectableCodecs() {}

  /** Puts an element's parts into the state of its object. */
  @FunctionalInterface
  private interface Parts<T> {
    NodeWriter write(T element, NodeWriter state, ExprToGraph out);
  }

  private static <T extends ClauseElement> NodeCodec<T> entry(
      Class<T> type, String className, NodeCodec.Decoder decoder, Parts<T> parts) {
    PyGlobal cls = PythonClasses.selectable(className);
    return NodeCodec.of(
        type,
        cls,
        decoder,
        (element, out) -> parts.write(element, new NodeWriter(out), out).make(cls));
  }

  private static Cte cte(NodeReader in) {
    Cte aliased = cteOrNull(in, "_cte_alias");
    // The alias of one is made by a call of it, in the portable form.
    Cte whole = in.has("element") ? null : aliased;
    return new Cte(
        whole != null ? whole.element() : in.statement("element"),
        in.name("name"),
        whole != null ? whole.isRecursive() : in.flag("recursive"),
        in.flag("nesting"),
        aliased,
        cteOrNull(in, "_restates"),
        StatementOptionsCodec.prefixes(in),
        StatementOptionsCodec.suffixes(in));
  }

  private static @Nullable Cte cteOrNull(NodeReader in, String key) {
    if (in.find(key) == null) {
      return null;
    }
    if (in.element(key) instanceof Cte cte) {
      return cte;
    }
    throw in.refuse("state key '" + key + "'");
  }

  private static NodeWriter write(Cte cte, NodeWriter state, ExprToGraph out) {
    state
        .element("element", cte.element())
        .name("name", cte.name())
        .put("recursive", cte.isRecursive())
        .put("nesting", cte.isNesting())
        .element("_cte_alias", cte.aliased())
        .element("_restates", cte.restated());
    return StatementOptionsCodec.writeAffixes(cte.prefixes(), cte.suffixes(), state, out);
  }

  private static Exists exists(NodeReader in) {
    if (in.operatorOrNull("operator") != StandardOperator.EXISTS
        || in.operatorOrNull("modifier") != null) {
      throw in.refuse("another operator than EXISTS");
    }
    in.type("type", Types.BOOLEAN);
    // The first releases of 2.0 left it in parentheses of another kind.
    return in.element("element") instanceof SelectStatementGrouping grouping
        ? new Exists(new ScalarSelect(grouping.element(), Types.NULL))
        : new Exists(in.column("element"));
  }

  private static CompoundSelect compound(NodeReader in) {
    List<Statement> selects = in.each("selects", in.decoder()::statement);
    if (selects.isEmpty()) {
      throw in.refuse("no SELECT in it");
    }
    return new CompoundSelect(
        CompoundKeywords.read(in.find(CompoundKeywords.KEY)),
        selects,
        SelectTailCodec.read(in),
        LabelStyles.read(in.find(LabelStyles.KEY)),
        StatementOptionsCodec.read(in));
  }

  private static NodeWriter write(CompoundSelect select, NodeWriter state, ExprToGraph out) {
    state
        .put("keyword", CompoundKeywords.write(select.keyword()))
        .list("selects", select.selects());
    SelectTailCodec.write(select.tail(), state, out);
    StatementOptionsCodec.write(select.options(), state, out);
    return state.put(LabelStyles.KEY, LabelStyles.write(select.labelStyle()));
  }
}
