/**
 * Every way the library can fail, on one page: one exception a culprit, all under {@link
 * dev.brine.error.BrineException}. Immutable, but for what every Java exception lets one set.
 */
@NullMarked
package dev.brine.error;

import org.jspecify.annotations.NullMarked;
