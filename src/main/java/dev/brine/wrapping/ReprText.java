package dev.brine.wrapping;

import dev.brine.pickle.PythonLiteral;
import dev.brine.pickle.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Bytes in Python's notation.
 *
 * @param before what stands before the quote: {@code b}, nothing, …
 * @param after what stands after the last quote
 */
record ReprText(Margins margins, String before, String after) implements Wrapping {

  private static final Map<String, String> AROUND =
      Map.of("b", "", "B", "", "", "", "u", "", "bytearray(b", ")");

  static final class Peeler implements dev.brine.wrapping.Peeler {

    @Override
    public boolean isCertain() {
      return false;
    }

    @Override
    public List<Peeled> peel(byte[] content, ReadLimits limits) {
      Margins margins = Margins.of(content);
      String text = margins.body();
      int open = firstQuote(text);
      String after = open < 0 ? null : AROUND.get(text.substring(0, open));
      if (after == null || !text.endsWith(after)) {
        return List.of();
      }
      String literal = text.substring(open, text.length() - after.length());
      byte[] inside = PythonLiteral.read(literal.getBytes(StandardCharsets.ISO_8859_1));
      // JSON has a text in double quotes, too; Python takes them only where it must.
      boolean mayBeJson = text.startsWith("\"");
      if (inside == null || (mayBeJson && !PythonLiteral.write(inside).equals(literal))) {
        return List.of();
      }
      return List.of(new Peeled(new ReprText(margins, text.substring(0, open), after), inside));
    }

    /** The index of the quote that opens the literal; -1 if there is none near the start. */
    private static int firstQuote(String text) {
      for (int i = 0; i < Math.min(text.length(), "bytearray(b'".length()); i++) {
        if (text.charAt(i) == '\'' || text.charAt(i) == '"') {
          return i;
        }
      }
      return -1;
    }
  }

  @Override
  public WrappingKind kind() {
    return WrappingKind.REPR;
  }

  @Override
  public String details() {
    return before + "'…'" + after;
  }

  @Override
  public byte[] wrap(byte[] content) {
    return margins.around(before + PythonLiteral.write(content) + after);
  }
}
