package dev.brine.jooq;

import dev.brine.expr.ColumnElement;
import org.jooq.QueryPart;

/**
 * What was read of a jOOQ part, twice: as an element, and as a jOOQ part made anew. Both are made
 * of nothing but what jOOQ's object model tells, so that comparing the new part's text with the old
 * one's shows what the model hides.
 *
 * @param <Q> jOOQ's kind of part
 */
record Twin<Q extends QueryPart>(ColumnElement element, Q mirror) {}
