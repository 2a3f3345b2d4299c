package dev.brine.cli;

import dev.brine.bulk.BulkMigration;
import dev.brine.bulk.BulkOptions;
import dev.brine.bulk.MigrationTransformation;
import dev.brine.bulk.Tally;
import dev.brine.error.UsageException;
import dev.brine.pickle.ReadLimits;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** {@code brine migrate --url}: the dumps in a column of a database. */
final class BulkMode {

  @ArgGroup(exclusive = false)
  private @Nullable ColumnOptions column;

  @Option(
      names = "--into",
      paramLabel = "COLUMN",
      description = "With --url: the column that takes the results. Default: --column itself.")
  private @Nullable String into;

  @Option(
      names = "--write",
      description =
          "With --url: really do it. Without it, nothing is written, and you are told what would"
              + " happen.")
  private boolean write;

  @Option(
      names = "--restart",
      description =
          "With --url: forget what earlier runs have done, and start from the first row. Without"
              + " it, a run goes on where the last one was stopped.")
  private boolean restart;

  @Option(
      names = "--batch",
      paramLabel = "ROWS",
      description = "With --url: how many rows a transaction writes at most. Default: 500.")
  private int batch = BulkOptions.DEFAULT.batchRows();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "With --url: how many threads migrate. Default: as many as there are cores.")
  private int threads = BulkOptions.DEFAULT.threads();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "With --url: write each failure and warning there, a JSON object a line, those of"
              + " earlier runs that were stopped too.")
  private @Nullable String report;

  boolean isGiven() {
    return column != null;
  }

  /**
   * Looks for options that do nothing without a URL.
   *
   * @throws UsageException if there are any
   */
  void refuseHalves() {
    if (into != null || write || restart || report != null) {
      throw new UsageException(
          "--into, --write, --restart and --report are for a database",
          "--url names it; --out is for files");
    }
  }

  /** Opens the metadata as the user of the column: it may be described by the same database. */
  void open(MigrationOptions options, ReadLimits limits) {
    options.open(column().user(), column().password(), limits);
  }

  private ColumnOptions column() {
    return Objects.requireNonNull(column, "isGiven() comes first");
  }

  /** Migrates; tells whether each row that should have a result has one. */
  boolean run(
      MigrationTransformation transformation, boolean json, PrintWriter out, PrintWriter err) {
    BulkMigration bulk =
        new BulkMigration(
            column().connections(),
            column().request().withInto(into),
            transformation.change(),
            new BulkOptions(batch, threads, restart));
    Tally tally = run(bulk, json ? out : null, err);
    BulkSummary summary = new BulkSummary(tally, write);
    if (json) {
      out.println(summary.json());
    } else {
      summary.print(out);
    }
    return tally.isComplete();
  }

  private Tally run(BulkMigration bulk, @Nullable PrintWriter json, PrintWriter err) {
    ProgressBar bar = new ProgressBar(err, Ansi.AUTO.enabled(), System::nanoTime);
    try (ReportFile file = ReportFile.open(report);
        BulkReport listener = new BulkReport(json, err, file, bar)) {
      return write ? bulk.run(listener) : bulk.dryRun(listener);
    }
  }
}
