package dev.brine.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names of constraints that a naming convention made, as they are in the database: cut where they
 * are too long, with a few digits of a digest to tell them apart (rel_2_0_58, {@code
 * sql/compiler.py}, {@code _truncate_and_render_maxlen_name}).
 */
final class ConstraintNames {

  /** What is left off to make room for an underscore and the digits. */
  private static final int ROOM = 8;

  private static final int DIGITS = 4;

  private ConstraintNames() {}

  /** A name that is longer than the database allows, made shorter. */
  static String cut(String name, int longest) {
    String digest = md5(name);
    return name.substring(0, longest - ROOM) + "_" + digest.substring(digest.length() - DIGITS);
  }

  /** Not for security: SQLAlchemy takes this digest. */
  private static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e); // every Java platform has it
    }
  }
}
