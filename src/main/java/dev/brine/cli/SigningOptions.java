package dev.brine.cli;

import dev.brine.envelope.CatalogueHash;
import dev.brine.envelope.KeyFile;
import dev.brine.envelope.Signer;
import dev.brine.envelope.SigningKey;
import dev.brine.error.UsageException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What dumps are signed with. */
final class SigningOptions {

  @Option(
      names = "--sign-key",
      paramLabel = "FILE",
      description = "Put the result in a signed envelope: the file of a secret or private key.")
  private @Nullable String keyFile;

  @Option(
      names = "--sign-key-id",
      paramLabel = "ID",
      description = "With --sign-key: which key of the file. Default: the only one.")
  private @Nullable String keyId;

  @Option(
      names = "--sign-as",
      paramLabel = "NAME",
      description = "With --sign-key: the producer that the envelope names.")
  private @Nullable String producer;

  @Option(
      names = "--sign-catalogue",
      paramLabel = "FILE",
      description = "With --sign-key: the catalogue that the dump was made with.")
  private @Nullable String catalogue;

  boolean isGiven() {
    return keyFile != null;
  }

  /**
   * What signs for a series; null if nothing is to be signed.
   *
   * @throws UsageException if the options do not go together, or the file holds no such key
   */
  @Nullable Signer signer(String series) {
    if (keyFile == null) {
      if (keyId != null || producer != null || catalogue != null) {
        throw new UsageException(
            "nothing is signed without a key", "--sign-key FILE names the file that holds it");
      }
      return null;
    }
    if (producer == null) {
      throw new UsageException(
          "--sign-key needs a name to sign with", "--sign-as NAME says who the producer is");
    }
    return Signer.of(key(keyFile), producer)
        .withSeries(series)
        .withCatalogue(catalogue == null ? null : CatalogueHash.of(TextFile.bytes(catalogue)));
  }

  private SigningKey key(String file) {
    List<SigningKey> all = KeyFile.parse(TextFile.read(file)).signing();
    List<SigningKey> found =
        all.stream().filter(key -> keyId == null || key.id().equals(keyId)).toList();
    if (found.size() != 1) {
      throw new UsageException(
          "%s holds %d keys to sign with%s"
              .formatted(file, found.size(), keyId == null ? "" : " of the id " + keyId),
          all.isEmpty()
              ? "a public key only verifies"
              : "--sign-key-id chooses one of "
                  + all.stream().map(SigningKey::id).collect(Collectors.joining(", ")));
    }
    return found.get(0);
  }
}
