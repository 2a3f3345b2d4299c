/**
 * The bridge to jOOQ: a compiled statement as a query part of jOOQ's, values by their SQLAlchemy
 * types on their way to and from a database, loaded statements as jOOQ parts to build on, and jOOQ
 * queries as statements.
 */
@NullMarked
package dev.brine.jooq;

import org.jspecify.annotations.NullMarked;
