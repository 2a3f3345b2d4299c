package dev.brine.pickle;

/** Python's {@code None}, so that a graph never needs a Java null. */
public enum PyNone implements PyNode {
  NONE;

  @Override
  public String toString() {
    return "None";
  }
}
