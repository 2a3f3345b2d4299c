package dev.brine.envelope;

import dev.brine.error.UsageException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Keys as text, one a line: {@code ID KIND BASE64}, where KIND is {@code hmac-sha256}, {@code
 * ed25519-public} or {@code ed25519-private}. Empty lines and those that start with # mean nothing.
 * Immutable.
 *
 * @param signing the secrets and private keys, in their order
 * @param verifying the secrets and public keys
 */
public record KeyFile(List<SigningKey> signing, List<VerifyingKey> verifying) {

  private static final String HMAC = "hmac-sha256";
  private static final String PUBLIC = "ed25519-public";
  private static final String PRIVATE = "ed25519-private";
  private static final int FIELDS = 3;

  public KeyFile {
    signing = List.copyOf(signing);
    verifying = List.copyOf(verifying);
  }

  /**
   * The keys in a text.
   *
   * @throws UsageException if a line is no key; it says which, and never shows it
   */
  public static KeyFile parse(String text) {
    List<SigningKey> signing = new ArrayList<>();
    List<VerifyingKey> verifying = new ArrayList<>();
    List<String> lines = text.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("#")) {
        add(lines.get(i).split("\\s+"), i + 1, signing, verifying);
      }
    }
    return new KeyFile(signing, verifying);
  }

  private static void add(
      String[] fields, int line, List<SigningKey> signing, List<VerifyingKey> verifying) {
    if (fields.length != FIELDS) {
      throw new UsageException(
          "line %d of the keys is none".formatted(line), "a key is: ID KIND BASE64");
    }
    String id = fields[0];
    byte[] bytes = bytes(fields[2], line);
    switch (fields[1]) {
      case HMAC -> {
        signing.add(SigningKey.hmacSha256(id, bytes));
        verifying.add(VerifyingKey.hmacSha256(id, bytes));
      }
      case PUBLIC -> verifying.add(VerifyingKey.ed25519(id, bytes));
      case PRIVATE -> signing.add(SigningKey.ed25519(id, bytes));
      default ->
          throw new UsageException(
              "line %d of the keys has an unknown kind of key".formatted(line),
              "known are %s, %s and %s".formatted(HMAC, PUBLIC, PRIVATE));
    }
  }

  private static byte[] bytes(String base64, int line) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // The cause would show what may be a secret.
      throw new UsageException("line %d of the keys holds no base64".formatted(line));
    }
  }

  /** A new secret, as the text of a key file. */
  public static String newSecret(String id) {
    return line(id, HMAC, RawKeys.newSecret());
  }

  /** A new pair of keys: one text that signs, one that verifies. */
  public static NewPair newPair(String id) {
    KeyPair pair = RawKeys.newPair();
    return new NewPair(
        line(id, PRIVATE, RawKeys.bytes(pair.getPrivate())),
        line(id, PUBLIC, RawKeys.bytes(pair.getPublic())));
  }

  private static String line(String id, String kind, byte[] bytes) {
    return "%s %s %s\n".formatted(id, kind, Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * A new pair of keys, each as the text of a key file.
   *
   * @param privateKey to be kept by whoever signs
   * @param publicKey for all who verify
   */
  public record NewPair(String privateKey, String publicKey) {

    /** Does not show the private key. */
    @Override
    public String toString() {
      return publicKey;
    }
  }
}
