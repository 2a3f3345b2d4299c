package dev.brine.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import net.razorvine.pickle.Unpickler;

/**
 * Pyrolite as it comes, told only what it must know to read these dumps at all: to keep a
 * persistent id as it is, and to take the arguments of the few calls for their result. It reads the
 * rest into maps.
 */
final class BarePyrolite extends Unpickler {

  static {
    call("sqlalchemy.cyextension.immutabledict", "immutabledict");
    call("sqlalchemy.sql.elements", "_anonymous_label");
    call("sqlalchemy.sql.elements", "quoted_name");
    call("sqlalchemy.sql.elements", "Label");
    call("sqlalchemy.sql.selectable", "SelectLabelStyle");
    call("sqlalchemy.sql.sqltypes", "HasExpressionLookup.Comparator");
  }

  private static void call(String module, String name) {
    registerConstructor(module, name, arguments -> new ArrayList<>(Arrays.asList(arguments)));
  }

  static Object read(byte[] dump) {
    try {
      return new BarePyrolite().loads(dump);
    } catch (IOException e) {
      throw new AssertionError("no I/O when reading from an array", e);
    }
  }

  @Override
  protected Object persistentLoad(Object id) {
    return id;
  }
}
