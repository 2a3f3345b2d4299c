package dev.brine;

import dev.brine.catalog.Catalog;
import dev.brine.catalog.Drift;
import dev.brine.codec.Renames;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.json.JsonForm;
import dev.brine.series.Loss;
import dev.brine.wrapping.Wrapped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How dumps are carried over: read with what {@code source} knows of tables and classes, written as
 * {@code target} says. One such value serves files and the columns of a database alike.
 *
 * <p>Immutable, and thread-safe if the deserializer is.
 *
 * @param renames what is called otherwise now than in the dumps
 * @param catalog what there is for dumps to refer to, so that all that is missing is told at once;
 *     null to leave that to the source
 * @param isStrict whether a dump in which SQLAlchemy had lost something is refused
 */
public record Migration(
    Deserializer source,
    MigrationTarget target,
    Renames renames,
    @Nullable Catalog catalog,
    boolean isStrict) {

  public Migration {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(renames, "renames");
  }

  /** Without renames, and with what was lost told only. */
  public Migration(Deserializer source, MigrationTarget target) {
    this(source, target, Renames.NONE, null, false);
  }

  /** The same to something else. */
  public Migration withTarget(MigrationTarget other) {
    return new Migration(source, other, renames, catalog, isStrict);
  }

  /**
   * What a dump needs, by its new names, and the catalog lacks; nothing without a catalog.
   *
   * @throws dev.brine.error.MalformedPickleException if the bytes are no sound dump
   */
  public Drift drift(byte[] dump) {
    return catalog == null
        ? Drift.NONE
        : Drift.of(renames.apply(pickle(dump), source.limits()).dump(), catalog, source.limits());
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
    source.verify(wrapped);
    Renames.Renamed renamed = renames.apply(pickle(wrapped.dump()), source.limits());
    Drift drift = catalog == null ? Drift.NONE : Drift.of(renamed.dump(), catalog, source.limits());
    if (!drift.isEmpty()) {
      throw drift.refusal();
    }
    Object loaded = source.load(wrapped.with(renamed.dump()));
    Findings findings = Findings.of(loaded).with(target.losses(renamed.dump(), loaded));
    return new Opened(renamed.dump(), loaded, findings, target, isStrict);
  }

  /** Names are looked for in pickles, so that JSON becomes one, with its names as they are. */
  private byte[] pickle(byte[] dump) {
    return JsonForm.isOne(dump)
        ? ExpressionSerializer.dumps(
            new PlaceholderDeserializer(source.limits()).loads(Wrapped.plain(dump)))
        : dump;
  }

  /**
   * A dump that was read. Immutable as long as nobody changes the array.
   *
   * @param dump the bytes it was read from, with all by its new name
   * @param loaded what it holds
   * @param isStrict whether it is not to be written if something of it was lost, or means something
   *     else in the target
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared: it only carries them to the target.
  public record Opened(
      byte[] dump, Object loaded, Findings findings, MigrationTarget target, boolean isStrict) {

    /**
     * What the target makes of it.
     *
     * @throws dev.brine.error.BrineException if the target cannot say it, or something was lost of
     *     it and that is not to be put up with
     */
    public byte[] write() {
      List<Loss> losses = findings.losses();
      if (isStrict && losses != null && !losses.isEmpty()) {
        throw new UnsupportedConstructException(
            losses.get(0).message() + "; nothing is written", losses.get(0).hint());
      }
      return target.write(this);
    }
  }
}
