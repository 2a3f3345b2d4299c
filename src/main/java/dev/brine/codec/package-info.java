/**
 * Graphs of Python values to expressions and back. The only package that knows a Python class path,
 * a state key or a SQLAlchemy version.
 *
 * <p>Decoding goes by what is there and loses nothing: a class or state key that is not understood
 * stays whole in a {@link dev.brine.expr.Opaque}.
 */
@NullMarked
package dev.brine.codec;

import org.jspecify.annotations.NullMarked;
