package dev.brine.series;

import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.TypeName;
import dev.brine.shape.Dicts;
import dev.brine.shape.Symbols;
import dev.brine.shape.TypeClasses;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Types in 1.3 (rel_1_3_24, {@code sql/sqltypes.py} and {@code type_api.py}). What is not in a
 * state, 1.3 misses only when the statement is run.
 */
final class TypeShapes13 {

  private static final PyGlobal VARIANT = new PyGlobal("sqlalchemy.sql.type_api", "Variant");
  private static final PyGlobal NO_ARG = new PyGlobal("sqlalchemy.sql.base", "_NoArg");
  private static final String VARIANTS = "_variant_mapping";

  static final Set<TypeName> WITHOUT_STATE =
      Set.of(TypeName.OPAQUE, TypeName.TYPE_DECORATOR, TypeName.PICKLE_TYPE);

  static final List<SeriesShape> ALL =
      Stream.concat(
              Arrays.stream(TypeName.values())
                  .filter(name -> !WITHOUT_STATE.contains(name))
                  .map(
                      name ->
                          new SeriesShape(
                              TypeClasses.python(name).path(), object -> type(name, object))),
              Stream.of(new SeriesShape(NO_ARG.path(), word -> Symbols.write("NO_ARG"))))
          .toList();

  private TypeShapes13() {}

  private static PyObject type(TypeName name, PyObject object) {
    Reshaping reshaping = new Reshaping(object);
    if (name.isA(TypeName.STRING)) {
      string(name, reshaping);
    }
    if (name == TypeName.MYSQL_SET || name == TypeName.MYSQL_ENUM) {
      reshaping.put("quoting", "auto").put("_enumerated_values", PyTuple.EMPTY);
    }
    return beforeVariants(reshaping);
  }

  /**
   * Up to 1.4 a type with variants was one around them; by a call, as Python cannot load the state
   * that it writes.
   */
  static PyObject beforeVariants(Reshaping type) {
    type.take("native_uuid");
    Object variants = type.take(VARIANTS);
    PyObject own = type.done();
    return variants instanceof PyObject dict ? PyObject.reduce(VARIANT, own, Dicts.of(dict)) : own;
  }

  /** How text is told from bytes, which Python 2 asks. */
  static void string(TypeName name, Reshaping type) {
    boolean isUnicode =
        name.isA(TypeName.UNICODE) || name.isA(TypeName.UNICODE_TEXT) || name.isA(TypeName.ENUM);
    type.put("_expect_unicode", isUnicode)
        .put("_expect_unicode_error", PyNone.NONE)
        .put("_warn_on_bytestring", isUnicode && !name.isA(TypeName.ENUM));
  }
}
