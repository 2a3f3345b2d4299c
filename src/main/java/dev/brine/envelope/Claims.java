package dev.brine.envelope;

import dev.brine.error.UsageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an envelope says of its dump. It is true if whoever has the key is honest, and says nothing
 * until the signature is verified. Immutable.
 *
 * @param keyId by which the key is found
 * @param producer who wrote the dump
 * @param series the SQLAlchemy it is for, such as {@code "2.0"}; empty where that is not said
 * @param protocol of the pickle, as its first two bytes say it; 0 where they do not
 * @param catalogue what it was made with; null where that is not said
 * @param time when it was signed, in milliseconds
 */
public record Claims(
    String keyId,
    String producer,
    String series,
    int protocol,
    @Nullable CatalogueHash catalogue,
    Instant time) {

  /** The most that a text may have, in bytes of UTF-8. */
  static final int MAX_TEXT = 255;

  /** The opcode that says the protocol, from protocol 2 on. */
  private static final byte PROTO = (byte) 0x80;

  public Claims {
    check("key id", keyId, false);
    check("producer", producer, false);
    check("series", series, true);
    if (protocol < 0 || protocol > 255) {
      throw new UsageException("there is no pickle protocol " + protocol);
    }
    time = time.truncatedTo(ChronoUnit.MILLIS);
    if (time.isBefore(Instant.EPOCH)) {
      throw new UsageException("an envelope cannot be of " + time, "it is of 1970 or later");
    }
  }

  private static void check(String what, String text, boolean mayBeEmpty) {
    Objects.requireNonNull(text, what);
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length > MAX_TEXT || (text.isEmpty() && !mayBeEmpty) || !isPrintable(text)) {
      throw new UsageException(
          "'%s' is no %s".formatted(text.strip(), what),
          "it has %d to %d bytes of UTF-8 and no control characters"
              .formatted(mayBeEmpty ? 0 : 1, MAX_TEXT));
    }
  }

  /** Lest a name writes lines of its own into logs. */
  static boolean isPrintable(String text) {
    return text.codePoints().noneMatch(Character::isISOControl)
        && text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  /** The protocol that the first bytes of a dump say. */
  static int protocolOf(byte[] dump) {
    return dump.length > 1 && dump[0] == PROTO ? Byte.toUnsignedInt(dump[1]) : 0;
  }
}
