package dev.brine.expr;

import dev.brine.error.UnsupportedConstructException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A join that {@code select.join()} asked for and that is worked out when the statement is
 * compiled: an entry of SQLAlchemy's {@code _setup_joins}.
 *
 * @param target what to join: a FROM element, an entity, or a {@link MappedAttribute} to join along
 *     a relationship
 * @param onclause the condition, or the relationship to join along; null to find it by foreign keys
 * @param left what to join it to; null to find it among the FROM elements
 */
public record SetupJoin(
    ClauseElement target,
    @Nullable ColumnElement onclause,
    @Nullable FromClause left,
    boolean isOuter,
    boolean isFull) {

  public SetupJoin {
    Objects.requireNonNull(target, "target");
  }

  /**
   * The target of a join of Core.
   *
   * @throws UnsupportedConstructException if it is a relationship, which the ORM must follow first
   */
  public FromClause from() {
    if (target instanceof FromClause from) {
      return from;
    }
    throw new UnsupportedConstructException(
        "cannot join along a relationship without its mapping",
        "give a mapping: a catalogue of the Python models, or a MapperRegistry built in Java");
  }

  /** The left side, the target and the condition, as far as they are given. */
  List<ClauseElement> children() {
    return Stream.of(left, target, onclause).filter(Objects::nonNull).toList();
  }
}
