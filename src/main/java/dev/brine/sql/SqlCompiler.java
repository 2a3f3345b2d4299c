package dev.brine.sql;

import dev.brine.codec.ElementPlace;
import dev.brine.error.CompileException;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.TextClause;
import dev.brine.pickle.DeepStack;
import java.util.Map;
import java.util.function.Supplier;

/** Makes SQL of an element: Python's {@code element.compile(dialect=…)}. Thread-safe. */
public final class SqlCompiler {

  /**
   * How deep elements may be nested, which is deeper than loaded ones ever are: the compiler calls
   * itself for each level, and the stack of a thread of the JVM holds 700.
   */
  public static final int MAX_DEPTH = 500;

  private SqlCompiler() {}

  /** Compiles with nothing special asked for. */
  public static Compiled compile(ClauseElement element, Dialect dialect) {
    return compile(element, dialect, CompileOptions.DEFAULT);
  }

  /**
   * Compiles a statement, or an expression, a table, a join by itself.
   *
   * @throws CompileException if the dialect cannot say it, it contradicts itself, or it is nested
   *     deeper than {@link #MAX_DEPTH}
   * @throws UnsupportedConstructException if it holds an object of a class that is not known
   */
  public static Compiled compile(ClauseElement element, Dialect dialect, CompileOptions options) {
    return withinStack(element, () -> compiled(element, dialect, options));
  }

  /**
   * Does with an element what calls itself for all that is in it, on a stack that is large enough.
   *
   * @throws CompileException if it is nested deeper than {@link #MAX_DEPTH}
   */
  public static <T> T withinStack(ClauseElement element, Supplier<T> work) {
    boolean isDeep = Nesting.check(element, MAX_DEPTH) >= DeepStack.FROM;
    return isDeep ? DeepStack.call(work) : work.get();
  }

  private static Compiled compiled(ClauseElement element, Dialect dialect, CompileOptions options) {
    Compilation compilation = new Compilation(dialect, options);
    if (element instanceof TextClause) {
      compilation.resultForm(ResultForm.TEXT);
    }
    Fragment sql;
    try {
      sql = new StatementCompiler(compilation).compileRoot(element);
    } catch (CompileException e) {
      throw located(e, compilation, element);
    }
    return new Compiled(
        dialect,
        options,
        sql.parts(),
        compilation.binds().inOrder(),
        Outcome.of(compilation),
        Map.of());
  }

  /** The same failure with what it is about: the Python class, the path to it, the dialect. */
  private static CompileException located(
      CompileException failure, Compilation compilation, ClauseElement root) {
    String place = ElementPlace.of(root, compilation.failed());
    if (place == null) {
      return failure;
    }
    CompileException located =
        new CompileException(
            "%s (%s%s)".formatted(failure.getMessage(), place, dialect(failure, compilation)),
            failure.hint(),
            failure.getCause());
    located.setStackTrace(failure.getStackTrace());
    return located;
  }

  private static String dialect(CompileException failure, Compilation compilation) {
    String name = compilation.rules().name();
    boolean isNamed = String.valueOf(failure.getMessage()).contains("the dialect " + name);
    return isNamed ? "" : ", in the dialect " + name;
  }
}
