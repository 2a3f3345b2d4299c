package dev.brine.envelope;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts dumps in signed envelopes. Immutable, thread-safe.
 *
 * @param producer who writes the dumps, as those who verify know them
 * @param series the SQLAlchemy they are for, such as {@code "2.0"}; empty to leave that unsaid
 * @param catalogue what they are made with; null to leave that unsaid
 * @param clock what the time is
 */
public record Signer(
    SigningKey key,
    String producer,
    String series,
    @Nullable CatalogueHash catalogue,
    Clock clock) {

  public Signer {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(clock, "clock");
    // Says what is wrong with the names before the first dump.
    new Claims(key.id(), producer, series, 0, catalogue, clock.instant());
  }

  /**
   * Signs as this producer.
   *
   * @throws dev.brine.error.UsageException if that, or the key's id, is no name of 1 to 255 bytes
   */
  public static Signer of(SigningKey key, String producer) {
    return new Signer(key, producer, "", null, Clock.systemUTC());
  }

  public Signer withSeries(String other) {
    return new Signer(key, producer, other, catalogue, clock);
  }

  public Signer withCatalogue(@Nullable CatalogueHash other) {
    return new Signer(key, producer, series, other, clock);
  }

  public Signer withClock(Clock other) {
    return new Signer(key, producer, series, catalogue, other);
  }

  /** The dump in an envelope. */
  public byte[] sign(byte[] dump) {
    Claims claims =
        new Claims(key.id(), producer, series, Claims.protocolOf(dump), catalogue, clock.instant());
    byte[] signed = EnvelopeFormat.signedPart(key.algorithm(), claims, dump);
    return EnvelopeFormat.concat(signed, key.sign(EnvelopeFormat.signatureInput(signed)));
  }
}
