package dev.brine.cli;

import dev.brine.DumpOptions;
import dev.brine.Migration;
import dev.brine.MigrationTarget;
import dev.brine.codec.Renames;
import dev.brine.error.CompileException;
import dev.brine.error.UsageException;
import dev.brine.pickle.ReadLimits;
import dev.brine.series.DumpTarget;
import dev.brine.series.Series;
import dev.brine.sql.Dialect;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What dumps become, and what is known when they are read: the options of a {@link Migration}. */
final class MigrationOptions {

  private static final String SQL = "sql";
  private static final String JSON = "json";

  @Mixin private MetaDataOption metadata = new MetaDataOption();

  @Option(
      names = "--to",
      paramLabel = "TARGET",
      description =
          "The SQLAlchemy series that shall load the result: 1.3, 1.4, 2.0 or 2.1; portable: 1.4,"
              + " 2.0 and 2.1 alike; json: text to read and to keep, from which the dump can be"
              + " made again; or sql: the SQL text, with the values in it. Default: 2.0.")
  private String to = Series.V2_0.toString();

  @Option(
      names = "--protocol",
      paramLabel = "N",
      description = "Pickle protocol, 0 to 5. Default: 5.")
  private @Nullable Integer protocol;

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      description = "With --to sql: as of brine sql. Default: default.")
  private @Nullable String dialect;

  @Mixin private RenameOptions renaming = new RenameOptions();

  @Option(
      names = "--strict",
      description =
          "Refuse dumps in which SQLAlchemy had lost something when it wrote them, or that mean"
              + " something else in the series they are moved to.")
  private boolean strict;

  private @Nullable MigrationTarget target;
  private Renames renames = Renames.NONE;

  /**
   * Makes sense of the options and opens the metadata, as this user if it is a database.
   *
   * @throws dev.brine.error.BrineException if they do not go together
   */
  void open(@Nullable String user, @Nullable String password, ReadLimits limits) {
    target = chosen();
    renames = renaming.renames();
    metadata.open(user, password, limits);
  }

  /** What the dumps become. */
  MigrationTarget target() {
    return Objects.requireNonNull(target, "open() comes first");
  }

  /** What is called otherwise now. */
  Renames renames() {
    return renames;
  }

  /**
   * The migration that the options describe.
   *
   * @throws dev.brine.error.DatabaseException if the metadata's database could not be reached
   */
  Migration migration() {
    return new Migration(metadata.deserializer(), target(), renames, metadata.catalog(), strict);
  }

  private MigrationTarget chosen() {
    if (to.equals(SQL)) {
      refuse("--protocol", protocol, "is for pickles; --to sql writes text");
      return new MigrationTarget.OfSql(sqlDialect());
    }
    refuse("--dialect", dialect, "is for --to sql");
    if (to.equals(JSON)) {
      refuse("--protocol", protocol, "is for pickles; --to json writes text");
      return new MigrationTarget.OfJson();
    }
    DumpOptions options = DumpOptions.DEFAULT.withTarget(dumpTarget());
    return new MigrationTarget.OfSeries(
        protocol == null ? options : options.withProtocol(protocol));
  }

  private DumpTarget dumpTarget() {
    List<DumpTarget> written = DumpTarget.written();
    try {
      DumpTarget chosen = DumpTarget.of(to);
      if (written.contains(chosen)) {
        return chosen;
      }
    } catch (UsageException unknown) {
      // What could be chosen here is more than series, and not all of these.
    }
    String choices = written.stream().map(Object::toString).collect(Collectors.joining(", "));
    throw new UsageException(
        "dumps are not migrated to '%s'".formatted(to),
        "choose one of %s, %s, %s".formatted(choices, JSON, SQL));
  }

  private static void refuse(String option, @Nullable Object given, String why) {
    if (given != null) {
      throw new UsageException(option + " " + why, "leave it out");
    }
  }

  private Dialect sqlDialect() {
    try {
      return dialect == null ? Dialect.DEFAULT : Dialect.named(dialect);
    } catch (CompileException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e.hint(), e);
    }
  }
}
