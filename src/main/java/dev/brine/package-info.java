/**
 * The front door: what Python's {@code sqlalchemy.ext.serializer} offers, under the same names.
 * {@link dev.brine.ExpressionSerializer} is where to start.
 */
@NullMarked
package dev.brine;

import org.jspecify.annotations.NullMarked;
