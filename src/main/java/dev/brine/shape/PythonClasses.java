package dev.brine.shape;

import dev.brine.expr.InsertFlavour;
import dev.brine.expr.StandardOperator;
import dev.brine.pickle.PyGlobal;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where SQLAlchemy's classes live: in the code they go by their path in 2.0 (rel_2_0_52), and every
 * other path that a dump may hold for one is listed in {@code former-class-paths.txt}.
 */
public final class PythonClasses {

  /** The path that resolves in every series, with and without the C extensions. */
  public static final PyGlobal IMMUTABLE_DICT = new PyGlobal("sqlalchemy.util", "immutabledict");

  private static final String ELEMENTS = "sqlalchemy.sql.elements";
  private static final String SELECTABLE = "sqlalchemy.sql.selectable";

  /** Where the types were up to 0.8. */
  private static final String OLD_TYPES = "sqlalchemy.types.";

  /** What the path of an annotated copy's class begins with; the class it copies follows. */
  public static final String ANNOTATED = "sqlalchemy.sql.annotation.Annotated";

  /** The same up to 0.8. */
  private static final String OLD_ANNOTATED = "sqlalchemy.sql.util.Annotated";

  /** The function that annotates an element with all that is in it, called with both. */
  public static final PyGlobal DEEP_ANNOTATE =
      new PyGlobal("sqlalchemy.sql.util", "_deep_annotate");

  public static final PyGlobal CUSTOM_OPERATOR = operator("custom_op");

  public static final PyGlobal MEMOIZED_ENTITIES = selectable("_MemoizedSelectEntities");

  private static final Map<String, String> FORMER_PATHS =
      WordTable.read(PythonClasses.class, "former-class-paths.txt").stream()
          .collect(Collectors.toUnmodifiableMap(words -> words.get(0), words -> words.get(1)));

  private static final ClassCache<String> CANONICAL =
      new ClassCache<>(PythonClasses::findCanonical);

  private PythonClasses() {}

  /** The path in 2.0 of a class that a dump of any series names. */
  public static String canonical(String path) {
    return CANONICAL.get(path);
  }

  private static String findCanonical(String path) {
    if (path.startsWith(OLD_ANNOTATED)) {
      return ANNOTATED + path.substring(OLD_ANNOTATED.length()).replaceFirst("^_", "");
    }
    if (path.equals(DEEP_ANNOTATE.path())) {
      return ANNOTATED;
    }
    return path.startsWith(OLD_TYPES)
        ? type(path.substring(OLD_TYPES.length())).path()
        : FORMER_PATHS.getOrDefault(path, path);
  }

  public static PyGlobal element(String name) {
    return new PyGlobal(ELEMENTS, name);
  }

  public static PyGlobal selectable(String name) {
    return new PyGlobal(SELECTABLE, name);
  }

  public static PyGlobal function(String name) {
    return new PyGlobal("sqlalchemy.sql.functions", name);
  }

  public static PyGlobal type(String name) {
    return new PyGlobal("sqlalchemy.sql.sqltypes", name);
  }

  /** A class for statements that change rows: the common one, or that of a dialect. */
  public static PyGlobal dml(InsertFlavour flavour, String name) {
    return new PyGlobal(
        switch (flavour) {
          case STANDARD -> "sqlalchemy.sql.dml";
          case POSTGRESQL -> "sqlalchemy.dialects.postgresql.dml";
          case SQLITE -> "sqlalchemy.dialects.sqlite.dml";
          case MYSQL -> "sqlalchemy.dialects.mysql.dml";
        },
        name);
  }

  public static PyGlobal operator(String name) {
    return new PyGlobal("sqlalchemy.sql.operators", name);
  }

  /** The function of an operator. */
  public static PyGlobal operator(StandardOperator operator) {
    return operator.isFromStandardLibrary()
        ? standardOperator(operator.pythonName())
        : operator(operator.pythonName());
  }

  /** Python's {@code operator} module, whose functions name themselves by the C module. */
  public static PyGlobal standardOperator(String name) {
    return new PyGlobal("_operator", name);
  }
}
