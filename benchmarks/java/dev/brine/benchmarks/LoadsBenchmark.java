package dev.brine.benchmarks;

import dev.brine.CompiledCache;
import dev.brine.ExpressionSerializer;
import dev.brine.LoadOptions;
import dev.brine.expr.ClauseElement;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
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
import org.openjdk.jmh.infra.Blackhole;

/** Reading a dump: the floor, bare Pyrolite, and Brine on its way from bytes to SQL. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 3, time = 1)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LoadsBenchmark {

  @Param({"small", "report", "wide", "in_list", "orm"})
  public String dump = "small";

  private byte[] bytes = {};
  private LoadOptions options = LoadOptions.NONE;

  /** The same query with other values. */
  private byte[] alike = {};

  private CompiledCache cache = new CompiledCache(options, Dialect.SQLITE);

  @Setup
  public void read() {
    bytes = Dumps.read(dump);
    options = Dumps.options();
    cache = new CompiledCache(options, Dialect.SQLITE);
    cache.compile(bytes);
    cache.compile(bytes);
    alike = Dumps.alike(bytes);
  }

  @Benchmark
  public void floor(Blackhole strings) {
    OpcodeFloor.pass(bytes, strings);
  }

  @Benchmark
  public Object barePyrolite() {
    return BarePyrolite.read(bytes);
  }

  @Benchmark
  public Object graph() {
    return new PythonUnpickler().loads(bytes);
  }

  @Benchmark
  public Object loads() {
    return ExpressionSerializer.loads(bytes, options);
  }

  @Benchmark
  public void loadsAndCompiles(Blackhole sql) {
    ClauseElement statement = (ClauseElement) ExpressionSerializer.loads(bytes, options);
    Compiled compiled = SqlCompiler.compile(OrmCompiler.toCore(statement), Dialect.SQLITE);
    sql.consume(compiled.sql());
    sql.consume(compiled.params());
  }

  @Benchmark
  public void cached(Blackhole sql) {
    Compiled compiled = cache.compile(alike);
    sql.consume(compiled.sql());
    sql.consume(compiled.params());
  }
}
