package dev.brine.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs SQLAlchemy's tests over Brine and writes the report; as a program, for the list of gaps too.
 *
 * <pre>
 * java … dev.brine.conformance.Conformance            the report alone
 * java … dev.brine.conformance.Conformance --record   and known-gaps.txt as it would have to be
 * </pre>
 */
public final class Conformance {

  static final Path KNOWN_GAPS = Path.of("compat-tests", "conformance", "known-gaps.txt");

  /** Where the report goes. */
  static final Path REPORT = Path.of("target", "conformance");

  /**
   * Parts run side by side, each with a Python of its own; they share nothing but their sources.
   */
  private static final int PARTS = 2;

  private Conformance() {}

  public static void main(String[] args) throws Exception {
    Results results = run();
    if (List.of(args).contains("--record")) {
      KnownGaps.write(KNOWN_GAPS, results.outcomes());
    }
    System.out.println(ReportText.of(results));
  }

  /**
   * All of the tests, and the report of them.
   *
   * @throws dev.brine.compat.UnavailableException if there is no Python or no package index
   */
  static Results run() throws IOException, InterruptedException, ExecutionException {
    List<TestRun> parts = new ArrayList<>();
    for (int part = 1; part <= PARTS; part++) {
      parts.add(TestRun.prepare(part + "/" + PARTS));
    }
    Results results = Results.merge(sideBySide(parts));
    ReportText.write(REPORT.resolve("report.txt"), results);
    ReportText.writeFailures(REPORT.resolve("failures.txt"), results);
    ReportPage.write(REPORT.resolve("report.html"), results);
    return results;
  }

  private static List<Results> sideBySide(List<TestRun> parts)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(parts.size());
    try {
      List<Callable<Results>> tasks = new ArrayList<>();
      parts.forEach(part -> tasks.add(() -> results(part)));
      List<Results> results = new ArrayList<>();
      for (Future<Results> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Results results(TestRun part) throws IOException, InterruptedException {
    Batch batch = part.dump();
    Migrator migrator = new Migrator(batch);
    List<TestStatement> statements = batch.statements();
    List<Answer> answers = statements.stream().map(migrator::answer).toList();
    Verdicts second = part.check(statements, answers);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      outcomes.add(Outcome.of(statements.get(i), answers.get(i), second));
    }
    return new Results(outcomes, batch.undumped(), batch.repeated());
  }
}
