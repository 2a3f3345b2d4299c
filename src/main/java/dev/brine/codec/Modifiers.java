package dev.brine.codec;

import dev.brine.expr.BinaryExpression;
import dev.brine.expr.StandardOperator;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyNone;
import java.util.TreeMap;

/**
 * What an operator was given besides its operands. SQLAlchemy always writes the modifier that an
 * operator may take, and in places relies on it; an expression here leaves it out when it is None.
 */
final class Modifiers {

  private Modifiers() {}

  static PyDict write(BinaryExpression binary) {
    PyDict modifiers = new PyDict();
    if (binary.operator() instanceof StandardOperator operator) {
      addDefault(operator, modifiers);
    }
    // Sorted, since the map's own order differs from run to run.
    new TreeMap<>(binary.modifiers()).forEach(modifiers::put);
    return modifiers;
  }

  private static void addDefault(StandardOperator operator, PyDict modifiers) {
    switch (operator) {
      case LIKE,
          NOT_LIKE,
          ILIKE,
          NOT_ILIKE,
          CONTAINS,
          NOT_CONTAINS,
          ICONTAINS,
          NOT_ICONTAINS,
          STARTSWITH,
          NOT_STARTSWITH,
          ISTARTSWITH,
          NOT_ISTARTSWITH,
          ENDSWITH,
          NOT_ENDSWITH,
          IENDSWITH,
          NOT_IENDSWITH ->
          modifiers.put("escape", PyNone.NONE);
      case BETWEEN, NOT_BETWEEN -> modifiers.put("symmetric", false);
      case REGEXP_MATCH, NOT_REGEXP_MATCH, REGEXP_REPLACE -> modifiers.put("flags", PyNone.NONE);
      default -> {
        // The others take none.
      }
    }
  }
}
