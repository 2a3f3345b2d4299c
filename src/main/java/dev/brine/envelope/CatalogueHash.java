package dev.brine.envelope;

import dev.brine.error.UsageException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Which catalogue, or other description of tables, a dump was made with.
 *
 * @param hex the SHA-256 of its bytes, as 64 digits in lower case
 */
public record CatalogueHash(String hex) {

  static final int LENGTH = 32;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /**
   * A hash known already.
   *
   * @throws UsageException if it is none
   */
  public CatalogueHash {
    if (!HEX.matcher(hex).matches()) {
      throw new UsageException(
          "'%s' is no hash of a catalogue".formatted(hex),
          "it is the SHA-256 of its file, in 64 hexadecimal digits");
    }
  }

  /** Of the bytes of a file. */
  public static CatalogueHash of(byte[] content) {
    try {
      return ofDigest(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e); // Every JDK has it.
    }
  }

  static CatalogueHash ofDigest(byte[] digest) {
    return new CatalogueHash(HexFormat.of().formatHex(digest));
  }

  byte[] digest() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
