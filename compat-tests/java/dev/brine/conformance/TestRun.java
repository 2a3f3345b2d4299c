package dev.brine.conformance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.compat.PythonEnvironment;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of it all over a share of SQLAlchemy's tests: the tests dump, Java answers, the tests
 * check the answers.
 */
final class TestRun {

  private static final Path HERE = Path.of("compat-tests", "conformance");
  private static final Path PLUGIN = HERE.resolve("conformance_plugin.py");
  private static final Path OUTPUT = Path.of("target", "conformance");
  private static final long PATIENCE_MINUTES = 15;
  private static final int SOME_TESTS_FAILED = 1;
  private static final JsonMapper JSON = new JsonMapper();

  /** What has assertions about SQL that need no other database than SQLite. */
  private static final List<String> TESTS = List.of("test/sql", "test/dialect");

  private final PythonEnvironment python;
  private final Path sources;
  private final Path folder;
  private final String share;

  private TestRun(PythonEnvironment python, Path sources, Path folder, String share) {
    this.python = python;
    this.sources = sources;
    this.folder = folder;
    this.share = share;
  }

  /**
   * Makes Python and SQLAlchemy's sources ready.
   *
   * @param share K/N: the K-th of N parts of the tests
   * @throws dev.brine.compat.UnavailableException if there is no Python or no package index; the
   *     message is one plain line
   */
  static TestRun prepare(String share) throws IOException, InterruptedException {
    PythonEnvironment python =
        PythonEnvironment.of("conformance", HERE.resolve("requirements.txt"));
    Path log = OUTPUT.resolve("sources.log");
    Files.createDirectories(OUTPUT);
    python.run(
        "no package index to be reached: could not fetch SQLAlchemy's sources",
        List.of(HERE.resolve("fetch_sources.py").toString(), OUTPUT.toString()),
        log);
    List<String> said = Files.readAllLines(log);
    Path folder = OUTPUT.resolve("run-" + share.replace('/', '-'));
    Files.createDirectories(folder);
    return new TestRun(python, Path.of(said.get(said.size() - 1)), folder, share);
  }

  /** The statements of the tests, which are the same until what writes them down is changed. */
  Batch dump() throws IOException, InterruptedException {
    if (!isNewer(statements(), PLUGIN)) {
      test("first.log", List.of("--statements", statements().toString()));
    }
    return Batch.read(statements());
  }

  /** What the tests say to Java's answers. */
  Verdicts check(List<TestStatement> statements, List<Answer> answers)
      throws IOException, InterruptedException {
    Path file = folder.resolve("answers.jsonl").toAbsolutePath();
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (int i = 0; i < answers.size(); i++) {
        byte[] dump = answers.get(i).dump();
        // What was carried unread has failed already, whatever the test would say.
        boolean isCarried = !answers.get(i).opaque().isEmpty() && !statements.get(i).isDdl();
        if (dump != null && !isCarried) {
          ObjectNode line = JSON.createObjectNode().put("id", statements.get(i).id());
          line.put("dump", Base64.getEncoder().encodeToString(dump));
          writer.write(JSON.writeValueAsString(line));
          writer.newLine();
        }
      }
    }
    test(
        "second.log",
        List.of("--statements", statements().toString(), "--answers", file.toString()));
    return Verdicts.read(Path.of(file + ".verdicts"));
  }

  private static boolean isNewer(Path file, Path source) throws IOException {
    return Files.exists(file)
        && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(source)) > 0;
  }

  private Path statements() {
    return folder.resolve("statements.jsonl").toAbsolutePath();
  }

  private void test(String log, List<String> options) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-m", "pytest", "-p", "conformance_plugin", "--share", share));
    arguments.addAll(List.of("-p", "no:cacheprovider", "-q", "-r", "N", "--tb", "no"));
    // Failing tests are not ours to judge, and none must end the run.
    arguments.addAll(List.of("--maxfail", String.valueOf(Integer.MAX_VALUE)));
    arguments.addAll(options);
    arguments.addAll(List.of("-c", sources.resolve("pyproject.toml").toString()));
    TESTS.forEach(tests -> arguments.add(sources.resolve(tests).toString()));
    // Some tests write files to where they are run; no two runs may do that in one folder.
    ProcessBuilder builder = python.command(arguments).directory(folder.toFile());
    builder.environment().put("PYTHONPATH", HERE.toAbsolutePath().toString());
    // The order of sets, and with it of some SQL, is then the same in both passes.
    builder.environment().put("PYTHONHASHSEED", "0");
    Path output = folder.resolve(log);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("the tests did not end in " + PATIENCE_MINUTES + " minutes");
    }
    if (process.exitValue() > SOME_TESTS_FAILED) {
      throw new IOException("the tests did not run, see " + output);
    }
  }
}
