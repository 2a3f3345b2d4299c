/**
 * Engines, connections and what a statement gives when it is run: connections from a pool, dialect
 * detection, transactions, rows typed by the statement and not by the driver.
 *
 * <p>An {@link dev.brine.engine.Engine} may be shared between threads, a {@link
 * dev.brine.engine.Connection} may not, as in SQLAlchemy.
 */
@NullMarked
package dev.brine.engine;

import org.jspecify.annotations.NullMarked;
