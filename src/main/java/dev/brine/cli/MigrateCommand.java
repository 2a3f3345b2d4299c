package dev.brine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.DumpOptions;
import dev.brine.ExpressionSerializer;
import dev.brine.codec.Inspection;
import dev.brine.codec.OpaqueClasses;
import dev.brine.codec.Series;
import dev.brine.codec.SeriesRange;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.error.UsageException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code brine migrate}. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Loads dumps and dumps them again for another SQLAlchemy. Without metadata, tables and"
            + " columns are carried over by name.")
final class MigrateCommand extends DumpCommand {

  @Mixin private MetaDataOption metadata = new MetaDataOption();

  @Option(
      names = "--to",
      paramLabel = "SERIES",
      description = "The SQLAlchemy series that shall load the result. Default: 2.0.")
  private String to = "2.0";

  @Option(
      names = "--protocol",
      paramLabel = "N",
      description = "Pickle protocol, 0 to 5. Default: 5.")
  private int protocol = DumpOptions.DEFAULT.protocol();

  @Option(
      names = "--out",
      paramLabel = "FILE_OR_DIR",
      required = true,
      description =
          "Where the result goes. In a folder it keeps its name. It is one if it exists as one,"
              + " ends with a slash, or DUMP is a folder or more than one.")
  private String outArgument = "";

  @Option(names = "--format", description = "text or json (one object a line). Default: text.")
  private TextOrJson format = TextOrJson.TEXT;

  private DumpOptions options = DumpOptions.DEFAULT;
  private Path out = Path.of("");
  private boolean intoFolder;

  @Override
  boolean isJson() {
    return format == TextOrJson.JSON;
  }

  @Override
  void prepare(List<DumpFile> dumps) {
    Series series = Series.of(to);
    if (series != Series.V2_0) {
      throw new UsageException(
          "dumps for SQLAlchemy %s cannot be written yet".formatted(series), "choose --to 2.0");
    }
    options = new DumpOptions(series, protocol);
    out = DumpFile.path(outArgument);
    intoFolder = isFolder(dumps);
    refuseCollisions(dumps);
    metadata.open(null, null);
  }

  private boolean isFolder(List<DumpFile> dumps) {
    DumpFile first = dumps.get(0);
    boolean needsFolder = dumps.size() > 1 || first.relative().getNameCount() > 1;
    boolean isFolder = outArgument.endsWith("/") || Files.isDirectory(out);
    boolean namesFile = !isFolder && (Files.exists(out) || DumpFile.looksLikeDump(out));
    if (needsFolder && namesFile) {
      throw new UsageException(
          "%d dumps do not fit in the one file %s".formatted(dumps.size(), out),
          "give --out a folder");
    }
    return isFolder || needsFolder || (first.isOfFolder() && !namesFile);
  }

  private void refuseCollisions(List<DumpFile> dumps) {
    Set<Path> taken = new HashSet<>();
    for (DumpFile dump : dumps) {
      if (!taken.add(dump.relative())) {
        throw new UsageException(
            "two dumps are called %s and would go to one file".formatted(dump.relative()),
            "migrate them one after the other, to different folders");
      }
    }
  }

  @Override
  Answer process(DumpFile dump) {
    byte[] bytes = dump.read();
    Object loaded = metadata.deserializer().loads(bytes);
    lookForLosses(loaded);
    List<String> opaque = OpaqueClasses.of(loaded);
    refuseForeign(bytes, opaque);
    Path target = intoFolder ? out.resolve(dump.relative()) : out;
    AtomicFile.write(target, ExpressionSerializer.dumps(loaded, options));
    return new Written(target, opaque);
  }

  /** What is not understood is copied as it is, and another series could not load that. */
  private void refuseForeign(byte[] bytes, List<String> opaque) {
    List<String> foreign = opaque.stream().filter(name -> name.startsWith("sqlalchemy.")).toList();
    SeriesRange writer = Inspection.of(bytes).series();
    if (!foreign.isEmpty() && !writer.contains(options.series())) {
      throw new UnsupportedConstructException(
          "the dump is of SQLAlchemy %s and holds what cannot be carried over to %s yet: %s"
              .formatted(writer, options.series(), String.join(", ", foreign)),
          "nothing was written");
    }
  }

  private record Written(Path target, List<String> opaque) implements Answer {

    @Override
    public void printText(PrintWriter out) {
      out.println("written to " + target);
      if (!opaque.isEmpty()) {
        out.println("carried along without being understood: " + String.join(", ", opaque));
      }
    }

    @Override
    public void putJson(ObjectNode json) {
      json.put("out", target.toString());
      opaque.forEach(json.putArray("opaque")::add);
    }
  }
}
