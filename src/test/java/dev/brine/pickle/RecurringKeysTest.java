package dev.brine.pickle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dicts of keys that were read before are like any other. */
class RecurringKeysTest {

  /** Often enough for keys to get in, and to be replaced by those of later pickles. */
  private static final int TIMES = 100;

  /** A dict of two texts; the same, which holds its key; the same with an equal text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "}\u0094(\u008c\4left\u0094K\1\u008c\5right\u0094K\2u",
        "}\u0094(\u008c\4left\u0094h\1\u008c\5right\u0094h\2u",
        "}\u0094(\u008c\4left\u0094\u008c\4left\u0094\u008c\5right\u0094h\2u",
        "]\u0094(\u008c\5right\u0094}\u0094(\u008c\4left\u0094K\1\u008c\5right\u0094K\2ue"
      })
  void whatIsWrittenDoesNotDependOnWhatWasReadBefore(String opcodes) {
    byte[] pickle =
        bytes("\u0080\4\u0095" + (char) (opcodes.length() + 1) + "\0\0\0\0\0\0\0" + opcodes + ".");
    for (int i = 0; i < TIMES; i++) {
      read("}(\u008c\4leftK\1\u008c\5rightK\2u");
      Object graph = new PythonUnpickler().loads(pickle);

      assertThat(new PythonPickler(4).dumps(graph)).isEqualTo(pickle);
    }
  }

  @Test
  void keysThatRecurAreShared() {
    Set<DictKeys> found = new HashSet<>();
    for (int i = 0; i < TIMES; i++) {
      found.add(read("}(\u008c\3oneK\1\u008c\3twoK\2\u008c\5threeK\3u").sharedKeys());
    }

    assertThat(found).contains((DictKeys) null).hasSizeBetween(2, 10);
  }

  @Test
  void aDictThatSharesItsKeysCanBeChanged() {
    PyDict dict = recurring("}(\u008c\5firstK\1\u008c\6secondK\2u");

    assertThat(dict.sharedKeys()).isNotNull();
    assertThat(dict.put("second", "new").put("third", 3L))
        .hasToString("{'first': 1, 'second': 'new', 'third': 3}");
    assertThat(read("}(\u008c\5firstK\1\u008c\6secondK\2u"))
        .hasToString("{'first': 1, 'second': 2}");
  }

  @Test
  void aSecondBatchOfItemsIsAdded() {
    String first = "}(\u008c\5fifthK\1\u008c\5sixthK\2u";

    assertThat(recurring(first + "(\u008c\5sixthK\7\u008c\7seventhK\3u"))
        .hasToString("{'fifth': 1, 'sixth': 7, 'seventh': 3}");
  }

  @Test
  void whatStandsTwiceAmongTheKeysIsOneKey() {
    PyDict dict = recurring("}(\u008c\5againK\1\u008c\5otherK\2\u008c\5againK\3u");

    assertThat(dict.sharedKeys()).isNull();
    assertThat(dict).hasToString("{'again': 3, 'other': 2}");
  }

  @Test
  void keysOfOtherKindsAreFoundAsEver() {
    PyDict dict = recurring("}(\u008c\4textK\1\u008c\6secondK\2u");

    assertThat(dict.get(PyByteString.of(bytes("text")))).isEqualTo(1L);
    assertThat(dict.get("third")).isNull();
    assertThat(dict.get(1L)).isNull();
    assertThat(dict.indexOf("second")).isEqualTo(1);
  }

  @Test
  void longAndManyKeysAreNotKept() {
    String longKey = "\u008c\62" + "x".repeat(50) + "K\1";

    assertThat(recurring("}(" + longKey + "\u008c\1yK\2u").sharedKeys()).isNull();
    assertThat(recurring("}(" + keys(33) + "u").sharedKeys()).isNull();
    assertThat(recurring("}(" + keys(32) + "u").sharedKeys()).isNotNull();
  }

  @Test
  void factsAreFoundOnceOfSharedKeysAndNotOfOthers() {
    int[] count = {0};
    KeysFact<List<Object>> fact =
        new KeysFact<>(
            dict -> {
              count[0]++;
              return List.of(dict.keyAt(0));
            });
    PyDict dict = recurring("}(\u008c\4factK\1\u008c\6secondK\2u");

    assertThat(fact.of(dict, List.of()))
        .isEqualTo(fact.of(dict, List.of()))
        .containsExactly("fact");
    assertThat(count).containsExactly(1);
    assertThat(fact.of(new PyDict().put("fact", 1L), List.of())).isEmpty();
  }

  @Test
  void twoThatAreMissedInTurnBothGetIn() {
    RecentMisses misses = new RecentMisses(1);

    assertThat(misses.isAgain(0, 2)).isFalse();
    assertThat(misses.isAgain(0, 4)).isFalse();
    assertThat(misses.isAgain(0, 2)).isTrue();
    assertThat(misses.isAgain(0, 4)).isFalse();
    assertThat(misses.isAgain(0, 4)).isTrue();
  }

  private static String keys(int count) {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < count; i++) {
      keys.append("\u008c\2")
          .append((char) ('A' + i))
          .append((char) ('a' + count % 26))
          .append("N");
    }
    return keys.toString();
  }

  private static PyDict recurring(String opcodes) {
    for (int i = 0; i < TIMES; i++) {
      read(opcodes);
    }
    return read(opcodes);
  }

  private static PyDict read(String opcodes) {
    return (PyDict) new PythonUnpickler().loads(bytes("\u0080\5" + opcodes + "."));
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(ISO_8859_1);
  }
}
