package dev.brine.envelope;

import dev.brine.error.UnverifiedDumpException;
import dev.brine.error.UsageException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes one envelope apart. Each length is checked against what is left. Used once. */
final class EnvelopeReader {

  private static final String CUT = "look for what cut or changed it on its way";

  private final byte[] bytes;
  private final ByteBuffer rest;

  EnvelopeReader(byte[] content) {
    // A copy: what is verified must be what is read.
    bytes = content.clone();
    rest = ByteBuffer.wrap(bytes);
  }

  Envelope read() {
    if (!EnvelopeFormat.isOne(bytes)) {
      throw new UnverifiedDumpException(
          "the bytes are no signed envelope", "these start with B7 and BRINE");
    }
    rest.position(EnvelopeFormat.magicLength());
    int version = number("version");
    if (version != EnvelopeFormat.VERSION) {
      throw new UnverifiedDumpException(
          "the envelope is of version %d, and only version %d is known"
              .formatted(version, EnvelopeFormat.VERSION),
          "a newer Brine may know it");
    }
    SignatureAlgorithm algorithm = algorithm();
    Claims claims = claims();
    byte[] dump = take("dump", length());
    if (rest.remaining() != algorithm.signatureLength()) {
      throw broken(
          "%d bytes follow the dump, and a signature by %s has %d"
              .formatted(rest.remaining(), algorithm, algorithm.signatureLength()));
    }
    if (claims.protocol() != Claims.protocolOf(dump)) {
      throw broken(
          "it says protocol %d, and the dump %d"
              .formatted(claims.protocol(), Claims.protocolOf(dump)));
    }
    return new Envelope(bytes, algorithm, claims, dump);
  }

  private SignatureAlgorithm algorithm() {
    int code = number("algorithm");
    SignatureAlgorithm algorithm = SignatureAlgorithm.ofCode(code);
    if (algorithm == null) {
      throw new UnverifiedDumpException(
          "the envelope is signed by algorithm %d, which is unknown".formatted(code),
          "known are 1, hmac-sha256, and 2, ed25519");
    }
    return algorithm;
  }

  private Claims claims() {
    String keyId = text("key id");
    String producer = text("producer");
    String series = text("series");
    int protocol = number("protocol");
    CatalogueHash catalogue = catalogue();
    try {
      return new Claims(keyId, producer, series, protocol, catalogue, time());
    } catch (UsageException e) {
      throw broken(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable CatalogueHash catalogue() {
    byte[] digest = take("catalogue hash", number("catalogue hash"));
    if (digest.length != 0 && digest.length != CatalogueHash.LENGTH) {
      throw broken("the hash of the catalogue has %d bytes".formatted(digest.length));
    }
    return digest.length == 0 ? null : CatalogueHash.ofDigest(digest);
  }

  private Instant time() {
    need("time", Long.BYTES);
    long millis = rest.getLong();
    if (millis < 0) {
      throw broken("its time is out of range");
    }
    return Instant.ofEpochMilli(millis);
  }

  private long length() {
    need("length of the dump", Integer.BYTES);
    return Integer.toUnsignedLong(rest.getInt());
  }

  private int number(String what) {
    need(what, 1);
    return Byte.toUnsignedInt(rest.get());
  }

  private String text(String what) {
    byte[] encoded = take(what, number(what));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(encoded)).toString();
    } catch (CharacterCodingException e) {
      throw broken("its %s is no UTF-8".formatted(what));
    }
  }

  private byte[] take(String what, long length) {
    need(what, length);
    byte[] taken = new byte[(int) length];
    rest.get(taken);
    return taken;
  }

  private void need(String what, long length) {
    if (length > rest.remaining()) {
      throw broken(
          "the %s needs %d bytes at offset %d, and %d are left"
              .formatted(what, length, rest.position(), rest.remaining()));
    }
  }

  private static UnverifiedDumpException broken(String why) {
    return new UnverifiedDumpException("the envelope is broken: " + why, CUT);
  }
}
