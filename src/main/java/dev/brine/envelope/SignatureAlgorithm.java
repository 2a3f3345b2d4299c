package dev.brine.envelope;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an envelope is signed. Which one it is follows from the key, never from the envelope. */
public enum SignatureAlgorithm {
  /** RFC 2104 with SHA-256: one secret, which both sides have. */
  HMAC_SHA256(1, 32),

  /** RFC 8032, section 5.1: a private key signs, a public one verifies. */
  ED25519(2, 64);

  private final int code;
  private final int signatureLength;

  SignatureAlgorithm(int code, int signatureLength) {
    this.code = code;
    this.signatureLength = signatureLength;
  }

  /** The byte that stands for it in an envelope. */
  int code() {
    return code;
  }

  int signatureLength() {
    return signatureLength;
  }

  static @Nullable SignatureAlgorithm ofCode(int code) {
    for (SignatureAlgorithm each : values()) {
      if (each.code == code) {
        return each;
      }
    }
    return null;
  }

  /** Its name for people and for programs, such as {@code "hmac-sha256"}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
