package dev.brine.codec;

import dev.brine.expr.InsertFlavour;
import dev.brine.pickle.PyGlobal;
import java.util.Map;

/**
 * Where SQLAlchemy's classes live: in the code they go by their path in 2.0 (rel_2_0_52), and every
 * other path that a dump may hold for one is listed here.
 */
final class PythonClasses {

  /** The path that resolves in every series, with and without the C extensions. */
  static final PyGlobal IMMUTABLE_DICT = new PyGlobal("sqlalchemy.util", "immutabledict");

  private static final String ELEMENTS = "sqlalchemy.sql.elements";
  private static final String SELECTABLE = "sqlalchemy.sql.selectable";

  /** Where the types were up to 0.8. */
  private static final String OLD_TYPES = "sqlalchemy.types.";

  private static final Map<String, String> SAME_AS =
      Map.of(
          "sqlalchemy.util._py_collections.immutabledict", IMMUTABLE_DICT.path(),
          "sqlalchemy.util._collections.immutabledict", IMMUTABLE_DICT.path(),
          "sqlalchemy.cyextension.immutabledict.immutabledict", IMMUTABLE_DICT.path(),
          "sqlalchemy.cimmutabledict.immutabledict", IMMUTABLE_DICT.path(),
          "sqlalchemy.util._immutabledict_cy.immutabledict", IMMUTABLE_DICT.path());

  private PythonClasses() {}

  /** The path in 2.0 of a class that a dump of any series names. */
  static String canonical(String path) {
    return path.startsWith(OLD_TYPES)
        ? type(path.substring(OLD_TYPES.length())).path()
        : SAME_AS.getOrDefault(path, path);
  }

  static PyGlobal element(String name) {
    return new PyGlobal(ELEMENTS, name);
  }

  static PyGlobal selectable(String name) {
    return new PyGlobal(SELECTABLE, name);
  }

  static PyGlobal function(String name) {
    return new PyGlobal("sqlalchemy.sql.functions", name);
  }

  static PyGlobal type(String name) {
    return new PyGlobal("sqlalchemy.sql.sqltypes", name);
  }

  /** A class for statements that change rows: the common one, or that of a dialect. */
  static PyGlobal dml(InsertFlavour flavour, String name) {
    return new PyGlobal(
        switch (flavour) {
          case STANDARD -> "sqlalchemy.sql.dml";
          case POSTGRESQL -> "sqlalchemy.dialects.postgresql.dml";
          case SQLITE -> "sqlalchemy.dialects.sqlite.dml";
          case MYSQL -> "sqlalchemy.dialects.mysql.dml";
        },
        name);
  }

  static PyGlobal operator(String name) {
    return new PyGlobal("sqlalchemy.sql.operators", name);
  }

  /** Python's {@code operator} module, whose functions name themselves by the C module. */
  static PyGlobal standardOperator(String name) {
    return new PyGlobal("_operator", name);
  }
}
