/**
 * The same from a shell: {@code brine inspect}, {@code sql}, {@code run}, {@code migrate} and
 * {@code demo}. What they print and how they end is a contract; see {@link dev.brine.cli.Main}.
 */
@NullMarked
package dev.brine.cli;

import org.jspecify.annotations.NullMarked;
