package dev.brine.benchmarks;

import dev.brine.ExpressionSerializer;
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
import org.openjdk.jmh.annotations.Warmup;

/** Writing a statement as a dump. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Fork(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DumpsBenchmark {

  @Param({"small", "report", "wide", "in_list", "orm"})
  public String dump = "small";

  private Object statement = "";

  @Setup
  public void read() {
    byte[] bytes = Dumps.read(dump);
    statement = ExpressionSerializer.loads(bytes, Dumps.options());
  }

  @Benchmark
  public byte[] dumps() {
    return ExpressionSerializer.dumps(statement);
  }
}
