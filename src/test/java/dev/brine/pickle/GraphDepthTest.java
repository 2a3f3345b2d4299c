package dev.brine.pickle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.error.MalformedPickleException;
import dev.brine.error.PickleLimitException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a graph is too deep must not depend on how its depth is found out. */
class GraphDepthTest {

  private static final int STREAMS = 20_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 12})
  void aLimitIsExceededByWhatAWalkFindsTooDeep(int limit) {
    Random random = new Random(limit);
    int read = 0;
    int tooDeep = 0;
    for (int i = 0; i < STREAMS; i++) {
      byte[] pickle = new Pickle(random).write();
      Object graph = graph(pickle);
      if (graph != null) {
        boolean isTooDeep = GraphDepth.exceeds(graph, limit);
        assertThat(isRefused(pickle, limit)).as("stream %d", i).isEqualTo(isTooDeep);
        read++;
        tooDeep += isTooDeep ? 1 : 0;
      }
    }
    assertThat(read).isGreaterThan(STREAMS / 4);
    assertThat(tooDeep).isPositive().isLessThan(read);
  }

  @Test
  void manyShallowObjectsAreNotTooDeep() {
    byte[] pickle = bytes("](" + "}K\1]s\u0085".repeat(20) + "e.");

    assertThat(isRefused(pickle, 10)).isFalse();
    assertThat(isRefused(pickle, 3)).isTrue();
  }

  private static @Nullable Object graph(byte[] pickle) {
    try {
      return new PythonUnpickler().loads(pickle);
    } catch (MalformedPickleException | PickleLimitException none) {
      return null;
    }
  }

  private static boolean isRefused(byte[] pickle, int limit) {
    try {
      new PythonUnpickler(ReadLimits.DEFAULT.with(Limit.MAX_DEPTH, limit)).loads(pickle);
      return false;
    } catch (PickleLimitException tooDeep) {
      return true;
    }
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(ISO_8859_1);
  }

  /**
   * A random pickle that puts things together in every way, drops and shares them, and changes them
   * afterwards; some ask too much of a thing, and are no pickles.
   */
  private static final class Pickle {

    private static final String MADE = "cm\nC\n)\u0081";

    private final Random random;
    private int left = 40;
    private int memoised;

    Pickle(Random random) {
      this.random = random;
    }

    byte[] write() {
      return bytes("\u0080\5" + value() + ".");
    }

    private String value() {
      if (--left < 0) {
        return "N";
      }
      String made = composite();
      if (random.nextInt(3) > 0) {
        return made;
      }
      memoised++;
      return made + "\u0094";
    }

    private String composite() {
      return switch (random.nextInt(22)) {
        case 0 -> "N";
        case 1, 2 -> fetched();
        case 3, 4 -> value() + "\u0085";
        case 5, 6 -> value() + value() + "\u0086";
        case 7 -> "(" + value() + value() + "t";
        case 8 -> "(" + value() + value() + "l";
        case 9 -> memoised("]") + value() + "a";
        case 10 -> memoised("]") + "(" + value() + value() + "e";
        case 11 -> memoised("}") + key() + value() + "s";
        case 12 -> memoised("}") + "(" + key() + value() + key() + value() + "u";
        case 13 -> "\u008f(" + key() + key() + "\u0090";
        case 14 -> "(" + key() + key() + "\u0091";
        case 15 -> memoised(MADE) + value() + "b";
        case 16 -> memoised(MADE) + value() + "a" + value() + "a" + key() + value() + "s";
        case 17 -> "cm\nf\n" + value() + "\u0085R";
        case 18 -> fetched() + value() + "a0" + value();
        case 19 -> value() + "0" + value();
        case 20 -> value() + "2\u0086";
        default -> value() + "\u0085Q";
      };
    }

    private String memoised(String empty) {
      memoised++;
      return empty + "\u0094";
    }

    private String fetched() {
      return memoised == 0 ? "N" : "h" + (char) random.nextInt(memoised);
    }

    private String key() {
      return switch (random.nextInt(4)) {
        case 0 -> value() + "\u0085";
        case 1 -> fetched() + "\u0085";
        default -> "K" + (char) random.nextInt(3);
      };
    }
  }
}
