/**
 * Graphs of Python values to expressions and back.
 *
 * <p>Decoding goes by what is there and loses nothing: a class or state key that is not understood
 * stays whole in a {@link dev.brine.expr.Opaque}. The codecs know the shapes of SQLAlchemy 2.0
 * alone; {@link dev.brine.series} brings every other to them and from them.
 */
@NullMarked
package dev.brine.codec;

import org.jspecify.annotations.NullMarked;
