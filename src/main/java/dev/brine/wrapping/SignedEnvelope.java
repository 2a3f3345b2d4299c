package dev.brine.wrapping;

import dev.brine.envelope.Envelope;

/**
 * A signed envelope. It is not put around anything else: the signature of one dump is none of
 * another, so that what is wrapped again stands there without, until somebody signs it.
 *
 * @param isVerified whether a verifier was asked, and found it good
 */
record SignedEnvelope(Envelope envelope, boolean isVerified) implements Wrapping {

  @Override
  public WrappingKind kind() {
    return WrappingKind.SIGNED;
  }

  @Override
  public String details() {
    return envelope + (isVerified ? ", verified" : ", not verified");
  }

  @Override
  public byte[] wrap(byte[] content) {
    return content;
  }
}
