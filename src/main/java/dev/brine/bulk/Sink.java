package dev.brine.bulk;

/** Where batches go, in the order of their rows. */
@FunctionalInterface
interface Sink {

  /** Takes a batch, and tells when it, or each part of it, is safe. */
  void write(Batch batch, BatchListener listener);

  /** Hears of what is safe. */
  @FunctionalInterface
  interface BatchListener {
    void written(Batch.Result result);
  }
}
