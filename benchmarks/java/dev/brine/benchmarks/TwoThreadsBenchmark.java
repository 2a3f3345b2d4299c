package dev.brine.benchmarks;

import dev.brine.ExpressionSerializer;
import dev.brine.LoadOptions;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** How many dumps are loaded each second, with the same metadata, on one thread and on two. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TwoThreadsBenchmark {

  private byte[] bytes = {};
  private LoadOptions options = LoadOptions.NONE;

  @Setup
  public void read() {
    bytes = Dumps.read("report");
    options = Dumps.options();
  }

  @Benchmark
  @Threads(1)
  public Object one() {
    return ExpressionSerializer.loads(bytes, options);
  }

  @Benchmark
  @Threads(2)
  public Object two() {
    return ExpressionSerializer.loads(bytes, options);
  }
}
