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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How many dumps are loaded each second, with the same metadata, on one thread and on two; and what
 * the same machine makes of two threads that share nothing but the bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(value = 1, jvmArgsAppend = "-Xbatch") // on two cores two threads leave none to the compiler
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TwoThreadsBenchmark {

  /** Who reads. */
  public enum Reader {
    LOADS,
    BARE_PYROLITE,
    FLOOR
  }

  @Param public Reader reader = Reader.LOADS;

  private byte[] bytes = {};
  private LoadOptions options = LoadOptions.NONE;

  @Setup
  public void prepare() {
    bytes = Dumps.read("report");
    options = Dumps.options();
  }

  @Benchmark
  @Threads(1)
  public void one(Blackhole read) {
    read(read);
  }

  @Benchmark
  @Threads(2)
  public void two(Blackhole read) {
    read(read);
  }

  private void read(Blackhole read) {
    switch (reader) {
      case LOADS -> read.consume(ExpressionSerializer.loads(bytes, options));
      case BARE_PYROLITE -> read.consume(BarePyrolite.read(bytes));
      case FLOOR -> OpcodeFloor.pass(bytes, read);
    }
  }
}
