package dev.brine.codec;

import dev.brine.schema.TypeName;
import dev.brine.shape.DroppableKeys;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the state of one type class holds.
 *
 * @param arguments of the constructor, each with the key that keeps it
 * @param keys all that are understood
 * @param droppable the keys that say nothing
 */
record TypeShape(List<Argument> arguments, Set<String> keys, DroppableKeys droppable) {

  /** The state key of other types to use on some dialects. */
  static final String VARIANTS = "_variant_mapping";

  private static final Map<TypeName, TypeShape> SHAPES = shapes();

  /**
   * An argument.
   *
   * @param key null where none keeps it
   */
  record Argument(String name, @Nullable String key) {}

  private static Map<TypeName, TypeShape> shapes() {
    Map<TypeName, TypeShape> shapes = new EnumMap<>(TypeName.class);
    for (TypeName name : TypeName.values()) {
      if (name != TypeName.OPAQUE && name != TypeName.TYPE_DECORATOR) {
        shapes.put(name, shape(name));
      }
    }
    return shapes;
  }

  private static TypeShape shape(TypeName name) {
    List<Argument> arguments =
        name.attributes().stream()
            .map(each -> new Argument(each.name(), TypeState.key(name, each.name())))
            .toList();
    Set<String> keys = new HashSet<>(TypeState.derivedKeys(name));
    keys.add(VARIANTS);
    for (Argument argument : arguments) {
      if (argument.key() != null) {
        keys.add(argument.key());
      }
    }
    return new TypeShape(
        arguments, Set.copyOf(keys), DroppableKeys.of(TypeState.likeness(name).path()));
  }

  /** Of a class of SQLAlchemy's own. */
  static TypeShape of(TypeName name) {
    TypeShape shape = SHAPES.get(name);
    if (shape == null) {
      throw new AssertionError("no class of SQLAlchemy's own: " + name);
    }
    return shape;
  }
}
