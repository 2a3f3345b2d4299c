package dev.brine.codec;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.shape.EnumState;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.TypeClasses;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the state of a type keeps its arguments, where that is not under the argument's own name or
 * not as it is (rel_2_0_52).
 */
final class TypeState {

  private static final PyGlobal COMPILE = new PyGlobal("re", "_compile");
  private static final PyGlobal TEXT_CLAUSE = PythonClasses.element("TextClause");

  /** {@code re.UNICODE}, which every expression over text has. */
  private static final long UNICODE = 32L;

  /** Class attributes that an instance has only when it was given them. */
  private static final Set<String> ONLY_WHEN_GIVEN = Set.of("astext_type", "text_type", "regexp");

  /** What 0.8 and older keep beside a name, for they have no name with quotes of its own. */
  static final String QUOTE = "quote";

  private static final Set<String> FUNCTIONS = Set.of("enum_class", "values_callable");

  private TypeState() {}

  /** The state key that holds a constructor argument; null where none does. */
  static @Nullable String key(TypeName name, String attribute) {
    return switch (attribute) {
      case "values" -> name.isA(TypeName.ENUM) ? null : attribute;
      case "elements" -> "_elements";
      case "omit_aliases" -> "_omit_aliases";
      case "regexp" -> "_reg";
      case "storage_format" -> name == TypeName.ORACLE_VECTOR ? attribute : "_storage_format";
      default -> attribute;
    };
  }

  /** Whether the key is left out for None. */
  static boolean isOptional(TypeName name, String attribute) {
    return ONLY_WHEN_GIVEN.contains(attribute)
        || (attribute.equals("storage_format") && name != TypeName.ORACLE_VECTOR);
  }

  /** Keys whose value follows from the arguments. */
  static Set<String> derivedKeys(TypeName name) {
    return switch (name) {
      // In 0.6 the state is that of the DateTime it decorates.
      case INTERVAL -> Set.of("impl", "impl_instance", "timezone");
      case TUPLE_TYPE -> Set.of("_fully_typed");
      // Up to 0.8 whether the name stands in quotes.
      case ENUM, POSTGRESQL_ENUM -> Set.of(QUOTE);
      // Up to 1.3 the values lie there twice, and with how they were quoted.
      case MYSQL_ENUM -> Set.of("_enumerated_values", "quoting", "strict");
      case MYSQL_SET ->
          Set.of(
              "_bitmap",
              "_inversed_bitmap",
              "_ddl_values",
              "_enumerated_values",
              "quoting",
              "strict");
      case POSTGRESQL_DOMAIN -> Set.of("metadata", "_schema_provided", "_inherit_schema");
      // Up to 0.7 whether values are compared by content when a row is saved.
      case POSTGRESQL_ARRAY, ARRAY, PICKLE_TYPE -> Set.of("mutable");
      default -> Set.of();
    };
  }

  /** The class whose keys may be left out for the same reasons as those of the given one. */
  static PyGlobal likeness(TypeName name) {
    return TypeClasses.python(name.isA(TypeName.ENUM) ? TypeName.ENUM : name);
  }

  /** What an argument is kept as in a form of its own; null if it is kept as it is. */
  static @Nullable Object write(TypeName name, String attribute, @Nullable Object value) {
    if (value instanceof String text) {
      if (FUNCTIONS.contains(attribute)) {
        return TypeClasses.ofText(text);
      }
      return switch (attribute) {
        case "check" -> textClause(text);
        case "regexp" -> PyObject.reduce(COMPILE, text, UNICODE);
        case "storage_format", "storage_type" ->
            name == TypeName.ORACLE_VECTOR ? vectorMember(attribute, text) : null;
        default -> null;
      };
    }
    return name == TypeName.MYSQL_SET && value instanceof List<?> items
        ? PyTuple.of(List.<Object>copyOf(items))
        : null;
  }

  /** The argument that is kept in a form of its own; null if it is kept as it is. */
  static @Nullable Object read(String attribute, @Nullable Object node) {
    if (!(node instanceof PyObject call)) {
      return null;
    }
    return switch (attribute) {
      case "check" -> textOf(call);
      // 1.4 says by a symbol that nothing was given, and means what 2.0 has by default.
      case "omit_aliases" -> true;
      case "regexp", "storage_format", "storage_type" ->
          call.args().isEmpty() ? null : call.args().get(0);
      default -> null;
    };
  }

  private static PyObject textClause(String text) {
    return PyObject.newObject(TEXT_CLAUSE)
        .build(new PyDict().put("_bindparams", new PyDict()).put("text", text));
  }

  private static Object textOf(PyObject clause) {
    if (!clause.className().equals(TEXT_CLAUSE.path())
        || !(clause.attribute("text") instanceof String text)
        || !(clause.attribute("_bindparams") instanceof PyDict binds && binds.isEmpty())) {
      throw new NotUnderstood("a condition that is no plain text");
    }
    return text;
  }

  private static PyObject vectorMember(String attribute, String name) {
    String cls = attribute.equals("storage_type") ? "VectorStorageType" : "VectorStorageFormat";
    return PyObject.reduce(new PyGlobal("sqlalchemy.dialects.oracle.vector", cls), name);
  }

  /** Adds what follows from the arguments, which SQLAlchemy writes all the same. */
  static void addDerived(SqlType type, PyDict state) {
    TypeName name = type.name();
    if (name.isA(TypeName.ENUM)) {
      EnumState.addLookups(type, state);
    }
    switch (name) {
      case TUPLE_TYPE -> state.put("_fully_typed", isFullyTyped(type));
      case POSTGRESQL_DOMAIN -> state.put("metadata", PyNone.NONE);
      case MYSQL_SET -> addBitmaps(type, state);
      case POSTGRESQL_BIT -> addLength(type, state);
      default -> {
        // The other classes keep their arguments and nothing else.
      }
    }
    if (name.isA(TypeName.BOOLEAN_)
        || name.isA(TypeName.ENUM)
        || name == TypeName.POSTGRESQL_DOMAIN) {
      state.put("_create_events", true);
    }
  }

  /** A BIT without a length has one bit, a BIT VARYING any number. */
  private static void addLength(SqlType type, PyDict state) {
    if (type.attribute("length") == null && !type.flag("varying")) {
      state.put("length", 1L);
    }
  }

  private static boolean isFullyTyped(SqlType type) {
    return type.attribute("types") instanceof List<?> types
        && types.stream().noneMatch(each -> each instanceof SqlType item && item.isNull());
  }

  private static void addBitmaps(SqlType type, PyDict state) {
    if (!type.flag("retrieve_as_bitwise") || !(type.attribute("values") instanceof List<?> names)) {
      return;
    }
    PyDict byName = new PyDict();
    PyDict byBit = new PyDict();
    for (int i = 0; i < names.size(); i++) {
      byName.put(names.get(i), 1L << i);
      byBit.put(1L << i, names.get(i));
    }
    state.put("_inversed_bitmap", byName).put("_bitmap", byBit);
  }
}
