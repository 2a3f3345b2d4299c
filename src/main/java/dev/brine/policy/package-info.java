/** What a loaded statement may do, decided before anything runs. */
@NullMarked
package dev.brine.policy;

import org.jspecify.annotations.NullMarked;
