/**
 * Looks at many dumps and sums up what they are: which series wrote them, what they need, what is
 * wrong with them. Reads only, on all cores, and keeps sums, so that memory stays flat however many
 * they are.
 *
 * <p>{@link dev.brine.scan.Scanner} is where to start.
 */
@NullMarked
package dev.brine.scan;

import org.jspecify.annotations.NullMarked;
