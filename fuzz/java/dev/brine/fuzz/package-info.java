/**
 * Coverage-guided fuzzing of everything that takes bytes from elsewhere. See {@code
 * fuzz/README.md}.
 */
@NullMarked
package dev.brine.fuzz;

import org.jspecify.annotations.NullMarked;
