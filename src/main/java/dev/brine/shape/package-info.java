/**
 * What SQLAlchemy's objects are in a pickle: the paths of their classes ({@code
 * former-class-paths.txt} says where a class was in other series), the keys of their state,
 * persistent ids, and the few calls that stand in place of state. With {@link dev.brine.series} and
 * {@link dev.brine.codec} the only packages that know any of it.
 */
@NullMarked
package dev.brine.shape;

import org.jspecify.annotations.NullMarked;
