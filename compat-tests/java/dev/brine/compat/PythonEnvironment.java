package dev.brine.compat;

import dev.brine.Exclusive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A virtual environment with pinned packages, made once below {@code target/compat} and used again
 * while its requirements stay the same.
 *
 * <p>The interpreter is the one named by the system property {@code brine.python}, else {@code
 * python3} on the path.
 */
public final class PythonEnvironment {

  private static final Path HOME = Path.of("target", "compat");
  private static final Path REQUIREMENTS = Path.of("python-fixtures", "requirements");
  private static final long PATIENCE_MINUTES = 5;

  private final Path home;

  private PythonEnvironment(Path home) {
    this.home = home;
  }

  /**
   * The environment of a file of {@code python-fixtures/requirements}.
   *
   * @throws UnavailableException where there is no Python, or no package index to install from; the
   *     message is one plain line
   */
  static PythonEnvironment of(String requirements) throws IOException, InterruptedException {
    return of(requirements, REQUIREMENTS.resolve(requirements + ".txt"));
  }

  /**
   * The environment of any file of requirements.
   *
   * @param name of its folder
   * @throws UnavailableException as {@link #of(String)}
   */
  public static PythonEnvironment of(String name, Path wanted)
      throws IOException, InterruptedException {
    return Exclusive.run(HOME.resolve(name + ".lock"), () -> made(name, wanted));
  }

  private static PythonEnvironment made(String name, Path wanted)
      throws IOException, InterruptedException {
    PythonEnvironment environment = new PythonEnvironment(HOME.resolve(name));
    Path stamp = environment.home.resolve("requirements.txt");
    if (!Files.exists(stamp) || Files.mismatch(stamp, wanted) >= 0) {
      environment.make(wanted);
      Files.copy(wanted, stamp);
    }
    return environment;
  }

  /** Starts a script of the project with this environment's interpreter; stderr is ours. */
  Process start(Path script) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(interpreter(), script.toString());
    builder.environment().put("TZ", "UTC");
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** A call of this environment's interpreter, not yet started; it may be in any folder. */
  public ProcessBuilder command(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(interpreter()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  /**
   * Runs the interpreter to its end.
   *
   * @throws UnavailableException with the complaint if it fails
   */
  public void run(String complaint, List<String> arguments, Path log)
      throws IOException, InterruptedException {
    finish(complaint, command(arguments), log);
  }

  private String interpreter() {
    return home.resolve("bin").resolve("python").toAbsolutePath().toString();
  }

  private void make(Path wanted) throws IOException, InterruptedException {
    String python = System.getProperty("brine.python", "python3");
    run(
        "no Python to talk to: could not make a virtual environment with " + python,
        List.of(python, "-m", "venv", "--clear", home.toString()));
    List<String> install = new ArrayList<>();
    install.add(interpreter());
    install.addAll(List.of("-m", "pip", "install", "--quiet", "--disable-pip-version-check"));
    install.addAll(List.of("--retries", "1", "-r", wanted.toString()));
    run("no package index to be reached: could not install " + wanted, install);
  }

  private void run(String complaint, List<String> command)
      throws IOException, InterruptedException {
    Path log = HOME.resolve(home.getFileName() + ".log");
    finish(complaint, new ProcessBuilder(command), log);
  }

  private static void finish(String complaint, ProcessBuilder builder, Path log)
      throws IOException, InterruptedException {
    Process process;
    try {
      process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    } catch (IOException e) {
      throw new UnavailableException(complaint + " (" + e.getMessage() + ")", e);
    }
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new UnavailableException(complaint + " in " + PATIENCE_MINUTES + " minutes", null);
    }
    if (process.exitValue() != 0) {
      throw new UnavailableException(complaint + " (see " + log + ")", null);
    }
  }
}
