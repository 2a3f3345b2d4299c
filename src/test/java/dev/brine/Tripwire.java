package dev.brine;

import java.util.concurrent.atomic.AtomicInteger;

/** A class that dumps can name, and that nothing may ever start. */
final class Tripwire {

  /** How often it was started, by whatever means. */
  static final AtomicInteger STARTED = new AtomicInteger();

  private Tripwire() {}

  /** Counts when its class is initialised. */
  static final class Wire {
    static {
      STARTED.incrementAndGet();
    }

    private Wire() {}
  }
}
