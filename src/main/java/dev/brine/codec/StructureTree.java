package dev.brine.codec;

import dev.brine.error.BrineException;
import dev.brine.pickle.PyDict;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyPersistent;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.DroppableKeys;
import dev.brine.shape.PersistentId;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The parts of a graph for people: caches and what is None, False or empty are left out, and it is
 * cut where it gets too deep or too long. Immutable.
 *
 * @param label one line
 * @param children its parts, in the order of the pickle
 */
public record StructureTree(String label, List<StructureTree> children) {

  private static final int MAX_DEPTH = 12;
  private static final int MAX_NODES = 120;
  private static final String CUT = "…";

  private static final String COLUMN = "sqlalchemy.sql.schema.Column";

  /** The rest is a copy of what the metadata says. */
  private static final Set<String> COLUMN_KEYS = Set.of("name", "table");

  public StructureTree {
    children = List.copyOf(children);
  }

  static StructureTree of(Object graph) {
    return new Builder().tree("", graph, 0);
  }

  /** The tree as lines, each level indented by two blanks. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    addLines("", lines);
    return List.copyOf(lines);
  }

  private void addLines(String indent, List<String> lines) {
    lines.add(indent + label);
    children.forEach(child -> child.addLines(indent + "  ", lines));
  }

  /** Builds one tree. */
  private static final class Builder {

    private final Set<Object> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    StructureTree tree(String prefix, Object node, int depth) {
      nodes++;
      String text = prefix + text(node);
      if (isLeaf(node)) {
        return new StructureTree(text, List.of());
      }
      if (!shown.add(node)) {
        return new StructureTree(text + " (see above)", List.of());
      }
      if (depth >= MAX_DEPTH || nodes >= MAX_NODES) {
        return new StructureTree(text + " " + CUT, List.of());
      }
      return new StructureTree(text, parts(node, depth + 1));
    }

    private List<StructureTree> parts(Object node, int depth) {
      List<StructureTree> parts = new ArrayList<>();
      if (node instanceof PyObject object) {
        object.typeArgs().forEach(argument -> add(parts, "", argument, depth));
        addDict(parts, object.stateDict(), object.className(), depth);
        addDict(parts, object.slotState(), object.className(), depth);
        object.listItems().forEach(item -> add(parts, "", item, depth));
        addDict(parts, object.dictItems(), "", depth);
      } else if (node instanceof PyDict dict) {
        addDict(parts, dict, "", depth);
      } else {
        Containers.elements(node).forEach(element -> add(parts, "", element, depth));
      }
      return parts;
    }

    private void addDict(List<StructureTree> parts, PyDict dict, String className, int depth) {
      String canonical = PythonClasses.canonical(className);
      dict.forEach(
          (key, value) -> {
            String name = key instanceof PyObject ? text(key) : Texts.of(key);
            if (isTelling(canonical, name, value)) {
              add(parts, name + ": ", value, depth);
            }
          });
    }

    private static boolean isTelling(String className, String key, Object value) {
      if (className.equals(COLUMN)) {
        return COLUMN_KEYS.contains(key);
      }
      boolean isCache =
          className.startsWith("sqlalchemy.") && DroppableKeys.of(className).contains(key, value);
      return !isCache && !key.startsWith("__");
    }

    private void add(List<StructureTree> parts, String prefix, Object node, int depth) {
      boolean saysNothing =
          node == PyNone.NONE || Boolean.FALSE.equals(node) || DroppableKeys.isEmpty(node);
      if (saysNothing) {
        return;
      }
      if (nodes < MAX_NODES) {
        parts.add(tree(prefix, node, depth));
      } else if (parts.isEmpty() || !parts.get(parts.size() - 1).label().equals(CUT)) {
        parts.add(new StructureTree(CUT, List.of()));
      }
    }

    private static boolean isLeaf(Object node) {
      if (node instanceof PyObject object) {
        return isName(object) || isType(object) || isConstant(object);
      }
      return Containers.elements(node).isEmpty() && !(node instanceof PyDict);
    }

    private static String text(Object node) {
      if (node instanceof PyObject object) {
        return text(object);
      }
      if (node instanceof Boolean flag) {
        return flag ? "True" : "False";
      }
      if (node instanceof PyPersistent persistent) {
        return reference(persistent);
      }
      if (node instanceof PyGlobal global) {
        return simple(global.path());
      }
      if (node instanceof String text) {
        return quote(text);
      }
      if (node instanceof PyDict) {
        return "dict";
      }
      boolean isCollection = !Containers.elements(node).isEmpty();
      return isCollection ? (node instanceof PyTuple ? "tuple" : "list") : node.toString();
    }

    private static String text(PyObject object) {
      if (isName(object)) {
        return quote(Texts.of(object.typeArgs().get(0)));
      }
      if (isConstant(object)) {
        return simple(object.className()) + "(" + text(object.typeArgs().get(0)) + ")";
      }
      return isType(object) ? type(object) : simple(object.className());
    }

    /** A member of an enumeration, or what SQLAlchemy had before there were such. */
    private static boolean isConstant(PyObject object) {
      return !object.isInstance()
          && object.steps().isEmpty()
          && !object.typeArgs().isEmpty()
          && (object.typeArgs().get(0) instanceof Long || object.className().endsWith(".symbol"));
    }

    private static String quote(String text) {
      String shortened = text.length() > 60 ? text.substring(0, 60) + CUT : text;
      return "'" + shortened.replace("\n", "\\n") + "'";
    }

    /** A path of SQLAlchemy or Python by its last part, one of the user in full. */
    private static String simple(String path) {
      boolean known =
          path.startsWith("sqlalchemy.")
              || path.startsWith("_operator.")
              || path.startsWith("operator.")
              || path.startsWith("builtins.");
      return known ? path.substring(path.lastIndexOf('.') + 1) : path;
    }

    /** {@code quoted_name} and its like are rebuilt from a text. */
    private static boolean isName(PyObject object) {
      String path = object.className();
      return path.startsWith("sqlalchemy.sql.elements.")
          && !object.isInstance()
          && !object.typeArgs().isEmpty()
          && object.typeArgs().get(0) instanceof String
          && object.typeArgs().size() <= 2;
    }

    private static boolean isType(PyObject object) {
      String path = object.className();
      return path.startsWith("sqlalchemy.sql.sqltypes.") || path.startsWith("sqlalchemy.types.");
    }

    private static String type(PyObject object) {
      Object length = object.attribute("length");
      String name = simple(object.className());
      return length instanceof Long ? name + "(" + length + ")" : name;
    }

    private static String reference(PyPersistent persistent) {
      try {
        return reference(PersistentId.parse(persistent.id()));
      } catch (BrineException unknown) {
        return "reference " + quote(Texts.of(persistent.id()));
      }
    }

    private static String reference(PersistentId id) {
      if (id instanceof PersistentId.OfTable table) {
        return "table " + table.key();
      }
      if (id instanceof PersistentId.OfColumn column) {
        return "column " + column.tableKey() + "." + column.columnKey();
      }
      if (id instanceof PersistentId.OfMapper mapper) {
        return "mapper " + mapper.mappedClass().path();
      }
      if (id instanceof PersistentId.OfMapperSelectable mapper) {
        return "mapped table of " + mapper.mappedClass().path();
      }
      if (id instanceof PersistentId.OfMapperProperty property) {
        return "attribute " + property.mappedClass().path() + "." + property.key();
      }
      if (id instanceof PersistentId.OfAttribute attribute) {
        return "attribute " + attribute.mappedClass().path() + "." + attribute.key();
      }
      return id.text().replace(":", "");
    }
  }
}
