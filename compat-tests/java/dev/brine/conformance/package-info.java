/**
 * SQLAlchemy's own tests as a measure: each statement of theirs goes through Java and back into the
 * test it came from. {@code compat-tests/conformance/README.md} says what is counted.
 */
@NullMarked
package dev.brine.conformance;

import org.jspecify.annotations.NullMarked;
