package dev.brine.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.PickleLimitException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PyDictTest {

  @Test
  void oneTrueAndOnePointZeroAreOneKey() {
    PyDict dict = new PyDict().put(1L, "int").put(true, "bool").put(1.0, "float");

    assertThat(dict).hasToString("{1: 'float'}");
  }

  @Test
  void aBigIntEqualsTheFloatOfItsSize() {
    BigInteger big = BigInteger.TWO.pow(70);

    assertThat(new PyDict().put(big, "x").get(Math.pow(2, 70))).isEqualTo("x");
  }

  @Test
  void aKeyKeepsItsPlaceWhenItsValueChanges() {
    PyDict dict = new PyDict().put("a", 1L).put("b", 2L).put("a", 3L);

    assertThat(dict).hasToString("{'a': 3, 'b': 2}");
  }

  @Test
  void notANumberEqualsOnlyItself() {
    Double nan = Double.NaN;
    PyDict dict = new PyDict().put(nan, 1L);

    assertThat(dict.get(nan)).isEqualTo(1L);
    assertThat(dict.put(Double.valueOf("NaN"), 2L).size()).isEqualTo(2);
  }

  @Test
  void textFindsThePython2StringThatSpellsIt() {
    PyByteString name = PyByteString.of("name".getBytes(StandardCharsets.US_ASCII));

    assertThat(new PyDict().put(name, 1L).get("name")).isEqualTo(1L);
  }

  @Test
  void bytesAreNoText() {
    PyBytes name = PyBytes.of("name".getBytes(StandardCharsets.US_ASCII));

    assertThat(new PyDict().put(name, 1L).get("name")).isNull();
  }

  @Test
  void tuplesAreKeysByValueAndObjectsByIdentity() {
    PyObject object = PyObject.newObject(new PyGlobal("m", "C"));
    PyDict dict = new PyDict().put(PyTuple.of(1L, "a"), "tuple").put(object, "object");

    assertThat(dict.get(PyTuple.of(1.0, "a"))).isEqualTo("tuple");
    assertThat(dict.get(object)).isEqualTo("object");
    assertThat(dict.get(PyObject.newObject(new PyGlobal("m", "C")))).isNull();
  }

  @Test
  void manyKeysAreFoundAsFewAre() {
    PyDict dict = new PyDict();
    for (long i = 0; i < 100; i++) {
      dict.put("key" + i, i);
    }

    assertThat(dict.put("key50", "new").size()).isEqualTo(100);
    assertThat(dict.get("key50")).isEqualTo("new");
    assertThat(dict.keyAt(99)).isEqualTo("key99");
    assertThat(dict.containsKey("key100")).isFalse();
  }

  @Test
  void manyTuplesOfSmallNumbersAreKeys() {
    PyDict dict = new PyDict();
    for (long i = 0; i < 40; i++) {
      for (long j = 0; j < 40; j++) {
        for (long k = 0; k < 40; k++) {
          dict.put(PyTuple.of(i, j, k), k);
        }
      }
    }

    assertThat(dict.size()).isEqualTo(64_000);
    assertThat(dict.get(PyTuple.of(39L, 0L, 7L))).isEqualTo(7L);
  }

  /** "Aa" and "BB" have one hash in Java, and so has each text made of them. */
  @Test
  void textsOfOneHashAreKeysLikeOthers() {
    PyDict dict = new PyDict();
    for (int i = 0; i < 1 << 14; i++) {
      dict.put(sameHash(i), (long) i);
    }

    assertThat(dict.get(sameHash(4_711))).isEqualTo(4_711L);
  }

  @Test
  void tuplesMadeToHaveOneHashAreRefused() {
    PyDict dict = new PyDict();

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1 << 14; i++) {
                dict.put(PyTuple.of(sameHash(i)), (long) i);
              }
            })
        .isInstanceOf(PickleLimitException.class)
        .hasMessageContaining("same hash");
  }

  @Test
  void bytesMadeToHaveOneHashAreRefusedInASet() {
    PySet set = new PySet();

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1 << 14; i++) {
                set.add(PyBytes.of(sameHash(i).getBytes(StandardCharsets.US_ASCII)));
              }
            })
        .isInstanceOf(PickleLimitException.class);
  }

  private static String sameHash(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 14; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }
}
