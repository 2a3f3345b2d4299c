/**
 * What dumps are kept and sent in: compressed, as text, as Python's notation, in another pickle, in
 * JSON. It finds out by looking, names what it finds, takes it off and puts it on again. What a
 * dump means is no matter of this package.
 *
 * <p>{@link dev.brine.wrapping.Wrappings} is where to start.
 */
@NullMarked
package dev.brine.wrapping;

import org.jspecify.annotations.NullMarked;
