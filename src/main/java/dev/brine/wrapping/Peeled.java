package dev.brine.wrapping;

/** A wrapping and what was in it. */
final class Peeled {

  private final Wrapping wrapping;
  private final byte[] content;

  Peeled(Wrapping wrapping, byte[] content) {
    this.wrapping = wrapping;
    this.content = content;
  }

  Wrapping wrapping() {
    return wrapping;
  }

  byte[] content() {
    return content;
  }
}
