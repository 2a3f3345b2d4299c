package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import java.util.Objects;

/**
 * Two columns that a relationship equates.
 *
 * @param local the parent's, or in a pair of foreign keys the one referred to
 * @param remote the related row's or that of the table between; or the one that refers
 */
public record ColumnPair(ColumnElement local, ColumnElement remote) {

  public ColumnPair {
    Objects.requireNonNull(local, "local");
    Objects.requireNonNull(remote, "remote");
  }
}
