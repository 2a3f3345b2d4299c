package dev.brine.fuzz;

import dev.brine.error.BrineException;

/** What the fuzzer calls, with the name of a {@link Target} as its argument. */
public final class FuzzTarget {

  private static Target target = Target.READER;

  private FuzzTarget() {}

  /** Called once. */
  public static void fuzzerInitialize(String[] args) {
    target = Target.valueOf(args[0]);
  }

  /** Called for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      target.run(input);
    } catch (BrineException refused) {
      // As it should be: whatever else comes out is a finding.
    }
  }
}
