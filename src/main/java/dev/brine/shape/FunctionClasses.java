package dev.brine.shape;

import dev.brine.expr.GenericFunction;
import dev.brine.pickle.PyGlobal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which Python class a {@link GenericFunction} is: most go by the function's own name (rel_2_0_52,
 * {@code sql/functions.py}; {@code dialects/postgresql/hstore.py} and {@code ext.py}).
 */
public final class FunctionClasses {

  private static final String HSTORE = "sqlalchemy.dialects.postgresql.hstore";
  private static final String SEARCH = "sqlalchemy.dialects.postgresql.ext";

  private static final Map<GenericFunction, PyGlobal> HSTORE_CLASSES =
      Map.of(
          GenericFunction.HSTORE, new PyGlobal(HSTORE, "hstore"),
          GenericFunction.DEFINED, new PyGlobal(HSTORE, "_HStoreDefinedFunction"),
          GenericFunction.DELETE, new PyGlobal(HSTORE, "_HStoreDeleteFunction"),
          GenericFunction.SLICE, new PyGlobal(HSTORE, "_HStoreSliceFunction"),
          GenericFunction.AKEYS, new PyGlobal(HSTORE, "_HStoreKeysFunction"),
          GenericFunction.AVALS, new PyGlobal(HSTORE, "_HStoreValsFunction"),
          GenericFunction.HSTORE_TO_ARRAY, new PyGlobal(HSTORE, "_HStoreArrayFunction"),
          GenericFunction.HSTORE_TO_MATRIX, new PyGlobal(HSTORE, "_HStoreMatrixFunction"));

  private static final Map<String, GenericFunction> BY_PATH =
      Arrays.stream(GenericFunction.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  function -> python(function).path(), Function.identity()));

  private FunctionClasses() {}

  public static List<PyGlobal> all() {
    return Arrays.stream(GenericFunction.values()).map(FunctionClasses::python).toList();
  }

  public static @Nullable GenericFunction byPath(String path) {
    return BY_PATH.get(path);
  }

  public static PyGlobal python(GenericFunction function) {
    PyGlobal hstore = HSTORE_CLASSES.get(function);
    if (hstore != null) {
      return hstore;
    }
    return function.isPostgresql()
        ? new PyGlobal(SEARCH, function.functionName())
        : PythonClasses.function(function.functionName());
  }
}
