package dev.brine.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line. Exit code 0: all well; 1: some dump failed; 2: wrong usage. Results go to the
 * standard output, each failure to the standard error as one line and a hint.
 */
@Command(
    name = "brine",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks into, prints, runs and migrates queries pickled by SQLAlchemy.",
    subcommands = {
      InspectCommand.class,
      SqlCommand.class,
      RunCommand.class,
      RowsCommand.class,
      MigrateCommand.class,
      ScanCommand.class,
      SignCommand.class,
      VerifyCommand.class,
      KeygenCommand.class,
      DemoCommand.class,
      RehearseCommand.class,
      ExporterCommand.class
    },
    footer = {
      "",
      "A DUMP is a file written by sqlalchemy.ext.serializer.dumps, or a folder of *.dump,",
      "*.pickle and *.pkl. Exit code 0: all well; 1: some dump failed; 2: wrong usage.",
      "New here? Try: brine demo"
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    // jOOQ greets on its first use, which is noise here.
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int exitCode = commandLine(out, err).execute(args);
    if (out.checkError() && exitCode == 0) {
      err.println("brine: the output cannot be written");
      err.println("  hint: is the disk full, or did what reads it end?");
      exitCode = Failure.SOME_FAILED;
    }
    err.flush();
    System.exit(exitCode);
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /** The commands, writing to these. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    CommandLine commandLine = new CommandLine(new Main());
    MigrateCommand.allowNoFiles(
        Objects.requireNonNull(commandLine.getSubcommands().get("migrate")).getCommandSpec());
    commandLine.setOut(out).setErr(err);
    commandLine.setUsageHelpWidth(100);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setParameterExceptionHandler(
        (e, args) -> Failure.of(e).print(e.getCommandLine().getErr(), false));
    return commandLine;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"brine " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
  }
}
