package dev.brine.expr;

import java.util.List;

/**
 * That the rows are locked: SQLAlchemy's {@code ForUpdateArg}, made by {@code with_for_update()}.
 *
 * @param isRead whether others may still read them
 * @param isNoWait whether to fail rather than wait for a row that is locked
 * @param isSkipLocked whether to leave out rows that are locked
 * @param isKeyShare whether others may still refer to them
 * @param of the tables, or columns of the tables, whose rows are meant; empty for all
 */
public record ForUpdate(
    boolean isRead,
    boolean isNoWait,
    boolean isSkipLocked,
    boolean isKeyShare,
    List<ClauseElement> of) {

  /** {@code with_for_update()}. */
  public static final ForUpdate PLAIN = new ForUpdate(false, false, false, false, List.of());

  public ForUpdate {
    of = List.copyOf(of);
  }

  public ForUpdate read() {
    return new ForUpdate(true, isNoWait, isSkipLocked, isKeyShare, of);
  }

  public ForUpdate noWait() {
    return new ForUpdate(isRead, true, isSkipLocked, isKeyShare, of);
  }

  public ForUpdate skipLocked() {
    return new ForUpdate(isRead, isNoWait, true, isKeyShare, of);
  }

  public ForUpdate keyShare() {
    return new ForUpdate(isRead, isNoWait, isSkipLocked, true, of);
  }

  public ForUpdate of(ClauseElement... elements) {
    return new ForUpdate(isRead, isNoWait, isSkipLocked, isKeyShare, List.of(elements));
  }
}
