package dev.brine.cli;

import dev.brine.envelope.KeyFile;
import dev.brine.envelope.SignatureAlgorithm;
import dev.brine.error.BrineException;
import dev.brine.error.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code brine keygen}. */
@Command(
    name = "keygen",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Makes a new key for signed envelopes. Of ed25519, FILE signs and FILE.pub verifies; of"
            + " hmac-sha256, FILE does both.")
final class KeygenCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", description = "What envelopes call the key.")
  private String id = "";

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      description = "ed25519 or hmac-sha256. Default: ed25519.")
  private String algorithm = SignatureAlgorithm.ED25519.toString();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the key goes; never one that is there already.")
  private String out = "";

  @Option(names = "--stacktrace", description = "Show where in Brine a failure arose.")
  private boolean stacktrace;

  @Override
  public Integer call() {
    try {
      make();
      return 0;
    } catch (BrineException e) {
      return Failure.of(e).print(spec.commandLine().getErr(), stacktrace);
    } finally {
      spec.commandLine().getOut().flush();
    }
  }

  private void make() {
    if (algorithm.equals(SignatureAlgorithm.HMAC_SHA256.toString())) {
      write(out, KeyFile.newSecret(id), true);
      return;
    }
    if (!algorithm.equals(SignatureAlgorithm.ED25519.toString())) {
      throw new UsageException(
          "there is no algorithm '%s'".formatted(algorithm), "choose ed25519 or hmac-sha256");
    }
    KeyFile.NewPair pair = KeyFile.newPair(id);
    write(out, pair.privateKey(), true);
    write(out + ".pub", pair.publicKey(), false);
  }

  private void write(String name, String text, boolean isSecret) {
    Path file = DumpFile.path(name);
    try {
      // Created for nobody else to read, rather than closed to others when it is too late.
      Files.createFile(file, isSecret ? ownersOnly() : new FileAttribute<?>[0]);
      Files.write(file, text.getBytes(StandardCharsets.US_ASCII));
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(
          "%s is there already".formatted(name), "keys are not overwritten: choose another", e);
    } catch (IOException e) {
      throw new UsageException("%s cannot be written: %s".formatted(name, e), null, e);
    }
    spec.commandLine().getOut().println("written to " + name);
  }

  private static FileAttribute<?>[] ownersOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
