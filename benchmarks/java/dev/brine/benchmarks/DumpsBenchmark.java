package dev.brine.benchmarks;

import dev.brine.ExpressionSerializer;
import dev.brine.catalog.PickledMetaData;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import net.razorvine.pickle.Pickler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Writing a statement as a dump, beside bare Pyrolite writing the maps that it read from the same
 * bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DumpsBenchmark {

  @Param({"small", "report", "wide", "in_list"})
  public String dump = "small";

  private Object statement = "";
  private Object maps = "";

  @Setup
  public void read() {
    byte[] bytes = Dumps.read(dump);
    statement = ExpressionSerializer.loads(bytes, PickledMetaData.read(Dumps.read("metadata")));
    maps = BarePyrolite.read(bytes);
  }

  @Benchmark
  public byte[] dumps() {
    return ExpressionSerializer.dumps(statement);
  }

  @Benchmark
  public byte[] barePyrolite() throws IOException {
    return new Pickler().dumps(maps);
  }
}
