package dev.brine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brine.error.BrineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written without metadata is read without it, and is the same. */
class UndescribedTablesTest {

  @Test
  void whatIsCarriedOverOnceIsCarriedOverAgain() {
    List<byte[]> dumps = FixtureDumps.of("2.0");
    List<String> otherwise = new ArrayList<>();
    int written = 0;
    for (byte[] dump : dumps) {
      byte[] once = carriedOver(dump);
      if (once != null) {
        written++;
        String difference = difference(once);
        if (difference != null) {
          otherwise.add(difference);
        }
      }
    }

    assertThat(otherwise).isEmpty();
    assertThat(written).isGreaterThan(dumps.size() * 9 / 10);
  }

  /** Null where it is refused, as other tests say of what. */
  private static byte @Nullable [] carriedOver(byte[] dump) {
    try {
      return again(dump);
    } catch (BrineException refused) {
      return null;
    }
  }

  private static @Nullable String difference(byte[] once) {
    try {
      return Arrays.equals(once, again(once)) ? null : "other bytes";
    } catch (BrineException refused) {
      return refused.getMessage();
    }
  }

  private static byte[] again(byte[] dump) {
    return ExpressionSerializer.dumps(new PlaceholderDeserializer().loads(dump));
  }
}
