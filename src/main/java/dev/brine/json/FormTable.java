package dev.brine.json;

import dev.brine.json.Part.Omitted;
import dev.brine.json.Part.Placing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code nodes.txt} says: the one place that ties Java's names to those of the JSON form. Read
 * once; immutable afterwards, and thread-safe.
 */
final class FormTable {

  /** A part that may not be left out. */
  static final Omitted REQUIRED = before -> Part.NONE;

  private static final String FILE = "nodes.txt";
  private static final String ROOT_PACKAGE = "dev.brine.";

  private static final FormTable TABLE = new FormTable();

  private final Map<Class<?>, RecordForm> records = new LinkedHashMap<>();
  private final Map<Class<?>, EnumForm> enums = new LinkedHashMap<>();
  private final Map<String, RecordForm> byName = new TreeMap<>();
  private final Map<RecordForm, List<String>> lines = new LinkedHashMap<>();

  private FormTable() {
    String current = "";
    Map<String, List<String>> entries = new LinkedHashMap<>();
    for (String line : text().lines().toList()) {
      if (line.startsWith("  ")) {
        Objects.requireNonNull(entries.get(current)).add(line.strip());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        current = line;
        entries.put(current, new ArrayList<>());
      }
    }
    entries.forEach(this::declare);
    Shapes shapes = new Shapes(this);
    lines.forEach((form, parts) -> complete(form, parts, shapes));
  }

  static FormTable get() {
    return TABLE;
  }

  private static String text() {
    try (InputStream file =
        Objects.requireNonNull(FormTable.class.getResourceAsStream(FILE), FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void declare(String header, List<String> parts) {
    String[] sides = header.split(" = ", 2);
    boolean isEnum = sides[0].startsWith("enum ");
    String name = isEnum ? sides[0].substring("enum ".length()) : sides[0];
    Class<?> type = classOf(sides[1]);
    if (isEnum) {
      enums.put(type, EnumForm.of(name, type, parts));
      return;
    }
    RecordForm form = new RecordForm(name, type, constructor(type));
    if (byName.put(name, form) != null || records.put(type, form) != null) {
      throw new AssertionError("twice in " + FILE + ": " + header);
    }
    lines.put(form, parts);
  }

  private static Class<?> classOf(String name) {
    try {
      return Class.forName(ROOT_PACKAGE + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(FILE + " names a class that is not there", e);
    }
  }

  private static java.lang.reflect.Constructor<?> constructor(Class<?> type) {
    Class<?>[] components =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getConstructor(components);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(type.getName(), e); // Public records have a public one.
    }
  }

  private static void complete(RecordForm form, List<String> lines, Shapes shapes) {
    Map<String, Integer> indexes = new HashMap<>();
    RecordComponent[] components = form.type().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      indexes.put(components[i].getName(), i);
    }
    Map<String, Integer> indexOfKey = new HashMap<>();
    for (String line : lines) {
      PartLine part = PartLine.parse(line);
      Integer index = indexes.remove(part.component());
      if (index == null) {
        throw new AssertionError(form.type() + " has no (other) component " + part.component());
      }
      indexOfKey.put(part.key(), index);
      form.add(part(part, index, components[index], indexOfKey, shapes));
    }
    if (!indexes.isEmpty()) {
      throw new AssertionError(FILE + " lacks components of " + form.type() + ": " + indexes);
    }
  }

  private static Part part(
      PartLine line,
      int index,
      RecordComponent component,
      Map<String, Integer> indexOfKey,
      Shapes shapes) {
    Shape shape = shape(line, component, shapes);
    boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Omitted omitted =
        line.omitted() == null
            ? Defaults.of(component.getType(), isNullable)
            : Defaults.parse(line.omitted(), shape, component.getType(), indexOfKey);
    return new Part(
        line.key(), index, component.getAccessor(), shape, isNullable, line.placing(), omitted);
  }

  private static Shape shape(PartLine line, RecordComponent component, Shapes shapes) {
    if (line.placing() == Placing.INLINED) {
      return shapes.ofRecord(component.getType());
    }
    return switch (line.meaning()) {
      case "base" -> EntityShape.OR_BASE;
      case "place" -> new NameShape(component.getType(), true);
      default -> shapes.of(component.getGenericType());
    };
  }

  @Nullable RecordForm find(Class<?> type) {
    return records.get(type);
  }

  @Nullable RecordForm find(String name) {
    return byName.get(name);
  }

  @Nullable EnumForm findEnum(Class<?> type) {
    return enums.get(type);
  }

  /** In the order of their names. */
  Map<String, RecordForm> byName() {
    return byName;
  }

  Iterable<EnumForm> enums() {
    return enums.values();
  }

  /** One indented line. */
  private record PartLine(
      String key, String component, Placing placing, @Nullable String omitted, String meaning) {

    static PartLine parse(String line) {
      String[] meant = line.split(" : ", 2);
      String meaning = meant.length > 1 ? meant[1] : "";
      if (line.startsWith("+ ") || line.startsWith("~ ")) {
        Placing placing = line.startsWith("+") ? Placing.INLINED : Placing.ALONE;
        return new PartLine(line.substring(2), line.substring(2), placing, null, meaning);
      }
      String[] sides = meant[0].split(" \\? ", 2);
      String[] names = sides[0].split(" = ", 2);
      return new PartLine(
          names[0],
          names[names.length - 1],
          Placing.UNDER_ITS_KEY,
          sides.length > 1 ? sides[1] : null,
          meaning);
    }
  }
}
