package dev.brine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.Migration;
import dev.brine.bulk.MigrationTransformation;
import dev.brine.codec.Renames;
import dev.brine.envelope.Signer;
import dev.brine.error.UsageException;
import dev.brine.wrapping.Unwrapper;
import dev.brine.wrapping.Wrapped;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;

/** {@code brine migrate}. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Loads dumps and writes them again for another SQLAlchemy, or as SQL; those in files, or in"
            + " a column of a database. Without metadata, tables and columns are carried over by"
            + " name, and --to sql calls a column by its key.")
final class MigrateCommand extends DumpCommand {

  @Mixin private MigrationOptions options = new MigrationOptions();

  @Mixin private BulkMode bulk = new BulkMode();

  @Mixin private SigningOptions signing = new SigningOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE_OR_DIR",
      description =
          "Of files: where the result goes; - is the standard output. In a folder it keeps its"
              + " name. It is one if it exists as one, ends with a slash, or DUMP is a folder or"
              + " more than one.")
  private @Nullable String outArgument;

  @Option(
      names = "--keep-wrapping",
      description =
          "Write the result in what the dump was wrapped in; of JSON, all else stays as it is."
              + " Without it the result is the bare dump.")
  private boolean keepWrapping;

  @Option(names = "--format", description = "text or json (one object a line). Default: text.")
  private TextOrJson format = TextOrJson.TEXT;

  private final Set<Renames.Rename> matched = new HashSet<>();
  private boolean isAllRead = true;
  private @Nullable Signer signer;
  private @Nullable Destination destination;

  @Override
  boolean isJson() {
    return format == TextOrJson.JSON;
  }

  /** Dumps in a database are no files. A mere copy would keep the synopsis that demands some. */
  static void allowNoFiles(CommandSpec spec) {
    PositionalParamSpec files = spec.positionalParameters().get(0);
    spec.remove(files);
    spec.add(
        PositionalParamSpec.builder()
            .arity("0..*")
            .paramLabel(files.paramLabel())
            .description(files.description())
            .typeInfo(files.typeInfo())
            .getter(files.getter())
            .setter(files.setter())
            .scope(files.scope())
            .initialValue(files.initialValue())
            .build());
  }

  @Override
  boolean isElsewhere(List<String> files) {
    if (bulk.isGiven()) {
      if (!files.isEmpty() || outArgument != null || keepWrapping) {
        throw new UsageException(
            "--url goes with a column of a database, not with files, --out or --keep-wrapping",
            "leave those out; in a column dumps keep their wrappings");
      }
      return true;
    }
    bulk.refuseHalves();
    if (files.isEmpty()) {
      throw wrong("Missing required parameter: 'DUMP', or --url");
    }
    if (outArgument == null) {
      throw wrong("Missing required option: '--out=FILE_OR_DIR'");
    }
    return false;
  }

  @Override
  boolean workElsewhere(Unwrapper unwrapper, PrintWriter out, PrintWriter err) {
    bulk.open(options, limits());
    MigrationTransformation transformation =
        new MigrationTransformation(options::migration, unwrapper, signer());
    return bulk.run(transformation, isJson(), out, err);
  }

  @Override
  void prepare(List<DumpFile> dumps) {
    options.open(null, null, limits());
    if (keepWrapping && options.target().isText()) {
      throw new UsageException(
          "--keep-wrapping is for dumps; --to %s writes text".formatted(options.target().name()),
          "leave it out");
    }
    signer = signer();
    destination = destination(outArgument(), dumps, this::relative);
  }

  private @Nullable Signer signer() {
    if (signing.isGiven() && options.target().isText()) {
      throw new UsageException(
          "--sign-key is for dumps; --to %s writes text".formatted(options.target().name()),
          "leave it out");
    }
    return signing.signer(options.target().name());
  }

  private String outArgument() {
    return Objects.requireNonNull(outArgument, "isElsewhere() comes first");
  }

  /** Where it goes in the folder: texts are not called like dumps, nor dumps like JSON. */
  private Path relative(DumpFile dump) {
    if (keepWrapping) {
      return dump.relative();
    }
    Path path = dump.relativeUnwrapped();
    if (options.target().isText()) {
      return withExtension(path, options.target().name());
    }
    return path.toString().endsWith(".json") ? withExtension(path, "pkl") : path;
  }

  private static Path withExtension(Path path, String extension) {
    String bare = String.valueOf(path.getFileName()).replaceFirst("\\.[^.]+$", "");
    return path.resolveSibling(bare + "." + extension);
  }

  @Override
  Answer process(DumpFile dump) {
    Migration migration = options.migration();
    Wrapped wrapped = readRenamed(dump, migration.renames());
    tell(migration.drift(wrapped.dump()));
    Migration.Opened opened = migration.open(wrapped);
    tell(opened.findings());
    byte[] result = signed(opened.write(), wrapped, dump);
    Destination out = Objects.requireNonNull(destination, "prepare() comes first");
    Path target = out.write(dump, keepWrapping ? wrapped.rewrap(result) : result);
    return out.isStandardOutput() ? Answer.NONE : new Written(target, opened.findings().opaque());
  }

  private Wrapped readRenamed(DumpFile dump, Renames renames) {
    boolean isRead = false;
    try {
      Wrapped wrapped = read(dump);
      matched.addAll(renames.apply(wrapped.dump(), limits()).matched());
      isRead = true;
      return wrapped;
    } finally {
      isAllRead &= isRead;
    }
  }

  /** A signature of the old dump is none of the new one. */
  private byte[] signed(byte[] result, Wrapped wrapped, DumpFile dump) {
    if (signer != null) {
      return signer.sign(result);
    }
    if (wrapped.envelope() != null) {
      warn("%s was signed, and the result is not: --sign-key FILE signs it".formatted(dump.name()));
    }
    return result;
  }

  /** A rename for which there was nothing is likely to be a mistake, if nothing was left unread. */
  @Override
  void finish() {
    if (!isAllRead) {
      return;
    }
    for (Renames.Rename rename : options.renames().all()) {
      if (!matched.contains(rename)) {
        warn("no dump has a %s that was to be renamed".formatted(rename));
      }
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
