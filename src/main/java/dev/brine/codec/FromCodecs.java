package dev.brine.codec;

import dev.brine.expr.Alias;
import dev.brine.expr.FromGrouping;
import dev.brine.expr.Join;
import dev.brine.expr.Opaque;
import dev.brine.expr.TableRef;
import dev.brine.pickle.PyGlobal;
import dev.brine.shape.PythonClasses;
import java.util.List;

/** What one can select from (rel_2_0_52, {@code sql/selectable.py}), and what stands for itself. */
final class FromCodecs {

  private static final PyGlobal ALIAS = PythonClasses.selectable("Alias");
  private static final PyGlobal JOIN = PythonClasses.selectable("Join");
  private static final PyGlobal FROM_GROUPING = PythonClasses.selectable("FromGrouping");

  static final List<NodeCodec<?>> ALL =
      List.of(
          NodeCodec.of(
              Alias.class,
              ALIAS,
              in -> new Alias(in.from("element"), in.name("name")),
              (alias, out) ->
                  new NodeWriter(out)
                      .element("element", alias.element())
                      .name("name", alias.name())
                      .make(ALIAS)),
          NodeCodec.of(
              Join.class,
              JOIN,
              in ->
                  new Join(
                      in.from("left"),
                      in.from("right"),
                      in.column("onclause"),
                      in.flag("isouter"),
                      in.flag("full")),
              (join, out) -> write(join, new NodeWriter(out)).make(JOIN)),
          NodeCodec.of(
              FromGrouping.class,
              FROM_GROUPING,
              in -> new FromGrouping(in.from("element")),
              (grouping, out) ->
                  new NodeWriter(out).element("element", grouping.element()).make(FROM_GROUPING)),
          // A persistent id stands for a table: it has no class and no state.
          new NodeCodec<>(
              TableRef.class, List.of(), FromCodecs::never, (table, out) -> table.table()),
          // Whatever class it has is known to no entry.
          new NodeCodec<>(
              Opaque.class, List.of(), FromCodecs::never, (opaque, out) -> out.opaque(opaque)));

  private FromCodecs() {}

  /** Puts the parts of a join into a state. */
  static NodeWriter write(Join join, NodeWriter state) {
    return state
        .element("left", join.left())
        .element("right", join.right())
        .element("onclause", join.onclause())
        .put("isouter", join.isOuter())
        .put("full", join.isFull());
  }

  private static Opaque never(NodeReader in) {
    throw new AssertionError("no class leads here: " + in.className());
  }
}
