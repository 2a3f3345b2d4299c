package dev.brine.codec;

import dev.brine.expr.NextValue;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import dev.brine.schema.Sequence;
import dev.brine.schema.Types;
import dev.brine.shape.PythonClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sequences and their next values (rel_2_0_58, {@code sql/schema.py} and {@code functions.py}). Of
 * what a sequence is created with, such as where it starts, no statement asks, so that it is not
 * kept; nor are the column and the metadata it belongs to.
 */
final class SequenceCodec {

  private static final PyGlobal NEXT_VALUE = PythonClasses.function("next_value");
  private static final PyGlobal SEQUENCE = new PyGlobal("sqlalchemy.sql.schema", "Sequence");

  private static final String NAME = "name";
  private static final String SCHEMA = "schema";
  private static final String OPTIONAL = "optional";

  /** What {@code Sequence} sets even where nothing is given, and reads again to create one. */
  private static final List<String> DEFINITION =
      List.of(
          "start",
          "increment",
          "minvalue",
          "maxvalue",
          "nominvalue",
          "nomaxvalue",
          "cycle",
          "cache",
          "order",
          "column",
          "metadata",
          "data_type");

  static final NodeCodec<NextValue> NEXT =
      NodeCodec.of(
          NextValue.class,
          NEXT_VALUE,
          SequenceCodec::nextValue,
          (next, out) ->
              new NodeWriter(out)
                  .put("sequence", write(next.sequence(), out))
                  .type(next.type())
                  .make(NEXT_VALUE));

  private SequenceCodec() {}

  private static NextValue nextValue(NodeReader in) {
    PyObject sequence = in.child("sequence", SEQUENCE).node();
    // Up to 1.3 it is the class that has the type.
    return new NextValue(
        read(sequence, in.decoder(), in.path("sequence")), in.type("type", Types.INTEGER));
  }

  static boolean isSequence(PyObject object) {
    return PythonClasses.canonical(object.className()).equals(SEQUENCE.path());
  }

  static Sequence read(PyObject object, GraphToExpr decoder, GraphPath path) {
    QuotedName name = name(object, NAME, "quote", decoder, path);
    if (name == null) {
      throw GraphToExpr.wrong("a sequence with a name", object, path);
    }
    return new Sequence(
        name,
        name(object, SCHEMA, "quote_schema", decoder, path),
        Boolean.TRUE.equals(object.attribute(OPTIONAL)));
  }

  /**
   * A name, which says itself whether it stands in quotes.
   *
   * @param quote the key that said so up to 0.8 (rel_0_8_7, {@code schema.py})
   */
  private static @Nullable QuotedName name(
      PyObject object, String key, String quote, GraphToExpr decoder, GraphPath path) {
    Object node = object.attribute(key);
    if (node == null || node == PyNone.NONE) {
      return null;
    }
    Name name = decoder.names().read(node, path);
    if (object.attribute(quote) instanceof Boolean isQuoted) {
      return new QuotedName(name.text(), isQuoted ? Quoting.ALWAYS : Quoting.NEVER);
    }
    return name instanceof QuotedName quoted ? quoted : Name.of(name.text());
  }

  private static PyObject write(Sequence sequence, ExprToGraph out) {
    QuotedName schema = sequence.schema();
    String name = sequence.name().text();
    PyDict state =
        new PyDict()
            .put(NAME, out.name(sequence.name()))
            .put(SCHEMA, schema == null ? PyNone.NONE : out.name(schema))
            .put("_key", schema == null ? name : schema.text() + "." + name)
            .put(OPTIONAL, sequence.isOptional())
            .put("for_update", false);
    DEFINITION.forEach(key -> state.put(key, PyNone.NONE));
    return PyObject.newObject(SEQUENCE).build(state);
  }
}
