package dev.brine.envelope;

import dev.brine.error.UsageException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Objects;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A key that tells a right signature from a wrong one, for one algorithm and no other. Immutable,
 * thread-safe.
 */
public final class VerifyingKey {

  private final String id;
  private final SignatureAlgorithm algorithm;
  private final @Nullable SecretKey secret;
  private final @Nullable PublicKey publicKey;

  private VerifyingKey(String id, @Nullable SecretKey secret, @Nullable PublicKey publicKey) {
    this.id = Objects.requireNonNull(id, "id");
    this.secret = secret;
    this.publicKey = publicKey;
    algorithm = secret == null ? SignatureAlgorithm.ED25519 : SignatureAlgorithm.HMAC_SHA256;
  }

  /**
   * The secret that both sides have.
   *
   * @throws UsageException if it has less than 32 bytes
   */
  public static VerifyingKey hmacSha256(String id, byte[] secret) {
    return new VerifyingKey(id, RawKeys.secret(secret), null);
  }

  /**
   * A public key.
   *
   * @param publicKey its 32 bytes, as RFC 8032 has them
   * @throws UsageException if it is none
   */
  public static VerifyingKey ed25519(String id, byte[] publicKey) {
    return new VerifyingKey(id, null, RawKeys.publicKey(publicKey));
  }

  /** By which envelopes name it. */
  public String id() {
    return id;
  }

  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** Whether the signature is that of the input; compared in constant time. */
  boolean verifies(byte[] input, byte[] signature) {
    try {
      if (secret != null) {
        return MessageDigest.isEqual(RawKeys.hmac(secret, input), signature);
      }
      Signature verifier = Signature.getInstance(RawKeys.ED25519);
      verifier.initVerify(publicKey);
      verifier.update(input);
      return verifier.verify(signature);
    } catch (SignatureException | InvalidKeyException e) {
      return false; // Not even of the form of a signature, or no point on the curve.
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e); // Every JDK since 15 has it.
    }
  }

  /** Never shows the key itself. */
  @Override
  public String toString() {
    return "key %s for %s".formatted(id, algorithm);
  }
}
