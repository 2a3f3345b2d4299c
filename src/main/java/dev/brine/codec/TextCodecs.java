package dev.brine.codec;

import dev.brine.expr.BindParameter;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.TextClause;
import dev.brine.expr.TextualSelect;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.shape.PythonClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SQL that somebody wrote (rel_2_0_52, {@code sql/elements.py} and {@code sql/selectable.py}). */
final class TextCodecs {

  private static final PyGlobal TEXT = PythonClasses.element("TextClause");
  private static final PyGlobal TEXTUAL_SELECT = PythonClasses.selectable("TextualSelect");

  static final List<NodeCodec<?>> ALL =
      List.of(
          NodeCodec.of(TextClause.class, TEXT, TextCodecs::text, TextCodecs::write),
          NodeCodec.of(
              TextualSelect.class, TEXTUAL_SELECT, TextCodecs::textualSelect, TextCodecs::write));

  private TextCodecs() {}

  private static TextClause text(NodeReader in) {
    Map<String, BindParameter> binds = new LinkedHashMap<>();
    GraphPath path = in.path("_bindparams");
    in.dict("_bindparams")
        .forEach(
            (name, node) ->
                binds.put(
                    in.decoder().text(name, path), bind(in, in.decoder().element(node, path))));
    return new TextClause(in.text("text"), binds, StatementOptionsCodec.read(in));
  }

  private static BindParameter bind(NodeReader in, ClauseElement element) {
    if (element instanceof BindParameter bind) {
      return bind;
    }
    throw in.refuse("state key '_bindparams'");
  }

  private static Object write(TextClause text, ExprToGraph out) {
    PyDict binds = new PyDict();
    text.binds().forEach((name, bind) -> binds.put(name, out.element(bind)));
    NodeWriter state = new NodeWriter(out).put("_bindparams", binds).put("text", text.text());
    return StatementOptionsCodec.write(text.options(), state, out).make(TEXT);
  }

  private static TextualSelect textualSelect(NodeReader in) {
    if (in.element("element") instanceof TextClause text) {
      return new TextualSelect(
          text, in.columns("column_args"), in.flag("positional"), StatementOptionsCodec.read(in));
    }
    throw in.refuse("state key 'element'");
  }

  private static Object write(TextualSelect select, ExprToGraph out) {
    NodeWriter state =
        new NodeWriter(out)
            .element("element", select.element())
            .list("column_args", select.columns())
            .put("positional", select.isPositional());
    return StatementOptionsCodec.write(select.options(), state, out).make(TEXTUAL_SELECT);
  }
}
