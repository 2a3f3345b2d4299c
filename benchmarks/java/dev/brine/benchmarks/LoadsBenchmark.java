package dev.brine.benchmarks;

import dev.brine.CompiledCache;
import dev.brine.ExpressionSerializer;
import dev.brine.LoadOptions;
import dev.brine.catalog.Catalog;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.MappedClass;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
@Fork(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LoadsBenchmark {

  @Param({"small", "report", "wide", "in_list", "orm"})
  public String dump = "small";

  private byte[] bytes = {};
  private LoadOptions options = LoadOptions.NONE;

  /** The same query with other values. */
  private byte[] alike = {};

  private CompiledCache cache = new CompiledCache(options, Dialect.SQLITE);

  private Supplier<ClauseElement> writing = () -> Sql.literal(1);

  @Setup
  public void read() {
    bytes = Dumps.read(dump);
    options = Dumps.options();
    cache = new CompiledCache(options, Dialect.SQLITE);
    cache.compile(bytes);
    cache.compile(bytes);
    alike = Dumps.alike(bytes);
    writing = writing();
    ClauseElement loaded = (ClauseElement) ExpressionSerializer.loads(bytes, options);
    if (!compiled(writing.get()).sql().equals(compiled(loaded).sql())) {
      throw new IllegalStateException(dump + " is another query as it is written in Java");
    }
  }

  private Supplier<ClauseElement> writing() {
    Catalog catalog = Dumps.catalog();
    WrittenQuery query = WrittenQuery.of(dump);
    TableRef users = Sql.table(catalog.metadata(), "users");
    TableRef orders = Sql.table(catalog.metadata(), "orders");
    MappedClass user = catalog.registry().mapper("models.User").entity();
    return () -> query.write(users, orders, user);
  }

  private static Compiled compiled(ClauseElement statement) {
    return SqlCompiler.compile(OrmCompiler.toCore(statement), Dialect.SQLITE);
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
    Compiled compiled = compiled(statement);
    sql.consume(compiled.sql());
    sql.consume(compiled.params());
  }

  /** The same statement without a dump, by the fluent API. */
  @Benchmark
  public Object written() {
    return writing.get();
  }

  @Benchmark
  public void cached(Blackhole sql) {
    Compiled compiled = cache.compile(alike);
    sql.consume(compiled.sql());
    sql.consume(compiled.params());
  }
}
