/**
 * Sessions: SQLAlchemy's {@code sqlalchemy.orm}.
 *
 * <p>A {@link dev.brine.orm.ScopedSession} may be shared between threads, a {@link
 * dev.brine.orm.Session} may not, as in SQLAlchemy.
 */
@NullMarked
package dev.brine.orm;

import org.jspecify.annotations.NullMarked;
