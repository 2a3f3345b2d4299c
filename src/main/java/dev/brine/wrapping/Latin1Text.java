package dev.brine.wrapping;

import dev.brine.pickle.ReadLimits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** UTF-8 of characters that each stand for a byte. */
record Latin1Text() implements Wrapping {

  static final class Peeler implements dev.brine.wrapping.Peeler {

    @Override
    public boolean isCertain() {
      return false;
    }

    @Override
    public List<Peeled> peel(byte[] content, ReadLimits limits) {
      if (isAscii(content)) {
        return List.of();
      }
      try {
        String text =
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        return text.chars().allMatch(c -> c <= 0xFF)
            ? List.of(new Peeled(new Latin1Text(), text.getBytes(StandardCharsets.ISO_8859_1)))
            : List.of();
      } catch (CharacterCodingException notUtf8) {
        return List.of();
      }
    }

    private static boolean isAscii(byte[] content) {
      for (byte each : content) {
        if (each < 0) {
          return false;
        }
      }
      return true;
    }
  }

  @Override
  public WrappingKind kind() {
    return WrappingKind.LATIN1;
  }

  @Override
  public String details() {
    return "";
  }

  @Override
  public byte[] wrap(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
  }
}
