/**
 * What one series of SQLAlchemy writes otherwise than another, from graph to graph.
 *
 * <p>On the way in, object by object as each is reached, each {@code …Reshaping} lists rules for a
 * part of the language, found by what an object is called and which keys it has, that make of it
 * what 2.0 would have written; no rule asks for a version. On the way out each {@code …Shapes…}
 * makes of 2.0's graph the one of another series, or of the portable form; {@code lacks.txt} says
 * what a target cannot say.
 */
@NullMarked
package dev.brine.series;

import org.jspecify.annotations.NullMarked;
