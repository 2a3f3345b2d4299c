package dev.brine.wrapping;

/**
 * One wrapping as it was found around something, with all it takes to wrap something else in the
 * same way. Immutable.
 */
public sealed interface Wrapping
    permits Base64Text,
        Compressed,
        EscapedText,
        HexText,
        JsonEnvelope,
        Latin1Text,
        NestedPickle,
        ReprText,
        SignedEnvelope {

  WrappingKind kind();

  /** What distinguishes it from others of its kind, such as {@code "URL-safe"}; may be empty. */
  String details();

  /**
   * The same wrapping around something else.
   *
   * @throws dev.brine.error.UsageException if it cannot hold that
   */
  byte[] wrap(byte[] content);

  /** For people: {@code "base64 (URL-safe)"}. */
  default String text() {
    return details().isEmpty() ? kind().toString() : kind() + " (" + details() + ")";
  }
}
