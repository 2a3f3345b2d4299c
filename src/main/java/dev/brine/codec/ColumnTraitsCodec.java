package dev.brine.codec;

import dev.brine.expr.ColumnTraits;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PySet;
import dev.brine.schema.ColumnDefault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Column} in no table of the metadata says besides its name and type (rel_2_0_58,
 * {@code sql/schema.py}).
 */
final class ColumnTraitsCodec {

  private static final PyGlobal SCALAR_DEFAULT =
      new PyGlobal("sqlalchemy.sql.schema", "ScalarElementColumnDefault");
  private static final String DEFAULT = "default";
  private static final String ONUPDATE = "onupdate";
  private static final String NULLABLE = "nullable";
  private static final String PRIMARY_KEY = "primary_key";

  /** What only CREATE TABLE or a join without a condition asks for. */
  private static final List<String> NOT_CARRIED =
      List.of(
          "index",
          "unique",
          "server_default",
          "server_onupdate",
          "computed",
          "identity",
          "comment",
          "system");

  /** The same, in sets. */
  private static final List<String> SETS_NOT_CARRIED = List.of("constraints", "foreign_keys");

  private ColumnTraitsCodec() {}

  /** What the state of a Column says. */
  static ColumnTraits read(NodeReader in) {
    boolean hasMore = NOT_CARRIED.stream().map(in::find).anyMatch(ColumnTraitsCodec::saysSomething);
    boolean hasConstraints =
        SETS_NOT_CARRIED.stream().anyMatch(key -> !Containers.elements(in.find(key)).isEmpty());
    if (hasMore || hasConstraints) {
      throw in.refuse("a Column without a table");
    }
    return new ColumnTraits(
        !Boolean.FALSE.equals(in.find(NULLABLE)),
        Boolean.TRUE.equals(in.find(PRIMARY_KEY)),
        value(in, DEFAULT),
        value(in, ONUPDATE));
  }

  private static boolean saysSomething(@Nullable Object value) {
    return value != null && !Boolean.FALSE.equals(value);
  }

  /** SQL and functions are not carried: what a policy allows is not asked of them. */
  private static @Nullable Object value(NodeReader in, String key) {
    Object node = in.find(key);
    if (node == null) {
      return null;
    }
    ColumnDefault read = new ColumnDefaultsReader(in.decoder()).columnDefault(node, in.path(key));
    if (read instanceof ColumnDefault.Scalar scalar) {
      return scalar.value();
    }
    throw in.refuse("a Column without a table whose '" + key + "' is no value");
  }

  /** The keys that say so in the state of a Column. */
  static void write(ColumnTraits traits, NodeWriter state, ExprToGraph out) {
    state
        .put(NULLABLE, traits.nullable())
        .put(PRIMARY_KEY, traits.primaryKey())
        .put(DEFAULT, scalar(traits.onInsert(), false, out))
        .put(ONUPDATE, scalar(traits.onUpdate(), true, out))
        .put("autoincrement", "auto");
    NOT_CARRIED.forEach(key -> state.put(key, PyNone.NONE));
    SETS_NOT_CARRIED.forEach(key -> state.put(key, new PySet()));
  }

  private static Object scalar(@Nullable Object value, boolean isForUpdate, ExprToGraph out) {
    return value == null
        ? PyNone.NONE
        : PyObject.newObject(SCALAR_DEFAULT)
            .build(
                new PyDict()
                    .put("arg", out.value(value))
                    .put("for_update", isForUpdate)
                    .put("column", PyNone.NONE));
  }
}
