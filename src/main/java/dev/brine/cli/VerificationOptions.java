package dev.brine.cli;

import dev.brine.envelope.CatalogueHash;
import dev.brine.envelope.KeyFile;
import dev.brine.envelope.Verifier;
import dev.brine.envelope.VerifyingKey;
import dev.brine.error.UsageException;
import dev.brine.pickle.ReadLimits;
import dev.brine.wrapping.Unwrapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How dumps are taken out of what they are in, and whose are taken at all. */
final class VerificationOptions {

  @Option(
      names = "--raw",
      description =
          "Take each dump for the dump itself, or its signed envelope. Without it, it is found in"
              + " gzip, zlib, bz2, base64, hex, Python's repr, another pickle or JSON, in any"
              + " nesting.")
  private boolean raw;

  @Option(
      names = "--verify-key",
      paramLabel = "FILE",
      description =
          "Take only dumps that are signed with one of the keys in this file (see brine keygen);"
              + " repeatable.")
  private List<String> keyFiles = List.of();

  @Option(
      names = "--verify-producer",
      paramLabel = "NAME",
      description = "With --verify-key: take only dumps signed by this producer; repeatable.")
  private Set<String> producers = new LinkedHashSet<>();

  @Option(
      names = "--verify-max-age",
      paramLabel = "AGE",
      converter = AgeConverter.class,
      description = "With --verify-key: refuse older signatures. Such as 90s, 15m, 12h or 30d.")
  private @Nullable Duration maxAge;

  @Option(
      names = "--verify-catalogue",
      paramLabel = "FILE",
      description = "With --verify-key: take only dumps that were made with this catalogue.")
  private @Nullable String catalogue;

  @Option(
      names = "--allow-unsigned",
      description = "With --verify-key: take dumps without a signature, too.")
  private boolean allowUnsigned;

  boolean isRaw() {
    return raw;
  }

  /** Whether signatures are verified. */
  boolean isGiven() {
    return !keyFiles.isEmpty();
  }

  /**
   * What the options say.
   *
   * @throws UsageException if they do not go together, or a file holds no keys
   */
  Unwrapper unwrapper(ReadLimits limits) {
    return new Unwrapper(raw, limits, verifier());
  }

  private @Nullable Verifier verifier() {
    if (keyFiles.isEmpty()) {
      if (!producers.isEmpty() || maxAge != null || catalogue != null || allowUnsigned) {
        throw new UsageException(
            "nothing is verified without a key", "--verify-key FILE names the keys");
      }
      return null;
    }
    List<VerifyingKey> keys = new ArrayList<>();
    for (String file : keyFiles) {
      List<VerifyingKey> found = KeyFile.parse(TextFile.read(file)).verifying();
      if (found.isEmpty()) {
        throw new UsageException(
            "%s holds no key to verify with".formatted(file),
            "of ed25519 that is the public one, in FILE.pub");
      }
      keys.addAll(found);
    }
    return Verifier.of(keys)
        .withProducers(producers)
        .withMaxAge(maxAge)
        .withCatalogue(catalogue == null ? null : CatalogueHash.of(TextFile.bytes(catalogue)))
        .withUnsignedAllowed(allowUnsigned);
  }
}
