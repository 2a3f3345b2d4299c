package dev.brine.series;

import dev.brine.expr.InsertFlavour;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.DialectOptions;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.PythonItems;
import java.util.List;
import java.util.stream.Stream;

/** Statements, and what holds one, in the portable form (rel_1_4_0 to rel_2_1_0b3). */
final class PortableStatements {

  private static final PyGlobal UPDATE = PythonClasses.dml(InsertFlavour.STANDARD, "Update");
  private static final PyGlobal DELETE = PythonClasses.dml(InsertFlavour.STANDARD, "Delete");
  private static final PyGlobal VALUES = PythonClasses.selectable("Values");

  private static final String INLINE = "_inline";
  private static final String RETURN_DEFAULTS = "_return_defaults";
  private static final String CONSTRAINT = "constraint_target";
  private static final String ALL_DIALECTS = "*";
  static final List<String> AFFIXES = List.of("_prefixes", "_suffixes");

  static final List<SeriesShape> ALL =
      Stream.of(
              Stream.of("Select", "CompoundSelect", "TextualSelect")
                  .map(PythonClasses::selectable)
                  .map(cls -> SeriesShape.of(cls, PortableStatements::statement)),
              Stream.of(
                  SeriesShape.of(
                      PythonClasses.selectable("Exists"),
                      exists -> exists.put("wraps_column_expression", true)),
                  SeriesShape.of(VALUES, PortableStatements::values),
                  SeriesShape.of(UPDATE, PortableStatements::update),
                  SeriesShape.of(DELETE, PortableStatements::delete),
                  SeriesShape.of(
                      PythonClasses.dml(InsertFlavour.MYSQL, "OnDuplicateClause"),
                      Shapes21::duplicateKeyUpdate)),
              Stream.of(InsertFlavour.POSTGRESQL, InsertFlavour.SQLITE)
                  .flatMap(PortableStatements::onConflict),
              Stream.of(InsertFlavour.values())
                  .map(flavour -> PythonClasses.dml(flavour, "Insert"))
                  .map(cls -> SeriesShape.of(cls, PortableStatements::change)))
          .flatMap(shapes -> shapes)
          .toList();

  private PortableStatements() {}

  private static void statement(Reshaping object) {
    Portability.refuse(object, "_independent_ctes", "add_cte() (new in 1.4.21)");
    affixes(object);
  }

  static void affixes(Reshaping object) {
    AFFIXES.forEach(key -> affixes(object, key));
  }

  /** In 1.4 one for all dialects is for None, which all understand. */
  private static void affixes(Reshaping object, String key) {
    List<Object> pairs = PythonItems.of(object.get(key));
    if (pairs != null) {
      object.put(key, PyTuple.of(pairs.stream().map(PortableStatements::affix).toList()));
    }
  }

  private static Object affix(Object pair) {
    return pair instanceof PyTuple parts && parts.size() == 2 && parts.get(1).equals(ALL_DIALECTS)
        ? PyTuple.of(parts.get(0), PyNone.NONE)
        : pair;
  }

  /** In 1.4 those have no name that are printed without one. */
  private static void values(Reshaping object) {
    if (Boolean.TRUE.equals(object.get("_unnamed"))) {
      object.put("name", PyNone.NONE);
    }
  }

  private static void change(Reshaping object) {
    statement(object);
    object.putIfAbsent(INLINE, false);
    Portability.refuse(
        object, "_sort_by_parameter_order", "returning() sorted by parameters (new in 2.0.10)");
    returnDefaults(object);
    Portability.refuse(
        object, "_supplemental_returning", "columns beside those of return_defaults()");
    if (object.has("_returning") && object.has(RETURN_DEFAULTS)) {
      throw Refusals.PORTABLE.refusal("returning() beside return_defaults()");
    }
    Portability.refuse(
        object, DialectOptions.KEY, "options of a dialect of a statement that changes rows");
  }

  /** The first releases of 1.4 kept the columns in place of the flag. */
  static void returnDefaults(Reshaping object) {
    List<Object> columns = PythonItems.of(object.get("_return_defaults_columns"));
    if (columns != null && !columns.isEmpty()) {
      object.put(RETURN_DEFAULTS, PyTuple.of(columns));
    }
  }

  /** 2.1 keeps the order with the values, the others a list beside them. */
  private static void update(Reshaping object) {
    change(object);
    Shapes21.keepOrder(object);
  }

  private static void delete(Reshaping object) {
    change(object);
    object.take(INLINE);
    Portability.refuse(object, RETURN_DEFAULTS, "return_defaults() of a DELETE");
  }

  private static Stream<SeriesShape> onConflict(InsertFlavour flavour) {
    return Stream.of(
        SeriesShape.of(
            PythonClasses.dml(flavour, "OnConflictDoUpdate"), PortableStatements::conflictUpdate),
        SeriesShape.of(
            PythonClasses.dml(flavour, "OnConflictDoNothing"),
            clause -> clause.putIfAbsent(CONSTRAINT, PyNone.NONE)));
  }

  /** In 2.1 no value stands for itself. */
  private static void conflictUpdate(Reshaping object) {
    object.putIfAbsent(CONSTRAINT, PyNone.NONE);
    Shapes21.conflictUpdate(object);
  }
}
