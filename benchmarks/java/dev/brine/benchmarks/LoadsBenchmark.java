package dev.brine.benchmarks;

import dev.brine.ExpressionSerializer;
import dev.brine.catalog.PickledMetaData;
import dev.brine.expr.ClauseElement;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.schema.MetaData;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading a dump: into a graph, into a statement, into SQL. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LoadsBenchmark {

  @Param({"small", "report", "wide", "in_list"})
  public String dump = "small";

  private byte[] bytes = {};
  private MetaData metadata = MetaData.of();

  @Setup
  public void read() {
    bytes = Dumps.read(dump);
    metadata = PickledMetaData.read(Dumps.read("metadata"));
  }

  @Benchmark
  public Object graph() {
    return new PythonUnpickler().loads(bytes);
  }

  @Benchmark
  public Object loads() {
    return ExpressionSerializer.loads(bytes, metadata);
  }

  @Benchmark
  public Object loadsAndCompiles() {
    ClauseElement statement = (ClauseElement) ExpressionSerializer.loads(bytes, metadata);
    return SqlCompiler.compile(statement, Dialect.SQLITE).sql();
  }
}
