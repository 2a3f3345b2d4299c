package dev.brine.cli;

import dev.brine.Deserializer;
import dev.brine.PlaceholderDeserializer;
import dev.brine.bulk.ColumnSource;
import dev.brine.bulk.ColumnValue;
import dev.brine.bulk.Connections;
import dev.brine.bulk.SourceRow;
import dev.brine.bulk.Tally;
import dev.brine.error.BrineException;
import dev.brine.error.UsageException;
import dev.brine.pickle.ReadLimits;
import dev.brine.scan.Scannable;
import dev.brine.scan.Scanner;
import dev.brine.scan.Summary;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code brine scan}. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Sums up what many dumps are: series, kinds, tables, classes, wrappings, losses, failures."
            + " Of files, folders, or a column of a database. Reads only.")
final class ScanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "DUMP",
      description =
          "A dump, or a folder of *.dump, *.pickle, *.pkl, and *.json that --to json wrote; - is the"
              + " standard input.")
  private List<String> arguments = List.of();

  @ArgGroup(exclusive = false)
  private @Nullable ColumnOptions column;

  @Mixin private MetaDataOption metadata = new MetaDataOption();

  @Mixin private VerificationOptions verification = new VerificationOptions();

  @Mixin private LimitOption limit = new LimitOption();

  @Option(names = "--threads", paramLabel = "N", description = "Default: one for each core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many names of each kind are shown as text and in HTML. Default: 12.")
  private int top = ScanReport.DEFAULT_TOP;

  @Option(names = "--format", description = "text or json (one object). Default: text.")
  private TextOrJson format = TextOrJson.TEXT;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with charts, too, which needs nothing but itself.")
  private @Nullable String html;

  @Option(names = "--stacktrace", description = "Show where in Brine a failure arose.")
  private boolean stacktrace;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      long start = System.nanoTime();
      Summary summary = scan();
      ScanReport report =
          new ScanReport(source(), summary, System.nanoTime() - start, Math.max(1, top));
      if (html != null) {
        byte[] page = new ScanPage(report).text().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(DumpFile.path(html), page);
      }
      if (format == TextOrJson.JSON) {
        out.println(ScanJson.of(summary).toPrettyString());
      } else {
        new ScanText(report, out).print();
      }
      return summary.failed() == 0 ? 0 : Failure.SOME_FAILED;
    } catch (BrineException e) {
      return Failure.of(e).print(spec.commandLine().getErr(), stacktrace);
    } finally {
      out.flush();
    }
  }

  private Summary scan() {
    if (arguments.isEmpty() == (column == null)) {
      throw new UsageException(
          "scan needs either files and folders, or a column of a database",
          "such as: brine scan dumps/, or brine scan --url JDBC_URL --table T --column C");
    }
    if (threads < 1) {
      throw new UsageException("--threads must be positive, was " + threads);
    }
    ReadLimits limits = limit.limits();
    metadata.open(
        column == null ? null : column.user(), column == null ? null : column.password(), limits);
    Scanner scanner = new Scanner(deserializers(limits), verification.unwrapper(limits), threads);
    return column == null ? scanFiles(scanner) : scanColumn(scanner, column);
  }

  /** Each dump has placeholders of its own, lest those of all of them pile up. */
  private Supplier<? extends Deserializer> deserializers(ReadLimits limits) {
    if (!metadata.isGiven()) {
      return () -> new PlaceholderDeserializer(limits);
    }
    Deserializer described = metadata.deserializer();
    return () -> described;
  }

  private Summary scanFiles(Scanner scanner) {
    return scanner.scan(
        DumpFile.expand(arguments, true).stream()
            .map(file -> new Scannable(file.name(), false, file::read)));
  }

  private Summary scanColumn(Scanner scanner, ColumnOptions column) {
    Connections connections = column.connections();
    ProgressBar bar =
        new ProgressBar(spec.commandLine().getErr(), Ansi.AUTO.enabled(), System::nanoTime);
    AtomicLong rows = new AtomicLong();
    try (ColumnSource source = ColumnSource.open(connections, column.request())) {
      bar.start(Tally.NONE, source::count);
      return scanner.scan(
          source
              .rows()
              .peek(row -> bar.show(rows.incrementAndGet(), 0))
              .map(ScanCommand::scannable));
    } finally {
      bar.erase();
    }
  }

  private static Scannable scannable(SourceRow row) {
    ColumnValue value = row.value();
    boolean isText = value != null && value.isText();
    return new Scannable(row.key().toString(), isText, () -> value == null ? null : value.bytes());
  }

  private String source() {
    return column == null
        ? String.join(" ", arguments)
        : column.request().table() + "." + column.request().column();
  }
}
