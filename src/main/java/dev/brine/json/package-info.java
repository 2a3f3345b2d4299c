/**
 * Query structures as JSON that people can read and keep, and back, without loss: {@code
 * docs/json-form.md}.
 *
 * <p>One mechanism serves all records: {@code nodes.txt} says what each is called and what its
 * parts are called, the types of its components say how they are written and read, and the JSON
 * Schema is made from the same two. Only what is no record of the expression language has code of
 * its own: references, names, types and Python's values.
 */
@NullMarked
package dev.brine.json;

import org.jspecify.annotations.NullMarked;
