package dev.brine;

import dev.brine.error.BrineException;
import dev.brine.error.UsageException;
import dev.brine.expr.ClauseElement;
import dev.brine.json.JsonForm;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.pickle.PickleForm;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import dev.brine.wrapping.Wrapped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes SQL of dumps, and of those that differ in the values of their parameters only once: what
 * {@code compiled_cache} is to statements in SQLAlchemy (rel_2_0_58, {@code sql/cache_key.py}), for
 * the bytes they come in. A dump like one that it knows is neither loaded nor compiled.
 *
 * <p>A dump is known from its third time on: the second time it is tried out with other values, and
 * kept if these turn up in its parameters and change nothing else; see {@link FilledForm}. What
 * cannot be kept (texts in an IN, values that are part of the SQL, dumps of more than 64 KiB) is
 * compiled anew each time.
 *
 * <p>What was loaded once is taken to be allowed and resolved as it was then: give the options no
 * metadata or mappers that change. Thread-safe.
 */
public final class CompiledCache {

  /** How many forms of dumps are kept unless something else is asked for, as in SQLAlchemy. */
  public static final int CAPACITY = 500;

  /** Longer dumps are not kept, so that a full cache is some ten megabytes. */
  private static final int LONGEST = 1 << 16;

  /** The key of a parameter's value in its state. */
  private static final String VALUE = "value";

  private final Deserializer deserializer;
  private final LoadOptions options;
  private final Dialect dialect;
  private final CompileOptions compileOptions;
  private final Map<Long, Known> known;

  /** What is known of the dumps of one form. */
  private sealed interface Known {

    /** It was met once. */
    record Met() implements Known {}

    /** Its SQL depends on its values. */
    record Unlike() implements Known {}

    /** Only its parameters depend on its values. */
    record Alike(FilledForm form) implements Known {}
  }

  public CompiledCache(LoadOptions options, Dialect dialect) {
    this(options, dialect, CompileOptions.DEFAULT, CAPACITY);
  }

  /**
   * One that compiles in a certain way.
   *
   * @param capacity how many forms of dumps are kept; the one that was not asked for longest goes
   */
  public CompiledCache(
      LoadOptions options, Dialect dialect, CompileOptions compileOptions, int capacity) {
    if (capacity <= 0) {
      throw new UsageException("a cache of capacity " + capacity + " holds nothing");
    }
    this.deserializer = new Deserializer(options);
    this.options = options;
    this.dialect = dialect;
    this.compileOptions = compileOptions;
    this.known =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, Known> eldest) {
            return size() > capacity;
          }
        };
  }

  /**
   * The SQL of a dump, as {@link ExpressionSerializer#loads} and {@link SqlCompiler#compile} make
   * it.
   *
   * @throws BrineException what either of them throws
   * @throws UsageException if the dump holds no statement or expression
   */
  public Compiled compile(byte[] dump) {
    Wrapped wrapped = deserializer.unwrap(dump);
    byte[] pickle = wrapped.dump();
    boolean isWhole =
        pickle.length > LONGEST || wrapped.metadata() != null || JsonForm.isOne(pickle);
    PickleForm form = isWhole ? null : PickleForm.of(pickle, VALUE, options.limits());
    if (form == null) {
      return whole(wrapped);
    }
    Known before = find(form);
    if (before instanceof Known.Alike alike) {
      Compiled filled = alike.form().fill(form);
      return filled == null ? whole(wrapped) : filled;
    }
    Compiled compiled = whole(wrapped);
    if (before == null) {
      keep(form, new Known.Met());
    } else if (before instanceof Known.Met) {
      keep(form, tried(form, compiled, wrapped));
    }
    return compiled;
  }

  private Known tried(PickleForm form, Compiled compiled, Wrapped wrapped) {
    FilledForm filled = FilledForm.of(form.copy(), compiled, other -> whole(wrapped.with(other)));
    return filled == null ? new Known.Unlike() : new Known.Alike(filled);
  }

  private @Nullable Known find(PickleForm form) {
    synchronized (known) {
      return known.get(form.hash());
    }
  }

  private void keep(PickleForm form, Known found) {
    synchronized (known) {
      known.put(form.hash(), found);
    }
  }

  private Compiled whole(Wrapped wrapped) {
    if (deserializer.load(wrapped) instanceof ClauseElement element) {
      return SqlCompiler.compile(OrmCompiler.toCore(element), dialect, compileOptions);
    }
    throw new UsageException("the dump holds no statement or expression");
  }
}
