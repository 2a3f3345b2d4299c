package dev.brine.bulk;

import dev.brine.DumpOptions;
import dev.brine.Migration;
import dev.brine.MigrationTarget;
import dev.brine.envelope.Signer;
import dev.brine.error.BrineException;
import dev.brine.series.Loss;
import dev.brine.wrapping.Unwrapper;
import dev.brine.wrapping.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Migrates each dump. Dumps stay in what they are wrapped in; SQL text and the like stand there by
 * themselves. Thread-safe if the migrations are.
 */
public final class MigrationTransformation implements Transformation {

  private static final Note NOT_SIGNED =
      new Note("signature", "the dump was signed, and the result is not", "sign it anew");

  private final Supplier<Migration> migrations;
  private final Unwrapper unwrapper;
  private final @Nullable Signer signer;

  /**
   * Transforms by a migration.
   *
   * @param migrations gives one for each dump, always to the same target: what one has made up of
   *     tables it does not know shall not pile up
   * @param raw whether to take each value for the dump itself, without looking for wrappings
   */
  public MigrationTransformation(Supplier<Migration> migrations, boolean raw) {
    this(migrations, Unwrapper.DEFAULT.withRaw(raw), null);
  }

  /**
   * Transforms by a migration what was signed, or is to be.
   *
   * @param unwrapper how each dump is taken out of what it is in
   * @param signer signs what is not text; without it what was signed is not any more, of which a
   *     warning is made
   */
  public MigrationTransformation(
      Supplier<Migration> migrations, Unwrapper unwrapper, @Nullable Signer signer) {
    this.migrations = Objects.requireNonNull(migrations, "migrations");
    this.unwrapper = Objects.requireNonNull(unwrapper, "unwrapper");
    this.signer = signer;
  }

  /** As a bulk migration takes it. */
  public BulkMigration.Change change() {
    MigrationTarget target = migrations.get().target();
    String name = signer == null ? "" : ", signed with " + signer.key().id();
    return new BulkMigration.Change(this, target + name, !target.isText());
  }

  @Override
  public Outcome apply(ColumnValue value) {
    List<Note> warnings = new ArrayList<>();
    try {
      Migration migration = migrations.get();
      Wrapped wrapped = unwrap(value);
      Migration.Opened opened = fitting(migration, value, wrapped).open(wrapped);
      List<Loss> losses = opened.findings().losses();
      for (Loss loss : losses == null ? List.<Loss>of() : losses) {
        warnings.add(new Note(loss.kind().code(), loss.message(), loss.hint()));
      }
      if (wrapped.envelope() != null && signer == null) {
        warnings.add(NOT_SIGNED);
      }
      return new Outcome.Made(wrapped(opened, wrapped, value), warnings);
    } catch (BrineException e) {
      return new Outcome.Failed(new Note(e.kind(), String.valueOf(e.getMessage()), e.hint()));
    }
  }

  private Wrapped unwrap(ColumnValue value) {
    return value.isText() ? unwrapper.unwrap(value.text()) : unwrapper.unwrap(value.bytes());
  }

  /** A dump that stands in a text by itself can only be of protocol 0. */
  private static Migration fitting(Migration migration, ColumnValue value, Wrapped wrapped) {
    if (value.isText()
        && wrapped.isPlain()
        && migration.target() instanceof MigrationTarget.OfSeries series) {
      DumpOptions ascii = series.options().withProtocol(0);
      return migration.withTarget(new MigrationTarget.OfSeries(ascii));
    }
    return migration;
  }

  private ColumnValue wrapped(Migration.Opened opened, Wrapped wrapped, ColumnValue value) {
    byte[] made = opened.write();
    if (opened.target().isText()) {
      return new ColumnValue(made, true);
    }
    made = signer == null ? made : signer.sign(made);
    return value.isText()
        ? ColumnValue.ofText(wrapped.rewrapText(made))
        : new ColumnValue(wrapped.rewrap(made), false);
  }
}
