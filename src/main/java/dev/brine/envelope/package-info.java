/**
 * Signed envelopes: who wrote a dump, for what and when, so that it can be found out before a byte
 * of it is read. The format is that of {@code docs/envelope.md}; Python's side of it is {@code
 * python/brine_envelope.py}. What a dump means is no matter of this package.
 *
 * <p>{@link dev.brine.envelope.Signer} and {@link dev.brine.envelope.Verifier} are where to start.
 */
@NullMarked
package dev.brine.envelope;

import org.jspecify.annotations.NullMarked;
