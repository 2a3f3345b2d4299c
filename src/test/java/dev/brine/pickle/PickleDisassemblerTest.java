package dev.brine.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brine.error.MalformedPickleException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PickleDisassemblerTest {

  @Test
  void eachOpcodeIsALineAsPickletoolsSetsIt() {
    byte[] pickle = new PythonPickler(4).dumps(PyTuple.of("a", 300L, 1.5, PyBytes.of((byte) 0)));

    assertThat(PickleDisassembler.disassemble(pickle).map(PickleInstruction::toString))
        .containsExactly(
            "    0: PROTO            4",
            "    2: FRAME            24",
            "   11: MARK",
            "   12: SHORT_BINUNICODE 'a'",
            "   15: MEMOIZE",
            "   16: BININT2          300",
            "   19: BINFLOAT         1.5",
            "   28: SHORT_BINBYTES   b'\\x00'",
            "   31: MEMOIZE",
            "   32: TUPLE",
            "   33: MEMOIZE",
            "   34: STOP");
  }

  @Test
  void theLinesOfProtocol0AreShown() {
    byte[] pickle = new PythonPickler(0).dumps(new PyGlobal("builtins", "set"));

    assertThat(PickleDisassembler.disassemble(pickle).map(PickleInstruction::toString))
        .containsExactly(
            "    0: GLOBAL           __builtin__ set", "   17: PUT              0", "   20: STOP");
  }

  @Test
  void whatComesBeforeADefectIsShown() {
    byte[] pickle = "NN\u0001".getBytes(StandardCharsets.US_ASCII);

    assertThat(PickleDisassembler.disassemble(pickle).limit(2)).hasSize(2);
    assertThatThrownBy(() -> PickleDisassembler.disassemble(pickle).toList())
        .isInstanceOf(MalformedPickleException.class)
        .hasMessage("0x01 at offset 2: no such opcode");
  }
}
