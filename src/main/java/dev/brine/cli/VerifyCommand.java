package dev.brine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.envelope.Envelope;
import dev.brine.error.UsageException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code brine verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Tells whether dumps are signed as they must be, and by whom. Of the dumps themselves"
            + " nothing is read.")
final class VerifyCommand extends DumpCommand {

  @Option(names = "--format", description = "text or json (one object a line). Default: text.")
  private TextOrJson format = TextOrJson.TEXT;

  @Override
  boolean isJson() {
    return format == TextOrJson.JSON;
  }

  @Override
  void prepare(List<DumpFile> dumps) {
    if (!verifies()) {
      throw new UsageException(
          "there is no key to verify with", "--verify-key FILE names the keys");
    }
  }

  @Override
  Answer process(DumpFile dump) {
    return new Told(read(dump).envelope());
  }

  /**
   * @param envelope what was found good; null for an unsigned dump that passes
   */
  private record Told(@Nullable Envelope envelope) implements Answer {

    @Override
    public void printText(PrintWriter out) {
      if (envelope == null) {
        out.println("not signed");
      } else {
        out.println("verified  " + envelope);
        EnvelopeView.of(envelope, true).printDetails(out);
      }
    }

    @Override
    public void putJson(ObjectNode json) {
      if (envelope == null) {
        json.putNull("envelope");
      } else {
        EnvelopeView.of(envelope, true).putJson(json.putObject("envelope"));
      }
    }
  }
}
