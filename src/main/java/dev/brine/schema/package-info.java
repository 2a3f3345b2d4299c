/**
 * What a database looks like before anybody queries it: {@link dev.brine.schema.MetaData}, tables,
 * columns, foreign keys, types and the names they go by. Everything here is immutable once built
 * and safe to share between threads.
 */
@NullMarked
package dev.brine.schema;

import org.jspecify.annotations.NullMarked;
