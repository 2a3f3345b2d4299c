package dev.brine.shape;

import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNode;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PythonEnumMember;
import dev.brine.pickle.PythonValues;
import dev.brine.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of an Enum's state that follows from its names and its Python class. */
public final class EnumState {

  public static final PyGlobal NO_ARG = new PyGlobal("sqlalchemy.sql.base", "_NoArg");

  /** The constant by the name that it had before it was an enum. */
  public static final PyGlobal PORTABLE_NO_ARG = new PyGlobal("sqlalchemy.sql.base", "NO_ARG");

  private EnumState() {}

  /** Adds the dicts between members and names, and what else is always there. */
  public static void addLookups(SqlType type, PyDict state) {
    PyDict byMember = new PyDict();
    PyDict byName = new PyDict();
    Object cls =
        type.attribute("enum_class") instanceof String path
            ? TypeClasses.ofText(path)
            : PyNone.NONE;
    List<?> names = list(type, "enums");
    for (int i = 0; i < names.size(); i++) {
      Object name = names.get(i);
      Object member = cls == PyNone.NONE ? name : member(cls, type, i, name);
      byMember.put(member, name);
      byName.put(name, member);
    }
    // What a member is looked up by may as well be its name, or None.
    names.forEach(name -> byMember.put(name, name));
    byMember.put(PyNone.NONE, PyNone.NONE);
    byName.put(PyNone.NONE, PyNone.NONE);
    state
        .put("_valid_lookup", byMember)
        .put("_object_lookup", byName)
        .put("_sort_key_function", PyObject.reduce(NO_ARG, 0L))
        .put("_default_length", defaultLength(type))
        .put("metadata", PyNone.NONE);
  }

  /** The values of the members, in the order of the names; null unless all are known. */
  public static @Nullable List<Object> values(PyObject type) {
    if (!(type.attribute("enum_class") instanceof PyGlobal)
        || !(type.attribute("enums") instanceof PyList names)
        || !(type.attribute("_object_lookup") instanceof PyDict members)) {
      return null;
    }
    List<Object> values = new ArrayList<>();
    for (Object name : names) {
      Object member = members.get(name);
      PythonEnumMember read = member == null ? null : PythonValues.enumMember(member);
      if (read != null && isPlain(read.value())) {
        values.add(read.value());
      }
    }
    return values.size() == names.size() ? List.copyOf(values) : null;
  }

  /** Whether it is a value, and not the graph of what no value stands for. */
  private static boolean isPlain(@Nullable Object value) {
    return value != null && !(value instanceof PyNode);
  }

  /** By its value, as Python writes it, or else as the attribute of its class. */
  private static PyObject member(Object cls, SqlType type, int index, Object name) {
    List<?> values = list(type, "values");
    return index < values.size()
        ? PyObject.reduce(cls, PythonValues.toPython(values.get(index)))
        : PyObject.reduce(Calls.GETATTR, cls, name);
  }

  private static List<?> list(SqlType type, String attribute) {
    return type.attribute(attribute) instanceof List<?> list ? list : List.of();
  }

  private static long defaultLength(SqlType type) {
    return list(type, "enums").stream().mapToLong(name -> name.toString().length()).max().orElse(0);
  }
}
