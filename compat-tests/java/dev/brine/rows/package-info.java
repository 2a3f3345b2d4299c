/**
 * The same statement run by Python and by Java on the same database: rows equal in value and type.
 * Needs a Python 3 and, the first time, a package index; without them these tests are skipped and
 * say why.
 */
@NullMarked
package dev.brine.rows;

import org.jspecify.annotations.NullMarked;
