package dev.brine.envelope;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Objects;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs, by one algorithm and no other. Whoever has it can write whatever passes
 * verification. Immutable, thread-safe.
 */
public final class SigningKey {

  private final String id;
  private final SignatureAlgorithm algorithm;
  private final @Nullable SecretKey secret;
  private final @Nullable PrivateKey privateKey;

  private SigningKey(String id, @Nullable SecretKey secret, @Nullable PrivateKey privateKey) {
    this.id = Objects.requireNonNull(id, "id");
    this.secret = secret;
    this.privateKey = privateKey;
    algorithm = secret == null ? SignatureAlgorithm.ED25519 : SignatureAlgorithm.HMAC_SHA256;
  }

  /**
   * The secret that both sides have.
   *
   * @throws dev.brine.error.UsageException if it has less than 32 bytes
   */
  public static SigningKey hmacSha256(String id, byte[] secret) {
    return new SigningKey(id, RawKeys.secret(secret), null);
  }

  /**
   * A private key.
   *
   * @param privateKey its 32 bytes, as RFC 8032 has them: the seed
   * @throws dev.brine.error.UsageException if it has another length
   */
  public static SigningKey ed25519(String id, byte[] privateKey) {
    return new SigningKey(id, null, RawKeys.privateKey(privateKey));
  }

  /** By which envelopes name it. */
  public String id() {
    return id;
  }

  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  byte[] sign(byte[] input) {
    try {
      if (secret != null) {
        return RawKeys.hmac(secret, input);
      }
      Signature signer = Signature.getInstance(RawKeys.ED25519);
      signer.initSign(privateKey);
      signer.update(input);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e); // Every JDK since 15 has it, and the key was checked.
    }
  }

  /** Never shows the key itself. */
  @Override
  public String toString() {
    return "key %s for %s".formatted(id, algorithm);
  }
}
