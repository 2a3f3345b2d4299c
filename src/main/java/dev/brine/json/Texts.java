package dev.brine.json;

import dev.brine.pickle.PySurrogateText;
import java.util.List;
import java.util.stream.IntStream;

/** Text, of which UTF-8 cannot hold all that Python's can. */
final class Texts {

  static final String CODE_POINTS = "code_points";

  private Texts() {}

  static Object write(String text) {
    return isSound(text) ? text : codePoints(text.codePoints());
  }

  static Object codePoints(IntStream codePoints) {
    List<Object> all = codePoints.<Object>mapToObj(each -> (long) each).toList();
    return ValueWriting.tagged(CODE_POINTS, all);
  }

  /** Whether every surrogate has its other half. */
  private static boolean isSound(String text) {
    return text.codePoints()
        .noneMatch(each -> each <= 0xFFFF && Character.isSurrogate((char) each));
  }

  static Object read(Place json) {
    return PySurrogateText.of(json.items().stream().mapToInt(Texts::codePoint).toArray());
  }

  private static int codePoint(Place json) {
    int codePoint = json.smallWhole();
    if (!Character.isValidCodePoint(codePoint)) {
      throw json.expected("a code point of Unicode");
    }
    return codePoint;
  }
}
