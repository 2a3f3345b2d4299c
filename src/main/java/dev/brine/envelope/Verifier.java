package dev.brine.envelope;

import dev.brine.error.UnverifiedDumpException;
import dev.brine.error.UsageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose envelopes are good. A signature is verified with the key that its id names and by the
 * algorithm of that key; only then is believed what the envelope says. Several keys are for a time
 * in which one takes the place of another. Immutable, thread-safe.
 *
 * <p>An envelope that was good once is good again: whoever must not run a dump twice has to
 * remember that it ran.
 *
 * @param keys by their ids
 * @param producers who may have written a dump; anybody with a key if empty
 * @param maxAge how long ago it may have been signed; null if that does not matter
 * @param clockSkew how far ahead the producer's clock may be
 * @param catalogue what it must have been made with; null if that does not matter
 * @param allowsUnsigned whether dumps without an envelope pass, too
 */
public record Verifier(
    Map<String, VerifyingKey> keys,
    Set<String> producers,
    @Nullable Duration maxAge,
    Duration clockSkew,
    @Nullable CatalogueHash catalogue,
    boolean allowsUnsigned,
    Clock clock) {

  private static final Duration USUAL_SKEW = Duration.ofMinutes(5);

  private static final String FORGED =
      "it was changed after it was signed, or signed with another key; do not load it";

  public Verifier {
    keys = Map.copyOf(keys);
    producers = Set.copyOf(producers);
    Objects.requireNonNull(clockSkew, "clockSkew");
    Objects.requireNonNull(clock, "clock");
  }

  /** What is signed with one of these keys, by anybody, at any time up to now. */
  public static Verifier of(VerifyingKey... keys) {
    return of(List.of(keys));
  }

  /**
   * The same.
   *
   * @throws UsageException if there is no key, or two have the same id
   */
  public static Verifier of(Collection<VerifyingKey> keys) {
    Map<String, VerifyingKey> byId = new LinkedHashMap<>();
    for (VerifyingKey key : keys) {
      if (byId.put(key.id(), key) != null) {
        throw new UsageException("two keys have the id " + key.id(), "give each an id of its own");
      }
    }
    if (byId.isEmpty()) {
      throw new UsageException("there is no key to verify with", "give one at least");
    }
    return new Verifier(byId, Set.of(), null, USUAL_SKEW, null, false, Clock.systemUTC());
  }

  public Verifier withProducers(Collection<String> names) {
    return new Verifier(
        keys, Set.copyOf(names), maxAge, clockSkew, catalogue, allowsUnsigned, clock);
  }

  public Verifier withMaxAge(@Nullable Duration age) {
    return new Verifier(keys, producers, age, clockSkew, catalogue, allowsUnsigned, clock);
  }

  public Verifier withClockSkew(Duration skew) {
    return new Verifier(keys, producers, maxAge, skew, catalogue, allowsUnsigned, clock);
  }

  public Verifier withCatalogue(@Nullable CatalogueHash hash) {
    return new Verifier(keys, producers, maxAge, clockSkew, hash, allowsUnsigned, clock);
  }

  /** For the time in which not all producers sign yet; who can take an envelope off passes. */
  public Verifier withUnsignedAllowed(boolean allowed) {
    return new Verifier(keys, producers, maxAge, clockSkew, catalogue, allowed, clock);
  }

  public Verifier withClock(Clock other) {
    return new Verifier(keys, producers, maxAge, clockSkew, catalogue, allowsUnsigned, other);
  }

  /**
   * Takes an envelope apart and verifies it.
   *
   * @throws UnverifiedDumpException if it does not stand the test
   */
  public Envelope verify(byte[] envelope) {
    Envelope parsed = Envelope.parse(envelope);
    verify(parsed);
    return parsed;
  }

  /**
   * Verifies an envelope.
   *
   * @throws UnverifiedDumpException if it does not stand the test
   */
  public void verify(Envelope envelope) {
    verifySignature(envelope);
    Claims claims = envelope.claims();
    if (!producers.isEmpty() && !producers.contains(claims.producer())) {
      throw new UnverifiedDumpException(
          "the envelope is by %s, who is not expected".formatted(claims.producer()),
          "expected are: " + String.join(", ", producers.stream().sorted().toList()));
    }
    verifyTime(claims.time());
    if (catalogue != null && !catalogue.equals(claims.catalogue())) {
      throw new UnverifiedDumpException(
          claims.catalogue() == null
              ? "the envelope does not say which catalogue the dump was made with"
              : "the dump was made with the catalogue %s, not with %s"
                  .formatted(claims.catalogue(), catalogue),
          "let both sides use the same catalogue");
    }
  }

  private void verifySignature(Envelope envelope) {
    String id = envelope.claims().keyId();
    VerifyingKey key = keys.get(id);
    if (key == null) {
      throw new UnverifiedDumpException(
          "the envelope is signed with the key %s, which is unknown".formatted(id),
          "known are: " + String.join(", ", keys.keySet().stream().sorted().toList()));
    }
    if (key.algorithm() != envelope.algorithm()) {
      throw new UnverifiedDumpException(
          "the envelope says %s, and the key %s is for %s"
              .formatted(envelope.algorithm(), id, key.algorithm()),
          FORGED);
    }
    byte[] input = EnvelopeFormat.signatureInput(envelope.signedPart());
    if (!key.verifies(input, envelope.signature())) {
      throw new UnverifiedDumpException("the signature of the envelope is wrong", FORGED);
    }
  }

  private void verifyTime(Instant time) {
    Instant now = clock.instant();
    if (time.isAfter(now.plus(clockSkew))) {
      throw new UnverifiedDumpException(
          "the envelope is of %s, which is yet to come".formatted(time),
          "is the clock of either side wrong?");
    }
    if (maxAge != null && time.isBefore(now.minus(maxAge))) {
      throw new UnverifiedDumpException(
          "the envelope is of %s, which is longer ago than %s".formatted(time, maxAge),
          "ask its producer for a new one");
    }
  }

  /**
   * What to say of a dump without an envelope.
   *
   * @throws UnverifiedDumpException unless such dumps are allowed
   */
  public void verifyUnsigned() {
    if (!allowsUnsigned) {
      throw new UnverifiedDumpException(
          "the dump is not signed", "only signed ones are taken; let its producer sign it");
    }
  }
}
