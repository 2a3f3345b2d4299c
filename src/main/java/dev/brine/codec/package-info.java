/**
 * Graphs of Python values to expressions and back. The only package that knows a Python class path,
 * a state key or a SQLAlchemy version.
 *
 * <p>Decoding goes by what is there and loses nothing: a class or state key that is not understood
 * stays whole in a {@link dev.brine.expr.Opaque}.
 *
 * <p>The codecs know the shapes of SQLAlchemy 2.0 alone. What another series writes otherwise is
 * brought to that shape first, object by object as each is reached: {@code former-class-paths.txt}
 * says where a class was, and each {@code …Reshaping} lists rules for a part of the language, found
 * by what an object is called and which keys it has. No rule asks for a version.
 */
@NullMarked
package dev.brine.codec;

import org.jspecify.annotations.NullMarked;
