package dev.brine.envelope;

import dev.brine.error.UnverifiedDumpException;
import java.util.Arrays;

/**
 * A signed envelope whose form is sound. That says nothing of its signature: see {@link Verifier}.
 * Immutable as long as nobody changes the dump.
 */
public final class Envelope {

  private final byte[] bytes;
  private final SignatureAlgorithm algorithm;
  private final Claims claims;
  private final byte[] dump;

  Envelope(byte[] bytes, SignatureAlgorithm algorithm, Claims claims, byte[] dump) {
    this.bytes = bytes;
    this.algorithm = algorithm;
    this.claims = claims;
    this.dump = dump;
  }

  /** Whether these bytes are, or want to be, an envelope. No pickle and no wrapping starts so. */
  public static boolean isOne(byte[] content) {
    return EnvelopeFormat.isOne(content);
  }

  /**
   * Takes an envelope apart; of the dump nothing is read.
   *
   * @throws UnverifiedDumpException if it is none, of an unknown version or algorithm, or broken
   */
  public static Envelope parse(byte[] content) {
    return new EnvelopeReader(content).read();
  }

  /** How it says it is signed. */
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** What it says of the dump. */
  public Claims claims() {
    return claims;
  }

  /** The dump, verified or not; not to be changed. */
  public byte[] dump() {
    return dump;
  }

  /** All that comes before the signature. */
  byte[] signedPart() {
    return Arrays.copyOf(bytes, bytes.length - algorithm.signatureLength());
  }

  byte[] signature() {
    return Arrays.copyOfRange(bytes, bytes.length - algorithm.signatureLength(), bytes.length);
  }

  /** {@code "ed25519, key k1, by reports, 2026-11-22T10:00:00Z"}. */
  @Override
  public String toString() {
    return "%s, key %s, by %s, %s"
        .formatted(algorithm, claims.keyId(), claims.producer(), claims.time());
  }
}
