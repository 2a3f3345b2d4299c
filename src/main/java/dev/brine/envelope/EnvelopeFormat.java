package dev.brine.envelope;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of an envelope: {@code docs/envelope.md}. */
final class EnvelopeFormat {

  /**
   * The first byte is no opcode of a pickle, no ASCII and no start of UTF-8; the last two suffer
   * where line ends are converted.
   */
  private static final byte[] MAGIC = {(byte) 0xB7, 'B', 'R', 'I', 'N', 'E', '\r', '\n'};

  static final int VERSION = 1;

  /** What is signed starts with this, so that no signature made for something else fits. */
  private static final byte[] DOMAIN = "dev.brine.envelope.1\0".getBytes(StandardCharsets.US_ASCII);

  private EnvelopeFormat() {}

  static int magicLength() {
    return MAGIC.length;
  }

  static boolean isOne(byte[] content) {
    return content.length >= MAGIC.length
        && Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** What goes into the signature: the domain and all of the envelope before the signature. */
  static byte[] signatureInput(byte[] signedPart) {
    return concat(DOMAIN, signedPart);
  }

  /** All of an envelope but its signature. */
  static byte[] signedPart(SignatureAlgorithm algorithm, Claims claims, byte[] dump) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    out.write(VERSION);
    out.write(algorithm.code());
    writeShort(out, claims.keyId().getBytes(StandardCharsets.UTF_8));
    writeShort(out, claims.producer().getBytes(StandardCharsets.UTF_8));
    writeShort(out, claims.series().getBytes(StandardCharsets.UTF_8));
    out.write(claims.protocol());
    CatalogueHash catalogue = claims.catalogue();
    writeShort(out, catalogue == null ? new byte[0] : catalogue.digest());
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(claims.time().toEpochMilli()).array());
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(dump.length).array());
    out.writeBytes(dump);
    return out.toByteArray();
  }

  private static void writeShort(ByteArrayOutputStream out, byte[] field) {
    out.write(field.length);
    out.writeBytes(field);
  }

  static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
