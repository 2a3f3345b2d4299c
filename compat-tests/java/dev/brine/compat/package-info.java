/**
 * Brine against a living Python: what one side dumps the other loads. Needs a Python 3 and, the
 * first time, a package index; without them these tests are skipped and say why.
 */
@NullMarked
package dev.brine.compat;

import org.jspecify.annotations.NullMarked;
