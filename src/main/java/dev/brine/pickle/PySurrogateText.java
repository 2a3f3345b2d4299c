package dev.brine.pickle;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Text that holds a high surrogate followed by a low one as two code points. Python allows it; in a
 * Java String the two would melt into one character and be written back as other bytes. All other
 * text is a {@link String}, lone surrogates included.
 *
 * <p>Immutable; equal by value.
 */
public final class PySurrogateText implements PyNode {

  private final int[] codePoints;

  private PySurrogateText(int[] codePoints) {
    this.codePoints = codePoints;
  }

  /** The text of these code points: a String wherever one can hold it, else this type. */
  public static Object of(int... codePoints) {
    for (int i = 1; i < codePoints.length; i++) {
      if (isSurrogate(codePoints[i - 1], Character.MIN_HIGH_SURROGATE)
          && isSurrogate(codePoints[i], Character.MIN_LOW_SURROGATE)) {
        return new PySurrogateText(codePoints.clone());
      }
    }
    return new String(codePoints, 0, codePoints.length);
  }

  private static boolean isSurrogate(int codePoint, char first) {
    return codePoint >= first && codePoint < first + 0x400;
  }

  public IntStream codePoints() {
    return Arrays.stream(codePoints);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PySurrogateText that && Arrays.equals(codePoints, that.codePoints);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codePoints);
  }

  @Override
  public String toString() {
    return GraphText.of(this);
  }
}
