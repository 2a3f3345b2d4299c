/**
 * Every way the library can fail, on one page: one exception a culprit, all under {@link
 * dev.brine.error.BrineException}.
 */
@NullMarked
package dev.brine.error;

import org.jspecify.annotations.NullMarked;
