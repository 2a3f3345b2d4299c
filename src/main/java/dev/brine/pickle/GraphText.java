package dev.brine.pickle;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Shows a node to people, in Python's notation, cut to a bounded length and depth: graphs are large
 * and cyclic.
 */
final class GraphText {

  private static final int MAX_LENGTH = 300;
  private static final int MAX_DEPTH = 3;
  private static final int MAX_ELEMENTS = 8;
  private static final int MAX_TEXT = 80;
  private static final String CUT = "…";

  private final StringBuilder out = new StringBuilder();

  private GraphText() {}

  static String of(Object node) {
    GraphText text = new GraphText();
    text.show(node, 0);
    return text.out.length() <= MAX_LENGTH ? text.out.toString() : text.cut();
  }

  private String cut() {
    return out.substring(0, MAX_LENGTH) + CUT;
  }

  /** What Python calls the type of a node, such as {@code "list"}. */
  static String typeName(Object node) {
    if (node instanceof PyNone) {
      return "NoneType";
    }
    if (node instanceof Boolean) {
      return "bool";
    }
    if (node instanceof Number) {
      return node instanceof Double ? "float" : "int";
    }
    if (node instanceof String || node instanceof PySurrogateText) {
      return "str";
    }
    if (node instanceof PyByteString) {
      return "8-bit str";
    }
    if (node instanceof PyObject object) {
      return object.className();
    }
    String name = node.getClass().getSimpleName();
    return name.startsWith("Py") ? name.substring(2).toLowerCase(Locale.ROOT) : name;
  }

  /** Whether Python 3 has the node as a {@code str}, the 8-bit one of Python 2 included. */
  static boolean isText(Object node) {
    return node instanceof String
        || node instanceof PySurrogateText
        || node instanceof PyByteString;
  }

  private void show(Object node, int depth) {
    if (out.length() > MAX_LENGTH || depth > MAX_DEPTH) {
      out.append(CUT);
    } else if (node instanceof String text) {
      quote(text);
    } else if (node instanceof PySurrogateText text) {
      quote(surrogates(text));
    } else if (node instanceof Boolean flag) {
      out.append(flag ? "True" : "False");
    } else if (node instanceof PyByteString text) {
      quote(text.text());
    } else if (node instanceof PyBytes bytes) {
      bytes("b", bytes.content());
    } else if (node instanceof PyByteArray bytes) {
      bytes("bytearray b", bytes.content());
    } else if (node instanceof PyPersistent persistent) {
      out.append("persistent ");
      show(persistent.id(), depth + 1);
    } else if (node instanceof PyDict dict) {
      dict(dict, depth);
    } else if (node instanceof PyObject object) {
      object(object, depth);
    } else {
      sequence(node, depth);
    }
  }

  private void sequence(Object node, int depth) {
    if (node instanceof PyTuple tuple) {
      elements("(", tuple, tuple.size() == 1 ? ",)" : ")", depth);
    } else if (node instanceof PyList list) {
      elements("[", list, "]", depth);
    } else if (node instanceof PySet set) {
      elements("{", set, "}", depth);
    } else if (node instanceof PyFrozenSet set) {
      elements("frozenset({", set, "})", depth);
    } else if (node instanceof PyNone || node instanceof Number || node instanceof PyGlobal) {
      out.append(node);
    } else {
      // An object of a subclass's own, whose toString may not be bounded.
      out.append('<').append(node.getClass().getSimpleName()).append('>');
    }
  }

  private void object(PyObject object, int depth) {
    out.append(object.className());
    PyTuple args = object.typeArgs();
    if (object.isInstance() && args.isEmpty()) {
      out.append(" object");
    } else {
      elements("(", args, ")", depth);
    }
  }

  private void elements(String open, Iterable<Object> elements, String close, int depth) {
    out.append(open);
    int count = 0;
    for (Object element : elements) {
      if (!separate(count++)) {
        break;
      }
      show(element, depth + 1);
    }
    out.append(close);
  }

  private void dict(PyDict dict, int depth) {
    out.append('{');
    for (int i = 0; i < dict.size() && separate(i); i++) {
      show(dict.keyAt(i), depth + 1);
      out.append(": ");
      show(dict.valueAt(i), depth + 1);
    }
    out.append('}');
  }

  /** Writes the comma before all but the first; false when enough was shown. */
  private boolean separate(int count) {
    out.append(count == 0 ? "" : ", ");
    boolean more = count < MAX_ELEMENTS && out.length() <= MAX_LENGTH;
    out.append(more ? "" : CUT);
    return more;
  }

  private void bytes(String prefix, byte[] content) {
    out.append(prefix);
    int shown = Math.min(content.length, MAX_TEXT + 1);
    quote(new String(content, 0, shown, StandardCharsets.ISO_8859_1));
  }

  private static String surrogates(PySurrogateText text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(MAX_TEXT).forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private void quote(String text) {
    out.append('\'');
    for (int i = 0; i < text.length() && i < MAX_TEXT; i++) {
      quote(text.charAt(i));
    }
    out.append(text.length() > MAX_TEXT ? CUT : "").append('\'');
  }

  private void quote(char character) {
    if (character == '\'' || character == '\\') {
      out.append('\\').append(character);
    } else if (Character.isISOControl(character)) {
      out.append("\\x%02x".formatted((int) character));
    } else {
      out.append(character);
    }
  }
}
