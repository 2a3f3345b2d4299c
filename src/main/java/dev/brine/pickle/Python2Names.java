package dev.brine.pickle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Maps the names of modules and their members between Python 2 and Python 3, as CPython does for
 * protocols below 3 ({@code fix_imports}). Thread-safe.
 */
final class Python2Names {

  private static final String TABLE = "python2-names.txt";
  private static final Map<String, String> TO_PYTHON_3 = new HashMap<>();
  private static final Map<String, String> TO_PYTHON_2 = new HashMap<>();

  static {
    try (InputStream table =
            Objects.requireNonNull(Python2Names.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(Python2Names::register);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a resource of our own jar
    }
  }

  private Python2Names() {}

  private static void register(String line) {
    String[] parts = line.split(" ", -1);
    if (!parts[0].equals("<")) {
      TO_PYTHON_3.put(parts[1], parts[2]);
    }
    if (!parts[0].equals(">")) {
      TO_PYTHON_2.put(parts[2], parts[1]);
    }
  }

  static PyGlobal toPython3(String module, String name) {
    return map(TO_PYTHON_3, module, name);
  }

  static PyGlobal toPython2(String module, String name) {
    return map(TO_PYTHON_2, module, name);
  }

  /** The member's own entry comes before its module's. */
  private static PyGlobal map(Map<String, String> table, String module, String name) {
    String member = table.get(module + ":" + name);
    if (member != null) {
      int colon = member.indexOf(':');
      return new PyGlobal(member.substring(0, colon), member.substring(colon + 1));
    }
    return new PyGlobal(table.getOrDefault(module, module), name);
  }
}
