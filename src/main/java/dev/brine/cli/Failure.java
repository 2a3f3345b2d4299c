package dev.brine.cli;

import dev.brine.error.BrineException;
import java.io.PrintWriter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * What went wrong, as the command line says it.
 *
 * @param kind of {@link BrineException#kind()}, or {@code "internal"} for a defect of Brine
 * @param hint what to do; null where the message says it all
 */
record Failure(String kind, String message, @Nullable String hint, Throwable cause) {

  static final int SOME_FAILED = 1;
  static final int WRONG_USAGE = 2;

  private static final String INTERNAL = "internal";
  private static final Pattern IS_LIST = Pattern.compile("[^\\n]*:\\R(?s:.*)");

  static Failure of(BrineException e) {
    return new Failure(e.kind(), oneLine(e.getMessage()), e.hint(), e);
  }

  static Failure of(CommandLine.ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    return new Failure("usage", oneLine(e.getMessage()), "see: " + command + " --help", e);
  }

  /** A failure nobody has foreseen. */
  static Failure ofDefect(Throwable e) {
    return new Failure(
        INTERNAL, oneLine(e.toString()), "this is a defect of Brine; --stacktrace shows where", e);
  }

  /** But for a list of all that is wrong, which is easier to go through an item a line. */
  private static String oneLine(@Nullable String message) {
    String text = message == null ? "no message" : message.strip();
    return IS_LIST.matcher(text).matches() ? text : text.replaceAll("\\s*\\R\\s*", " ");
  }

  /** Prints a line and, where there is one, a hint. Returns the exit code for wrong usage. */
  int print(PrintWriter err, boolean stacktrace) {
    return print(err, "", stacktrace);
  }

  int print(PrintWriter err, String prefix, boolean stacktrace) {
    err.println("brine: " + prefix + message);
    if (hint != null) {
      err.println("  hint: " + hint);
    }
    if (stacktrace) {
      cause.printStackTrace(err);
    }
    err.flush();
    return WRONG_USAGE;
  }
}
