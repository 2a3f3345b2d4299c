package dev.brine.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fuzzes every target, or those named, a few at once, each in a JVM of its own with little heap.
 * What they found so far stays in {@code target/fuzz} and is gone on with.
 *
 * <p>Arguments: the seconds for each target (0 for the same number of executions each time, however
 * long they take), how many run at once, the seed of chance (0 for another each time), then names
 * of targets.
 */
final class FuzzAll {

  private static final Path FOLDER = Path.of("target", "fuzz");
  private static final String HEAP = "-Xmx256m";

  /** How long one input may take before it counts as a hang; the machine may be busy. */
  private static final int TIMEOUT_SECONDS = 20;

  private static final int LONGEST_INPUT = 8192;
  private static final Pattern EXECUTIONS =
      Pattern.compile("stat::number_of_executed_units: *([0-9]+)");

  private static final Pattern FINDING = Pattern.compile("== |.*(ERROR|ALARM):");
  private static final int LINES_TOLD = 120;

  private final int seconds;
  private final int seed;

  private FuzzAll(int seconds, int seed) {
    this.seconds = seconds;
    this.seed = seed;
  }

  /** How one target went. */
  private record Result(Target target, int exit, long seconds, String executions) {
    @Override
    public String toString() {
      return "%-14s %5d s %9s executions  %s"
          .formatted(target, seconds, executions, exit == 0 ? "nothing found" : "FOUND: " + log());
    }

    Path log() {
      return FOLDER.resolve(target + ".log");
    }
  }

  public static void main(String[] args) throws Exception {
    int atOnce = Integer.parseInt(args[1]);
    List<Target> targets = new ArrayList<>();
    for (int i = 3; i < args.length; i++) {
      targets.add(Target.valueOf(args[i]));
    }
    List<Result> results =
        new FuzzAll(Integer.parseInt(args[0]), Integer.parseInt(args[2]))
            .run(targets.isEmpty() ? List.of(Target.values()) : targets, atOnce);
    long found = results.stream().filter(result -> result.exit() != 0).count();
    System.out.printf("%d passed, %d failed%n", results.size() - found, found);
    System.exit(found == 0 ? 0 : 1);
  }

  private List<Result> run(List<Target> targets, int atOnce)
      throws InterruptedException, ExecutionException, IOException {
    ExecutorService executor = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<Result>> running = new ArrayList<>();
      for (Target target : targets) {
        running.add(executor.submit(() -> fuzz(target)));
      }
      List<Result> results = new ArrayList<>();
      for (Future<Result> each : running) {
        Result result = each.get();
        results.add(result);
        System.out.println(result);
        if (result.exit() != 0) {
          tell(result);
        }
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  /** What was found, for whoever sees no more than this output. */
  private static void tell(Result result) throws IOException {
    List<String> lines = Files.readAllLines(result.log());
    int start = 0;
    while (start < lines.size() && !FINDING.matcher(lines.get(start)).lookingAt()) {
      start++;
    }
    lines.stream().skip(start).limit(LINES_TOLD).forEach(System.out::println);
  }

  private Result fuzz(Target target) throws IOException, InterruptedException {
    Path seeds = FOLDER.resolve("seeds").resolve(target.name());
    Path corpus = Files.createDirectories(FOLDER.resolve("corpus").resolve(target.name()));
    Path found = Files.createDirectories(FOLDER.resolve("found").resolve(target.name()));
    Path log = FOLDER.resolve(target + ".log");
    Path listed = Seeds.write(target, seeds);
    long start = System.nanoTime();
    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTarget.class.getName(),
                "--target_args=" + target.name(),
                "--instrumentation_includes=dev.brine.**",
                "--reproducer_path=" + found,
                corpus.toString(),
                "-seed_inputs=@" + listed,
                "-artifact_prefix=" + found + "/",
                seconds == 0
                    ? "-runs=" + target.executionsOfAMinute()
                    : "-max_total_time=" + seconds,
                "-seed=" + seed,
                "-timeout=" + TIMEOUT_SECONDS,
                "-max_len=" + LONGEST_INPUT,
                "-print_final_stats=1")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    long took = (System.nanoTime() - start) / 1_000_000_000;
    return new Result(target, exit, took, executions(log));
  }

  private static String executions(Path log) throws IOException {
    Matcher matcher = EXECUTIONS.matcher(Files.readString(log));
    return matcher.find() ? matcher.group(1) : "?";
  }
}
