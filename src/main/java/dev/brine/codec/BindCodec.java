package dev.brine.codec;

import dev.brine.expr.BindParameter;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyBytes;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PythonTuple;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import dev.brine.shape.PythonClasses;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bind parameters (rel_2_0_52, {@code sql/elements.py}, {@code BindParameter.__setstate__}). */
final class BindCodec {

  private static final PyGlobal BIND = PythonClasses.element("BindParameter");
  private static final PyGlobal LIMIT_OR_OFFSET = PythonClasses.selectable("_OffsetLimitParam");
  private static final String DEFAULT_KEY = "param";

  static final NodeCodec<BindParameter> ENTRY =
      new NodeCodec<>(
          BindParameter.class,
          List.of(BIND, LIMIT_OR_OFFSET),
          BindCodec::decode,
          BindCodec::encode);

  private BindCodec() {}

  private static BindParameter decode(NodeReader in) {
    boolean isUnique = in.flag("unique");
    SqlType type = in.type("type", Types.NULL);
    return new BindParameter(
        key(in, isUnique),
        EnumMembers.of(value(in, type), type),
        type,
        in.flag("required"),
        isUnique,
        in.flag("expanding"),
        in.operatorOrNull("expand_op"),
        in.flag("literal_execute"),
        in.flag("isoutparam"),
        in.className().equals(LIMIT_OR_OFFSET.path()));
  }

  /** Only the type tells whether an 8-bit string of Python 2 is bytes or text. */
  private static @Nullable Object value(NodeReader in, SqlType type) {
    return type.isA(TypeName.BINARY_) && in.find("value") instanceof PyByteString bytes
        ? PyBytes.of(bytes.bytes())
        : in.value("value");
  }

  /**
   * As Python does on loading, the key of a unique parameter is made anew from the original one.
   */
  private static Name key(NodeReader in, boolean isUnique) {
    if (!isUnique) {
      in.find("_orig_key");
      return in.name("key");
    }
    in.find("key");
    // A made-up name, of a subquery's column, is not built upon.
    Object given = in.find("_orig_key");
    boolean isNamed = given != null && !NameCodec.isAnonymous(given);
    String original = isNamed ? in.text("_orig_key") : DEFAULT_KEY;
    return AnonymousName.of(in.decoder().names().nextToken(), AnonymousTokens.sanitize(original));
  }

  private static Object encode(BindParameter bind, ExprToGraph out) {
    Name key = bind.key();
    Object original =
        key instanceof AnonymousName anonymous
            ? AnonymousTokens.base(anonymous.template(), DEFAULT_KEY)
            : out.name(key);
    return new NodeWriter(out)
        .name("key", key)
        .put("_orig_key", original)
        .put("unique", bind.isUnique())
        .put("value", out.value(value(bind)))
        .put("callable", PyNone.NONE)
        .put("isoutparam", bind.isOutParameter())
        .put("required", bind.isRequired())
        .put("expanding", bind.isExpanding())
        .operator("expand_op", bind.expandOperator())
        .put("literal_execute", bind.isLiteralExecute())
        .type(bind.type())
        .make(bind.isLimitOrOffset() ? LIMIT_OR_OFFSET : BIND);
  }

  /** Each item of a tuple IN is a tuple in Python, and may be a list in Java. */
  private static @Nullable Object value(BindParameter bind) {
    boolean isTupleIn = bind.isExpanding() && bind.type().name() == TypeName.TUPLE_TYPE;
    return isTupleIn && bind.value() instanceof List<?> items
        ? items.stream().map(BindCodec::tuple).toList()
        : bind.value();
  }

  private static Object tuple(Object item) {
    return item instanceof List<?> parts ? new PythonTuple(new ArrayList<>(parts)) : item;
  }
}
