package dev.brine.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.NumberOutput;
import dev.brine.pickle.DeepStack;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints JSON made of Maps, Lists, Strings, Longs, Integers, Doubles, Booleans, null and {@link
 * Slot}s, the same on every machine: as one line, or indented, with what fits in a line on one.
 */
final class JsonText {

  private static final int WIDTH = 100;
  private static final int STEP = 2;
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private final StringBuilder out = new StringBuilder();
  private int depth;

  private JsonText() {}

  static String oneLine(Map<String, @Nullable Object> document) {
    JsonText text = new JsonText();
    text.line(document, NO_LIMIT);
    return text.out.toString();
  }

  /** Ends with a line break. */
  static String indented(Map<String, @Nullable Object> document) {
    JsonText text = new JsonText();
    text.block(document, 0, 0);
    return text.out.append('\n').toString();
  }

  private static @Nullable Object seen(@Nullable Object value) {
    if (!(value instanceof Slot slot)) {
      return value;
    }
    return slot.isShared() ? Map.of(JsonForm.REF, slot.name()) : seen(slot.content);
  }

  private void block(@Nullable Object slotOrValue, int indent, int trailing) {
    DeepStack.at(
        ++depth,
        () -> {
          printBlock(slotOrValue, indent, trailing);
          return out;
        });
    depth--;
  }

  private void printBlock(@Nullable Object slotOrValue, int indent, int trailing) {
    Object value = seen(slotOrValue);
    int start = out.length();
    int column = start - (out.lastIndexOf("\n") + 1);
    boolean isDocument = start == 0;
    if (!isDocument && line(value, start + WIDTH - column - trailing)) {
      return;
    }
    out.setLength(start);
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      object(map, indent + STEP);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      array(list, indent + STEP);
    } else {
      line(value, NO_LIMIT);
    }
  }

  private void object(Map<?, ?> map, int indent) {
    out.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> i = map.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<?, ?> entry = i.next();
      newLine(indent);
      quote((String) entry.getKey());
      out.append(": ");
      block(entry.getValue(), indent, 1);
      out.append(i.hasNext() ? "," : "");
    }
    newLine(indent - STEP);
    out.append('}');
  }

  private void array(List<?> list, int indent) {
    out.append('[');
    for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
      newLine(indent);
      block(i.next(), indent, 1);
      out.append(i.hasNext() ? "," : "");
    }
    newLine(indent - STEP);
    out.append(']');
  }

  private void newLine(int indent) {
    out.append('\n').append(" ".repeat(indent));
  }

  /** Prints on the current line; false as soon as the text is longer than that. */
  private boolean line(@Nullable Object slotOrValue, int limit) {
    boolean fits = DeepStack.at(++depth, () -> printLine(slotOrValue, limit));
    depth--;
    return fits;
  }

  private boolean printLine(@Nullable Object slotOrValue, int limit) {
    Object value = seen(slotOrValue);
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      boolean isFirst = true;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(isFirst ? "" : ", ");
        isFirst = false;
        quote((String) entry.getKey());
        out.append(": ");
        if (!line(entry.getValue(), limit)) {
          return false;
        }
      }
      out.append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      boolean isFirst = true;
      for (Object each : list) {
        out.append(isFirst ? "" : ", ");
        isFirst = false;
        if (!line(each, limit)) {
          return false;
        }
      }
      out.append(']');
    } else {
      scalar(value);
    }
    return out.length() <= limit;
  }

  private void scalar(@Nullable Object value) {
    if (value instanceof String text) {
      quote(text);
    } else if (value instanceof Double number) {
      // Not Double.toString, which gives other digits in newer releases of Java.
      out.append(NumberOutput.toString(number, true));
    } else {
      out.append(value == Json.NULL ? null : value);
    }
  }

  private void quote(String text) {
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    out.append('"');
  }
}
