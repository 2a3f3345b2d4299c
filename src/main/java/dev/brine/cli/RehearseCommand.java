package dev.brine.cli;

import dev.brine.catalog.CatalogJson;
import dev.brine.catalog.PickledMetaData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code brine rehearse}: does once, for no one to see, what is asked for most. The launcher keeps
 * the classes that this takes, and starts sooner by them.
 */
@Command(
    name = "rehearse",
    hidden = true,
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Runs the usual commands on the dump of the demo, and prints nothing.")
final class RehearseCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("brine-rehearse");
    try {
      return run(folder);
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static int run(Path folder) throws IOException {
    byte[] metadata = DemoCommand.resource("metadata.pickle");
    String dump = Files.write(folder.resolve("dump"), DemoCommand.resource("report.pickle")) + "";
    String pickled = Files.write(folder.resolve("metadata"), metadata) + "";
    String catalogue = CatalogJson.write(PickledMetaData.read(metadata));
    String json = Files.writeString(folder.resolve("catalogue.json"), catalogue) + "";
    String url =
        "jdbc:sqlite:"
            + Files.write(folder.resolve("data.sqlite"), DemoCommand.resource("data.sqlite"));
    String out = folder.resolve("out").toString();
    int worst = 0;
    for (List<String> command :
        List.of(
            List.of("inspect", dump),
            List.of("inspect", "--format", "json", dump),
            List.of("sql", dump, "--metadata", pickled),
            List.of("sql", dump, "--metadata", json, "--dialect", "postgresql"),
            List.of("migrate", dump, "--to", "1.4", "--out", out),
            List.of("run", dump, "--metadata", json, "--url", url),
            List.of("run", dump, "--metadata", url, "--url", url, "--format", "json"),
            List.of("demo"))) {
      PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
      int exitCode = Main.commandLine(nowhere, nowhere).execute(command.toArray(String[]::new));
      worst = Math.max(worst, exitCode);
    }
    return worst;
  }
}
