package dev.brine.benchmarks;

import dev.brine.ExpressionSerializer;
import dev.brine.LoadOptions;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Select;
import dev.brine.expr.Sql;
import dev.brine.expr.TableRef;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
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

/**
 * What a byte costs in a large dump and in a small one: {@code loads} of the query that {@code
 * wide} is, with as many pairs of conditions as make the size. What is loaded lives until all of it
 * is: the JVM's usual collector copies a large dump's parts again and again meanwhile, the parallel
 * one, with its larger young generation, hardly ever.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Fork(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LinearityBenchmark {

  /** 35 KB and 10 MB. */
  @Param({"120", "34000"})
  public int pairs = 120;

  private byte[] bytes = {};
  private LoadOptions options = LoadOptions.NONE;

  @Setup
  public void write() {
    options = Dumps.options();
    TableRef users = Sql.table(Objects.requireNonNull(options.metadata()), "users");
    ColumnElement[] conditions =
        IntStream.range(0, pairs)
            .mapToObj(n -> Sql.and(users.c("age").gt(n), users.c("name").ne("user" + n)))
            .toArray(ColumnElement[]::new);
    bytes = ExpressionSerializer.dumps(Select.of(users.c("id")).where(Sql.or(conditions)));
    System.out.println(bytes.length + " bytes");
  }

  /** How many bytes there were: the time is of all of them. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Size {
    public long bytes;
  }

  @Benchmark
  public Object loads(Size size) {
    size.bytes = bytes.length;
    return ExpressionSerializer.loads(bytes, options);
  }

  @Benchmark
  @Fork(value = 2, jvmArgsAppend = "-XX:+UseParallelGC")
  public Object loadsBesideParallelCollector(Size size) {
    return loads(size);
  }
}
