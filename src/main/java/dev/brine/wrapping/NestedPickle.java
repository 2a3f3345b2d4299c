package dev.brine.wrapping;

import dev.brine.error.UsageException;
import dev.brine.pickle.LoadedPickle;
import dev.brine.pickle.PickleDisassembler;
import dev.brine.pickle.PickleInstruction;
import dev.brine.pickle.PyByteArray;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyBytes;
import dev.brine.pickle.PythonPickler;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.pickle.PythonValues;
import dev.brine.pickle.ReadLimits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pickle of bytes or text: {@code pickle.dump(serializer.dumps(x), file)}. */
record NestedPickle(int protocol, Form form) implements Wrapping {

  /** How many opcodes the pickle of a byte string takes at most, whatever its length. */
  private static final int MAX_OPCODES = 24;

  /** The Python type of the value. */
  enum Form {
    BYTES("bytes"),
    BYTEARRAY("bytearray"),
    BYTE_STRING("8-bit str"),
    TEXT("str");

    private final String python;

    Form(String python) {
      this.python = python;
    }

    Object value(byte[] content) {
      return switch (this) {
        case BYTES -> PyBytes.of(content);
        case BYTEARRAY -> PyByteArray.of(content);
        case BYTE_STRING -> PyByteString.of(content);
        case TEXT -> text(content);
      };
    }

    private static String text(byte[] content) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      } catch (CharacterCodingException e) {
        throw new UsageException(
            "the dump is to stand in a str and is no text",
            "write it with protocol 0, which is text",
            e);
      }
    }
  }

  /**
   * What is in a pickle of bytes or text; null if it holds anything else.
   *
   * @throws dev.brine.error.BrineException if it cannot be read
   */
  static @Nullable Peeled peel(byte[] pickle, ReadLimits limits) {
    List<String> opcodes = opcodes(pickle);
    if (!opcodes.contains("STOP")) {
      return null;
    }
    LoadedPickle read = new PythonUnpickler(limits).read(pickle);
    int protocol = read.protocol() == 0 && isBinary(opcodes) ? 1 : read.protocol();
    Object value = PythonValues.toJava(read.value());
    if (value instanceof PyBytes bytes) {
      return peeled(protocol, Form.BYTES, bytes.bytes());
    }
    if (value instanceof PyByteArray bytes) {
      return peeled(protocol, Form.BYTEARRAY, bytes.bytes());
    }
    if (value instanceof PyByteString bytes) {
      return peeled(protocol, Form.BYTE_STRING, bytes.bytes());
    }
    return value instanceof String text
        ? peeled(protocol, Form.TEXT, text.getBytes(StandardCharsets.UTF_8))
        : null;
  }

  /** The first ones, which spare the reading of everything else: no dump of a query is as short. */
  private static List<String> opcodes(byte[] pickle) {
    return PickleDisassembler.disassemble(pickle)
        .limit(MAX_OPCODES)
        .map(PickleInstruction::opcode)
        .toList();
  }

  /** Protocol 1 differs from 0 in these, and does not declare itself either. */
  private static boolean isBinary(List<String> opcodes) {
    return opcodes.stream()
        .anyMatch(each -> each.contains("BINSTRING") || each.equals("BINUNICODE"));
  }

  private static Peeled peeled(int protocol, Form form, byte[] content) {
    return new Peeled(new NestedPickle(protocol, form), content);
  }

  @Override
  public WrappingKind kind() {
    return WrappingKind.PICKLE;
  }

  @Override
  public String details() {
    return "protocol %d, %s".formatted(protocol, form.python);
  }

  @Override
  public byte[] wrap(byte[] content) {
    return new PythonPickler(protocol).dumps(form.value(content));
  }
}
