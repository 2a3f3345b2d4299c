package dev.brine.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.Findings;
import dev.brine.catalog.Drift;
import dev.brine.envelope.Envelope;
import dev.brine.error.BrineException;
import dev.brine.error.UsageException;
import dev.brine.pickle.ReadLimits;
import dev.brine.series.Loss;
import dev.brine.wrapping.Unwrapper;
import dev.brine.wrapping.Wrapped;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A command over many dumps: each is worked on by itself, and one that fails does not stop the
 * others.
 */
abstract class DumpCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "DUMP",
      description = "A dump, or a folder of *.dump, *.pickle and *.pkl; - is the standard input.")
  private List<String> arguments = List.of();

  @Mixin private VerificationOptions verification = new VerificationOptions();

  @Mixin private LimitOption limit = new LimitOption();

  @Option(names = "--stacktrace", description = "Show where in Brine a failure arose.")
  private boolean stacktrace;

  private Unwrapper unwrapper = Unwrapper.DEFAULT;

  /** What the dump at hand lost when it was written; null if that is not known. */
  private @Nullable List<Loss> losses;

  /** What it needs and the metadata lacks. */
  private Drift drift = Drift.NONE;

  /** Whether each dump gives a JSON object on a line of its own. */
  abstract boolean isJson();

  /** Whether it understands what {@code --to json} wrote, too. */
  boolean takesJson() {
    return true;
  }

  /**
   * What is to be done before the first dump; what fails here is wrong usage.
   *
   * @throws BrineException if the options do not go together
   */
  abstract void prepare(List<DumpFile> dumps);

  /**
   * Works on one dump.
   *
   * @throws BrineException if it fails
   */
  abstract Answer process(DumpFile dump);

  /** Looks for what was lost before this was loaded; it is reported whether the work succeeds. */
  final List<Loss> lookForLosses(Object loaded) {
    Findings findings = Findings.of(loaded);
    tell(findings);
    return findings.losses() == null ? List.of() : findings.losses();
  }

  /** Reports what the dump needs and there is not, for programs; the failure tells people. */
  final void tell(Drift found) {
    drift = found;
  }

  /** Says something beside the answers. */
  final void warn(String text) {
    err().println("brine: warning: " + text);
    err().flush();
  }

  /** Reports what was lost, whether the work succeeds or not. */
  final void tell(Findings findings) {
    losses = findings.losses();
  }

  /** Whether what was lost is told beside the text; else the text tells it. */
  boolean warnsOfLosses() {
    return true;
  }

  /**
   * The dump, out of whatever it is wrapped in.
   *
   * @throws BrineException if it cannot be read, a wrapping is broken, or it is not signed as it
   *     must be
   */
  final Wrapped read(DumpFile dump) {
    Wrapped wrapped = unwrapper.unwrap(dump.read());
    Envelope envelope = wrapped.envelope();
    if (envelope != null && !wrapped.isVerified() && warnsOfSignatures()) {
      warn(
          "%s is signed with key %s, which was not verified: --verify-key FILE does"
              .formatted(dump.name(), envelope.claims().keyId()));
    }
    return wrapped;
  }

  /**
   * Where the results go.
   *
   * @throws BrineException if they do not fit there
   */
  final Destination destination(
      String argument, List<DumpFile> dumps, Function<DumpFile, Path> naming) {
    Destination destination = Destination.of(argument, dumps, naming);
    if (destination.isStandardOutput() && isJson()) {
      throw new UsageException(
          "--format json and the result would both go to the standard output", "give --out a file");
    }
    return destination;
  }

  /** What reading a dump may cost. */
  final ReadLimits limits() {
    return limit.limits();
  }

  /** Whether signatures are verified, and unsigned dumps refused. */
  final boolean verifies() {
    return verification.isGiven();
  }

  /** Whether a signature that was not verified is told beside the text; else the text tells it. */
  boolean warnsOfSignatures() {
    return true;
  }

  /** Closes what {@link #prepare} opened. */
  void finish() {
    // Most commands open nothing.
  }

  /**
   * Whether the dumps are not in files.
   *
   * @throws BrineException if the options do not go together
   */
  boolean isElsewhere(List<String> files) {
    return false;
  }

  /** Works on dumps that are not in files; tells whether all went well. */
  boolean workElsewhere(Unwrapper unwrapper, PrintWriter out, PrintWriter err) {
    throw new IllegalStateException("there are none");
  }

  /** What one dump gave: as text for people, and for programs as fields of a JSON object. */
  interface Answer {

    /** Where the result itself goes to the standard output. */
    Answer NONE = new Silence();

    void printText(PrintWriter out);

    void putJson(ObjectNode json);
  }

  private record Silence() implements Answer {

    @Override
    public void printText(PrintWriter out) {
      // Nothing but the result.
    }

    @Override
    public void putJson(ObjectNode json) {
      throw new IllegalStateException("destination() refuses it");
    }
  }

  @Override
  public final Integer call() {
    try {
      unwrapper = verification.unwrapper(limits());
      if (isElsewhere(arguments)) {
        return workElsewhere(unwrapper, out(), err()) ? 0 : Failure.SOME_FAILED;
      }
      List<DumpFile> dumps = DumpFile.expand(arguments, takesJson());
      prepare(dumps);
      int failed = 0;
      for (DumpFile dump : dumps) {
        failed += succeeds(dump, dumps.size() > 1) ? 0 : 1;
      }
      return failed == 0 ? 0 : Failure.SOME_FAILED;
    } catch (BrineException e) {
      return Failure.of(e).print(err(), stacktrace);
    } finally {
      finish();
      out().flush();
    }
  }

  private boolean succeeds(DumpFile dump, boolean withHeading) {
    losses = null;
    drift = Drift.NONE;
    try {
      Answer answer = process(dump);
      if (isJson()) {
        ObjectNode json = object(dump);
        putLosses(json);
        answer.putJson(json);
        out().println(json);
      } else {
        if (withHeading) {
          out().println("== " + dump.name());
        }
        answer.printText(out());
        printLosses(dump);
      }
      return true;
    } catch (BrineException e) {
      report(dump, Failure.of(e));
    } catch (RuntimeException | StackOverflowError e) {
      // A defect must not take the other dumps with it.
      report(dump, Failure.ofDefect(e));
    } finally {
      out().flush();
    }
    return false;
  }

  private void report(DumpFile dump, Failure failure) {
    if (isJson()) {
      ObjectNode json = object(dump);
      ObjectNode error = json.putObject("error");
      error.put("kind", failure.kind()).put("message", failure.message());
      if (failure.hint() != null) {
        error.put("hint", failure.hint());
      }
      putLosses(json);
      putDrift(json);
      out().println(json);
    } else {
      printLosses(dump);
    }
    failure.print(err(), dump.name() + ": ", stacktrace);
  }

  private void putLosses(ObjectNode json) {
    if (losses != null) {
      var all = json.putArray("lossy");
      for (Loss loss : losses) {
        all.addObject()
            .put("kind", loss.kind().code())
            .put("certain", loss.isCertain())
            .put("where", loss.where())
            .put("message", loss.message())
            .put("hint", loss.hint());
      }
    }
  }

  private void putDrift(ObjectNode json) {
    if (!drift.isEmpty()) {
      var all = json.putArray("drift");
      for (Drift.Missing missing : drift.missing()) {
        ObjectNode each = all.addObject();
        each.put("kind", missing.kind().toString()).put("name", missing.name());
        missing.nearest().forEach(each.putArray("nearest")::add);
      }
    }
  }

  private void printLosses(DumpFile dump) {
    if (losses != null && warnsOfLosses()) {
      for (Loss loss : losses) {
        err().println("brine: %s: warning: %s".formatted(dump.name(), loss.message()));
        err().println("  hint: " + loss.hint());
      }
      err().flush();
    }
  }

  private static ObjectNode object(DumpFile dump) {
    return JsonNodeFactory.instance.objectNode().put("dump", dump.name());
  }

  /** Wrong usage, in the words of picocli. */
  final ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
