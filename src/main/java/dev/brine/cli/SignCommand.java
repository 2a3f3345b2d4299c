package dev.brine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.codec.Inspection;
import dev.brine.envelope.Signer;
import dev.brine.error.UsageException;
import dev.brine.json.JsonForm;
import dev.brine.wrapping.Wrapped;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code brine sign}. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Puts dumps in signed envelopes, as they are. An envelope that a dump is in already is"
            + " replaced.")
final class SignCommand extends DumpCommand {

  @Mixin private SigningOptions signing = new SigningOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE_OR_DIR",
      required = true,
      description = "Where the envelope goes; as with migrate.")
  private String out = "";

  @Option(
      names = "--keep-wrapping",
      description = "Put the envelope in what the dump was wrapped in, such as base64.")
  private boolean keepWrapping;

  @Option(names = "--format", description = "text or json (one object a line). Default: text.")
  private TextOrJson format = TextOrJson.TEXT;

  private @Nullable Signer signer;
  private @Nullable Destination destination;

  @Override
  boolean isJson() {
    return format == TextOrJson.JSON;
  }

  @Override
  void prepare(List<DumpFile> dumps) {
    signer = signing.signer("");
    if (signer == null) {
      throw new UsageException(
          "there is no key to sign with", "--sign-key FILE names it; brine keygen makes one");
    }
    destination =
        destination(out, dumps, dump -> keepWrapping ? dump.relative() : dump.relativeUnwrapped());
  }

  @Override
  Answer process(DumpFile dump) {
    if (signer == null || destination == null) {
      throw new IllegalStateException("prepare() comes first");
    }
    Wrapped wrapped = read(dump);
    byte[] signed = signer.withSeries(series(wrapped.dump())).sign(wrapped.dump());
    Path target = destination.write(dump, keepWrapping ? wrapped.rewrap(signed) : signed);
    return destination.isStandardOutput() ? Answer.NONE : new Signed(target, signer.key().id());
  }

  /** Read last: what is to be verified is verified by now. */
  private static String series(byte[] dump) {
    return JsonForm.isOne(dump) ? "" : Inspection.of(dump).series().toString();
  }

  private record Signed(Path target, String keyId) implements Answer {

    @Override
    public void printText(PrintWriter out) {
      out.println("signed with key %s, written to %s".formatted(keyId, target));
    }

    @Override
    public void putJson(ObjectNode json) {
      json.put("out", target.toString()).put("key", keyId);
    }
  }
}
