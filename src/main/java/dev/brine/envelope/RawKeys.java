package dev.brine.envelope;

import dev.brine.error.UsageException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys as the bytes that other programs know, and as the JDK has them. */
final class RawKeys {

  static final String ED25519 = "Ed25519";

  /** Of a private or public key of Ed25519, and the least of a secret. */
  static final int LENGTH = 32;

  private static final String HMAC = "HmacSHA256";

  /** RFC 8410, section 4: what comes before the 32 bytes of a public key in DER. */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  /** RFC 8410, section 7: the same for a private key. */
  private static final byte[] PKCS8_PREFIX =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private RawKeys() {}

  static KeyPair newPair() {
    try {
      return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e); // Every JDK since 15 has it.
    }
  }

  static byte[] newSecret() {
    byte[] secret = new byte[LENGTH];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /** The bytes of a key of Ed25519, which stand last in what the JDK makes of it. */
  static byte[] bytes(Key key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
  }

  static SecretKey secret(byte[] bytes) {
    if (bytes.length < LENGTH) {
      throw new UsageException(
          "a secret for hmac-sha256 has %d bytes at least, not %d".formatted(LENGTH, bytes.length),
          "take random bytes, no password");
    }
    return new SecretKeySpec(bytes, HMAC);
  }

  static byte[] hmac(SecretKey secret, byte[] input) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    mac.init(secret);
    return mac.doFinal(input);
  }

  static PublicKey publicKey(byte[] bytes) {
    checkLength("public", bytes);
    try {
      return KeyFactory.getInstance(ED25519)
          .generatePublic(new X509EncodedKeySpec(EnvelopeFormat.concat(X509_PREFIX, bytes)));
    } catch (GeneralSecurityException e) {
      throw new UsageException("the bytes are no public key of Ed25519", null, e);
    }
  }

  static PrivateKey privateKey(byte[] bytes) {
    checkLength("private", bytes);
    try {
      return KeyFactory.getInstance(ED25519)
          .generatePrivate(new PKCS8EncodedKeySpec(EnvelopeFormat.concat(PKCS8_PREFIX, bytes)));
    } catch (GeneralSecurityException e) {
      throw new UsageException("the bytes are no private key of Ed25519", null, e);
    }
  }

  private static void checkLength(String kind, byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new UsageException(
          "a %s key of ed25519 has %d bytes, not %d".formatted(kind, LENGTH, bytes.length));
    }
  }
}
