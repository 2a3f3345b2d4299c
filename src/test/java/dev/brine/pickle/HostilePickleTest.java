package dev.brine.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.BrineException;
import dev.brine.error.MalformedPickleException;
import dev.brine.error.PickleLimitException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.pickle.Fixtures.Row;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that are wrong by accident or by intent. */
class HostilePickleTest {

  private static final long SEED = 20_261_122;
  private static final int MUTATIONS = 40;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // the pickle, \\xNN for a byte | what the message says
        "``                             | ends at offset 0",
        "N                              | ends at offset 1",
        ".                              | STOP at offset 0: the stack is empty",
        "\\x01.                         | 0x01 at offset 0: no such opcode",
        "NN\\xff.                       | 0xff at offset 2: no such opcode",
        "\\x80\\x06N.                   | unknown pickle protocol 6",
        "X\\xff\\xff\\xff\\x7f.         | BINUNICODE at offset 0: wants 2147483647 bytes where 1"
            + " are left",
        "X\\xff\\xff\\xff\\xff.         | wants 4294967295 bytes",
        "T\\xff\\xff\\xff\\xff.         | BINSTRING at offset 0: negative length -1",
        "\\x8b\\xff\\xff\\xff\\xff.     | LONG4 at offset 0: negative length",
        "\\x8e\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff. | BINBYTES8 at offset 0: negative length",
        "\\x95\\x10\\x00\\x00\\x00\\x00\\x00\\x00\\x00N. | FRAME at offset 0: wants 16 bytes",
        "h\\x00.                        | memo number 0 was never put",
        "g-1\\n.                        | memo number -1 was never put",
        "Np-1\\n.                       | negative memo number",
        "NgX\\n.                        | not an int",
        "t.                             | there is no MARK",
        "(0.                            | the stack is empty",
        "(Na.                           | the stack is empty",
        "NNa.                           | cannot append to a NoneType",
        "}NNNu.                         | there is no MARK",
        "}(Nu.                          | a key without a value",
        "}]Ns.                          | A list cannot be a dict key",
        "}}Ns.                          | A dict cannot be a dict key",
        "\\x8f(]\\x90.                  | A list cannot be a dict key or set element",
        "(]\\x91.                       | A list cannot be a dict key or set element",
        "}]\\x85Ns.                     | A list cannot be a dict key",
        "N)R.                           | cannot call a NoneType",
        "cos\\nsystem\\nNR.             | arguments must be a tuple, not a NoneType",
        "K\\x01K\\x02\\x93.             | names must be str",
        "N}b.                           | cannot set the state of a NoneType",
        "\\x82\\x01}b.                   | cannot set the state of a",
        "Nc\\nn\\n.                      | the name is empty",
        "Nc\\xed\\xa0\\x80\\nn\\n.         | name is not valid UTF-8",
        "(i\\xc3\\xa9\\nn\\n.               | name is not ASCII",
        "F1e999\\n.                     | not a float",
        "I08\\n.                        | not an int",
        "L010L\\n.                      | not an int",
        "](K\\x05Nu.                     | index 5 is out of range",
        "]NNs.                          | an index must be an int, not a NoneType",
        "\\x96\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00M\\x00\\x01a. | 256 is no byte",
        "cm\\nn\\n)}K\\x01Ns\\x92.          | keywords must be str, not an int",
        "\\x95\\x02\\x00\\x00\\x00\\x00\\x00\\x00\\x00I1\\n. | beyond the frame that it is in",
        "\\x95\\x0c\\x00\\x00\\x00\\x00\\x00\\x00\\x00NN\\x95\\x02\\x00\\x00\\x00\\x00\\x00\\x00\\x00N."
            + " | beyond the frame that it is in",
        "I1x\\n.                        | not an int",
        "F1.5d\\n.                      | not a float",
        "F0x1p3\\n.                     | not a float",
        "Sabc\\n.                       | not quoted",
        "S'abc\\n.                      | not quoted",
        "V\\\\u12\\n.                   | bad escape",
        "X\\x01\\x00\\x00\\x00\\xff.    | not valid UTF-8",
        "X\\x02\\x00\\x00\\x00\\xc0\\x80. | not valid UTF-8",
        "\\x82\\x00.                    | extension code must be positive",
        "cbuiltins                      | the line does not end",
      })
  void isRefusedWithTheReasonAndThePlace(String pickle, String message) {
    assertThatThrownBy(() -> new PythonUnpickler().loads(bytes(pickle)))
        .isInstanceOf(MalformedPickleException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"\\x97., NEXT_BUFFER", "N\\x98., READONLY_BUFFER"})
  void outOfBandBuffersAreRefused(String pickle, String opcode) {
    assertThatThrownBy(() -> new PythonUnpickler().loads(bytes(pickle)))
        .isInstanceOf(UnsupportedConstructException.class)
        .hasMessageContaining(opcode);
  }

  @Test
  void aCallIsKeptAndNotMade() {
    Object call = new PythonUnpickler().loads(bytes("cos\\nsystem\\n(S'rm -rf /'\\ntR."));

    assertThat(call).hasToString("os.system('rm -rf /')");
  }

  @Test
  void whatFollowsTheStopIsIgnoredAndNotCounted() {
    LoadedPickle loaded = new PythonUnpickler().read(bytes("N.garbage"));

    assertThat(loaded).isEqualTo(new LoadedPickle(PyNone.NONE, 0, 2));
  }

  @Test
  void aFarMemoNumberCostsNoMemory() {
    assertThat(new PythonUnpickler().loads(bytes("Nr\\x00\\x00\\x80\\x000j\\x00\\x00\\x80\\x00.")))
        .isEqualTo(PyNone.NONE);
  }

  @Test
  void nestingOfAnyDepthIsReadAndWritten() {
    byte[] pickle = new byte[200_002];
    pickle[0] = ')';
    Arrays.fill(pickle, 1, pickle.length - 1, (byte) 0x85); // TUPLE1
    pickle[pickle.length - 1] = '.';

    PythonUnpickler reader =
        new PythonUnpickler(ReadLimits.DEFAULT.with(Limit.MAX_DEPTH, pickle.length));
    Object graph = reader.loads(pickle);

    assertThat(graph.toString()).hasSizeLessThan(400);
    assertThat(graph.hashCode()).isEqualTo(graph.hashCode());
    byte[] again = new PythonPickler(2).dumps(graph);
    assertThat(reader.loads(again)).isInstanceOf(PyTuple.class);
    assertThatThrownBy(() -> new PythonUnpickler().loads(pickle))
        .isInstanceOf(PickleLimitException.class)
        .hasMessageContaining("maxDepth");
  }

  @Test
  void aKeyOfManyPartsIsRefusedInsteadOfHashedForHours() {
    // Each of forty tuples holds the one before twice: a million million parts.
    String doubling = "2\\x86".repeat(40);

    assertThatThrownBy(() -> new PythonUnpickler().loads(bytes("})" + doubling + "Ns.")))
        .isInstanceOf(PickleLimitException.class)
        .hasMessageContaining("maxKeyParts");
  }

  @Test
  void comparingTuplesThatShareManyPartsEnds() {
    byte[] pickle = bytes(")" + "2\\x86".repeat(40) + ".");

    Object one = new PythonUnpickler().loads(pickle);

    assertThat(one).isNotEqualTo(new PythonUnpickler().loads(pickle));
  }

  @Test
  void everyTruncationIsMalformed() {
    for (Row row : pickles()) {
      byte[] pickle = row.pickle();
      for (int length = 0; length < pickle.length; length++) {
        byte[] cut = Arrays.copyOf(pickle, length);
        assertThatThrownBy(() -> new PythonUnpickler().loads(cut))
            .as("%s cut to %d bytes", row, length)
            .isInstanceOf(MalformedPickleException.class);
      }
    }
  }

  @Test
  void everyMutationIsReadOrRefusedByName() {
    Random random = new Random(SEED);
    int refused = 0;
    for (Row row : pickles()) {
      for (int i = 0; i < MUTATIONS; i++) {
        byte[] pickle = row.pickle();
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
          pickle[random.nextInt(pickle.length)] = (byte) random.nextInt();
        }
        refused += isRefused(pickle) ? 1 : 0;
      }
    }

    assertThat(refused).as("mutations refused").isGreaterThan(1000);
  }

  /** Reads, shows, converts and writes; anything but a BrineException is passed on. */
  private static boolean isRefused(byte[] pickle) {
    try {
      Object graph = new PythonUnpickler().loads(pickle);
      assertThat(graph.toString()).isNotNull();
      PythonValues.toJava(graph);
      new PythonPickler(2).dumps(graph);
      return false;
    } catch (BrineException expected) {
      return true;
    }
  }

  private static List<Row> pickles() {
    return Fixtures.rows("(values-py27-p0|values-py313-p5|values-py38-p2)").stream()
        .filter(row -> row.pickle().length < 200)
        .toList();
  }

  /** The bytes of a notation in which {@code \n}, {@code \\} and {@code \xNN} are escaped. */
  private static byte[] bytes(String notation) {
    byte[] quoted = ("'" + notation + "'").replace("'S'", "'S\\'").getBytes(StandardCharsets.UTF_8);
    return Objects.requireNonNull(PythonLiteral.read(quoted));
  }
}
