package dev.brine.pickle;

/**
 * What was looked for in vain of late, by its hash, at each place of a table that is to hold what
 * recurs. Threads share it without order among them: what is lost is missed once more.
 */
final class RecentMisses {

  /** Of a hash whose turn may yet come, though another was missed since. */
  private static final int FIRST = 1;

  private final int[] hashes;

  RecentMisses(int places) {
    this.hashes = new int[places];
  }

  /**
   * Whether it was missed before, with no more than one other miss at that place since: so two that
   * share a place, and turn up in pickle after pickle, do not keep each other out.
   */
  boolean isAgain(int place, int hash) {
    int known = hashes[place];
    int sought = hash | FIRST;
    if ((known | FIRST) == sought) {
      return true;
    }
    hashes[place] = (known & FIRST) == FIRST ? known & ~FIRST : sought;
    return false;
  }
}
