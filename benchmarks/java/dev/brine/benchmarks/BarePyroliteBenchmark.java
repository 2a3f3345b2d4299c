package dev.brine.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Bare Pyrolite reading, into maps, those of the same dumps that it can read; it can write none of
 * them again.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BarePyroliteBenchmark {

  @Param({"small", "wide"})
  public String dump = "small";

  private byte[] bytes = {};

  @Setup
  public void read() {
    bytes = Dumps.read(dump);
  }

  @Benchmark
  public Object loads() {
    return BarePyrolite.read(bytes);
  }
}
