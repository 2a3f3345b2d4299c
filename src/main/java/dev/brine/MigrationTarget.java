package dev.brine;

import dev.brine.codec.Inspection;
import dev.brine.error.UnsupportedConstructException;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.series.Loss;
import dev.brine.series.Losses;
import dev.brine.series.Series;
import dev.brine.series.SeriesRange;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What a dump becomes. Implementations are immutable and thread-safe. */
public interface MigrationTarget {

  /**
   * The bytes to store.
   *
   * @throws dev.brine.error.BrineException if the target cannot say what the dump holds
   */
  byte[] write(Migration.Opened dump);

  /** What the dump says that the result says, too, but does not mean. */
  default List<Loss> losses(byte[] dump, Object loaded) {
    return List.of();
  }

  /** Whether it writes text, in UTF-8; else it writes pickles. */
  boolean isText();

  /**
   * As the command line calls it, such as {@code "2.0"} or {@code "sql"}; names of texts are the
   * extensions of their files.
   */
  String name();

  /** A dump that a series of SQLAlchemy loads, or several. */
  record OfSeries(DumpOptions options) implements MigrationTarget {

    public OfSeries {
      Objects.requireNonNull(options, "options");
    }

    @Override
    public byte[] write(Migration.Opened dump) {
      refuseForeign(dump);
      return ExpressionSerializer.dumps(dump.loaded(), options);
    }

    @Override
    public List<Loss> losses(byte[] dump, Object loaded) {
      return Losses.ofMove(loaded, () -> Inspection.of(dump).series(), options.target());
    }

    /**
     * What is not understood is copied. Of 2.0's way it is brought to that of the target, or
     * refused by name, like all that is written; of another way nobody knows that the target loads
     * it.
     */
    private void refuseForeign(Migration.Opened dump) {
      List<String> foreign = dump.findings().foreign();
      if (foreign.isEmpty()) {
        return;
      }
      SeriesRange writer = Inspection.of(dump.dump()).series();
      if (!writer.contains(Series.V2_0)
          && !options.target().series().stream().allMatch(writer::contains)) {
        throw new UnsupportedConstructException(
            "the dump is of SQLAlchemy %s and holds what cannot be carried over to %s yet: %s"
                .formatted(writer, options.target(), String.join(", ", foreign)),
            "nothing was written");
      }
    }

    @Override
    public boolean isText() {
      return false;
    }

    @Override
    public String name() {
      return options.target().toString();
    }
  }

  /** The JSON form, from which the same dump can be made again. */
  record OfJson() implements MigrationTarget {

    @Override
    public byte[] write(Migration.Opened dump) {
      return ExpressionSerializer.toJson(dump.loaded()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isText() {
      return true;
    }

    @Override
    public String name() {
      return "json";
    }
  }

  /** The SQL that SQLAlchemy compiles, with the values written into it. */
  record OfSql(Dialect dialect) implements MigrationTarget {

    private static final CompileOptions INLINE =
        CompileOptions.DEFAULT.withLiteralBinds(true).withRenderPostcompile(true);

    public OfSql {
      Objects.requireNonNull(dialect, "dialect");
    }

    @Override
    public byte[] write(Migration.Opened dump) {
      var core = OrmCompiler.toCore(LoadedElement.of(dump.loaded()));
      return SqlCompiler.compile(core, dialect, INLINE).sql().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isText() {
      return true;
    }

    @Override
    public String name() {
      return "sql";
    }
  }
}
