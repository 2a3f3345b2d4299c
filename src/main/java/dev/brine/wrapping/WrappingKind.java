package dev.brine.wrapping;

/** The ways in which dumps are known to be wrapped. */
public enum WrappingKind {
  /** RFC 1952; one member or several. */
  GZIP("gzip"),

  /** RFC 1950, without a preset dictionary: Python's {@code zlib.compress}. */
  ZLIB("zlib"),

  /** Python's {@code bz2.compress}; one stream or several. */
  BZ2("bz2"),

  /**
   * RFC 4648, sections 4 and 5: either alphabet, with padding or without, in one line or many (RFC
   * 2045, section 6.8).
   */
  BASE64("base64"),

  /** RFC 4648, section 8, in either case, in one line or many; or SQL's {@code 0x…}. */
  HEX("hex"),

  /**
   * PostgreSQL's text of a {@code bytea}, in the hex format or the older escape format: PostgreSQL
   * manual, "Binary Data Types".
   */
  BYTEA("bytea"),

  /** What Python's {@code repr()} makes of bytes: {@code b'…'}, Python 2's {@code '…'}. */
  REPR("repr"),

  /** A pickle whose whole value is bytes or text. */
  PICKLE("pickle"),

  /** RFC 8259, with the dump in one of its strings. */
  JSON("json"),

  /**
   * Bytes taken for characters one by one, as {@code decode("latin-1")} does, then kept as text.
   */
  LATIN1("latin-1"),

  /** {@code docs/envelope.md}. */
  SIGNED("signed envelope");

  private final String text;

  WrappingKind(String text) {
    this.text = text;
  }

  /** Its name for people and for programs, such as {@code "gzip"}. */
  @Override
  public String toString() {
    return text;
  }
}
