/**
 * Where metadata comes from: a pickled {@code MetaData}, a JSON catalogue, a database by JDBC, or
 * jOOQ's tables. Each of them yields a {@link dev.brine.schema.MetaData} and keeps nothing open.
 */
@NullMarked
package dev.brine.catalog;

import org.jspecify.annotations.NullMarked;
