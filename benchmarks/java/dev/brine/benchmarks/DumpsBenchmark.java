package dev.brine.benchmarks;

import dev.brine.ExpressionSerializer;
import dev.brine.catalog.PickledMetaData;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Writing a statement as a dump. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DumpsBenchmark {

  @Param({"small", "report", "wide", "in_list"})
  public String dump = "small";

  private Object statement = "";

  @Setup
  public void read() {
    byte[] bytes = Dumps.read(dump);
    statement = ExpressionSerializer.loads(bytes, PickledMetaData.read(Dumps.read("metadata")));
  }

  @Benchmark
  public byte[] dumps() {
    return ExpressionSerializer.dumps(statement);
  }
}
