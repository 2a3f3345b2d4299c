package dev.brine.json;

import org.jspecify.annotations.Nullable;

/**
 * What may be reached more than once. It stands where it is used if that is one place; else it is
 * defined apart, under a name, and each place refers to that.
 */
final class Slot {

  /** What its name begins with. */
  final String kind;

  /** Null until it is written: it may be reached from within itself. */
  @Nullable Object content;

  private int uses = 1;
  private boolean isApart;
  private String name = "";

  Slot(String kind) {
    this.kind = kind;
  }

  Slot again() {
    uses++;
    return this;
  }

  /** Has it defined apart even if it is used once. */
  Slot apart() {
    isApart = true;
    return this;
  }

  boolean isShared() {
    return isApart || uses > 1;
  }

  String name() {
    return name;
  }

  void name(String given) {
    name = given;
  }
}
