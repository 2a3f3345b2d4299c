package dev.brine.series;

import dev.brine.expr.MappedProperty;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Dicts;
import dev.brine.shape.LoadElementState;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PythonItems;
import dev.brine.shape.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a Query up to 1.3 noted of its loader options where it applied them, {@code _attributes}
 * (rel_1_3_24, {@code orm/strategy_options.py}; rel_0_7_10, {@code orm/interfaces.py}): under pairs
 * of a word and a path, in which, other than in the options, aliases are there as themselves.
 */
final class EarlyAttributes {

  private static final String POLYMORPHIC = "path_with_polymorphic";
  private static final String USES_MAPPER_PATH = "use_mapper_path";
  private static final String ENTITY = "entity";
  private static final String MAPPER = "mapper";
  private static final String EAGER_FROM_ALIAS = "eager_from_alias";

  /** What is noted of a path. */
  private record Note(String word, List<Object> path, Object value) {}

  private final List<Note> notes = new ArrayList<>();

  EarlyAttributes(Object attributes) {
    PyDict dict = attributes instanceof PyDict plain ? plain : immutable(attributes);
    dict.forEach(
        (key, value) -> {
          if (key instanceof PyTuple pair && pair.size() == 2) {
            List<Object> path = PythonItems.of(pair.get(1));
            if (path != null && !path.isEmpty()) {
              notes.add(new Note(Texts.of(pair.get(0)), path, value));
            }
          }
        });
  }

  private static PyDict immutable(Object node) {
    return node instanceof PyObject object && Dicts.isImmutable(object)
        ? Dicts.of(object)
        : new PyDict();
  }

  /**
   * Options name aliases by their class, so let those that have options be found by it.
   *
   * @param entities what the Query selects
   * @throws NotUnderstood if it selects the class as something else, too
   */
  void nameAliases(List<Object> entities) {
    for (Note note : notes) {
      if (note.path().get(0) instanceof PyObject alias && alias.attribute(MAPPER) != null) {
        Object mapper = Objects.requireNonNull(alias.attribute(MAPPER));
        long ofClass = entities.stream().filter(each -> isOf(each, mapper)).count();
        if (ofClass > 1) {
          throw new NotUnderstood("a loader option for one of several entities of a class");
        }
        name(alias);
        // In 0.8 the class held all that the inspection holds.
        if (alias.attribute(ENTITY) instanceof PyObject cls) {
          name(cls);
        }
      }
    }
  }

  private static boolean isOf(Object entity, Object mapper) {
    boolean isClass =
        entity instanceof PyObject object && object.className().equals(EarlyEntities.MAPPER_ENTITY);
    return isClass && mapper.equals(((PyObject) entity).attribute(MAPPER));
  }

  private static void name(PyObject alias) {
    alias.stateDict().put(USES_MAPPER_PATH, true);
  }

  /** Gives the options of {@code contains_eager()} the aliases that {@code of_type()} named. */
  void complete(List<Object> options) {
    for (Object option : options) {
      if (option instanceof PyObject chain) {
        PythonItems.ofNode(value(chain, "_to_bind")).forEach(this::completeElement);
      }
    }
  }

  private void completeElement(Object node) {
    List<Object> path =
        node instanceof PyObject element
            ? PythonItems.ofNode(value(element, LoadElementState.PATH))
            : List.of();
    boolean isAlong = !path.isEmpty() && path.get(path.size() - 1) instanceof PyTuple;
    if (isAlong
        && value((PyObject) node, LoadElementState.OPTIONS) instanceof PyDict options
        && options.get(EAGER_FROM_ALIAS) == PyNone.NONE) {
      Object alias = aliasAlong((PyTuple) path.get(path.size() - 1));
      if (alias != null) {
        options.put(EAGER_FROM_ALIAS, alias);
      }
    }
  }

  /** The selectable of the alias that a relationship was said to lead to. */
  private @Nullable Object aliasAlong(PyTuple attribute) {
    return notes.stream()
        .filter(note -> note.word().equals(POLYMORPHIC))
        .filter(note -> endsWith(note.path(), attribute))
        .map(note -> note.value() instanceof PyObject alias ? selectable(alias) : null)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** In 0.8 under the other name. */
  private static @Nullable Object selectable(PyObject alias) {
    Object selectable = alias.attribute("alias");
    return selectable == null ? alias.attribute("selectable") : selectable;
  }

  private static boolean endsWith(List<Object> path, PyTuple attribute) {
    return path.get(path.size() - 1) instanceof MappedProperty property
        && attribute.get(0) instanceof PyGlobal cls
        && cls.path().equals(property.parent().entity().className())
        && Texts.of(attribute.get(1)).equals(property.key());
  }

  private static Object value(PyObject object, String key) {
    return Objects.requireNonNullElse(object.attribute(key), PyNone.NONE);
  }
}
