package dev.brine.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code brine exporter}: the script that writes a catalogue of Python's models. */
@Command(
    name = "exporter",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Prints the Python script that writes what an application has mapped as JSON.",
    footer = {
      "",
      "Run it where the models are: it needs SQLAlchemy (1.3 to 2.1) and nothing else.",
      "",
      "    brine exporter > brine_catalog.py",
      "    python brine_catalog.py myapp.models > catalog.json",
      "    brine sql my.pickle --metadata catalog.json"
    })
final class ExporterCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (InputStream script = ExporterCommand.class.getResourceAsStream("brine_catalog.py")) {
      byte[] text =
          Objects.requireNonNull(script, "brine_catalog.py is not packaged").readAllBytes();
      spec.commandLine().getOut().print(new String(text, StandardCharsets.UTF_8));
    }
    return 0;
  }
}
