/**
 * Many dumps at once, in a column of a database: read in the order of a key, turned into something
 * else on all cores, written back in batches. Databases are spoken to by plain JDBC; memory does
 * not grow with the table.
 */
@NullMarked
package dev.brine.bulk;

import org.jspecify.annotations.NullMarked;
