/**
 * Bytes to a graph of Python values and back, protocols 0 to 5, within limits. This package has
 * never heard of SQLAlchemy, and it alone may import Pyrolite.
 *
 * <p>A graph is made of exactly these Java types, and never holds a Java null:
 *
 * <ul>
 *   <li>{@link dev.brine.pickle.PyNone#NONE}; {@link java.lang.Boolean}; {@link java.lang.Long} for
 *       an int that fits it and {@link java.math.BigInteger} for every other; {@link
 *       java.lang.Double}
 *   <li>{@link java.lang.String}, a fresh instance for each text in the stream, so that Java
 *       identity is Python identity; {@link dev.brine.pickle.PySurrogateText} for the rare text a
 *       String cannot hold
 *   <li>{@link dev.brine.pickle.PyByteString}, the 8-bit {@code str} of Python 2; {@link
 *       dev.brine.pickle.PyBytes}; {@link dev.brine.pickle.PyByteArray}
 *   <li>{@link dev.brine.pickle.PyTuple}, {@link dev.brine.pickle.PyList}, {@link
 *       dev.brine.pickle.PyDict}, {@link dev.brine.pickle.PySet}, {@link
 *       dev.brine.pickle.PyFrozenSet}
 *   <li>{@link dev.brine.pickle.PyGlobal}, a class or function by name; {@link
 *       dev.brine.pickle.PyObject}, the result of a call, with what was done to it afterwards
 *   <li>{@link dev.brine.pickle.PyPersistent}, a reference by persistent id, unless the reader was
 *       told to put an object of its own in its place
 * </ul>
 *
 * <p>Nothing else is ever constructed: no class is loaded by name, no call in a pickle is executed.
 */
@NullMarked
package dev.brine.pickle;

import org.jspecify.annotations.NullMarked;
