package dev.brine;

import dev.brine.wrapping.Wrapped;
import java.util.Objects;

/**
 * How dumps are carried over: read with what {@code source} knows of tables and classes, written as
 * {@code target} says. One such value serves files and the columns of a database alike.
 *
 * <p>Immutable, and thread-safe if the deserializer is.
 */
public record Migration(Deserializer source, MigrationTarget target) {

  public Migration {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(target, "target");
  }

  /**
   * Reads a dump. It is written in a second step, since what was found is worth telling even if
   * that step fails.
   *
   * @throws dev.brine.error.BrineException if it cannot be read
   */
  public Opened open(byte[] dump) {
    return open(Wrapped.plain(dump));
  }

  /**
   * Reads a dump that was taken out of its wrappings; the tables that came with it are used where
   * the source knows none.
   *
   * @throws dev.brine.error.BrineException if it cannot be read
   */
  public Opened open(Wrapped wrapped) {
    Object loaded = source.loads(wrapped);
    return new Opened(wrapped.dump(), loaded, Findings.of(loaded), target);
  }

  /**
   * A dump that was read. Immutable as long as nobody changes the array.
   *
   * @param dump the bytes it was read from
   * @param loaded what it holds
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared: it only carries them to the target.
  public record Opened(byte[] dump, Object loaded, Findings findings, MigrationTarget target) {

    /**
     * What the target makes of it.
     *
     * @throws dev.brine.error.BrineException if the target cannot say it
     */
    public byte[] write() {
      return target.write(this);
    }
  }
}
