package dev.brine.fuzz;

import dev.brine.CompiledCache;
import dev.brine.Deserializer;
import dev.brine.DumpOptions;
import dev.brine.ExpressionSerializer;
import dev.brine.Findings;
import dev.brine.LoadOptions;
import dev.brine.LoadedElement;
import dev.brine.Migration;
import dev.brine.MigrationTarget;
import dev.brine.PlaceholderDeserializer;
import dev.brine.catalog.Catalog;
import dev.brine.catalog.CatalogJson;
import dev.brine.catalog.PickledMetaData;
import dev.brine.codec.Inspection;
import dev.brine.expr.ClauseElement;
import dev.brine.orm.compile.OrmCompiler;
import dev.brine.pickle.PickleDisassembler;
import dev.brine.pickle.PickleForm;
import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyPersistent;
import dev.brine.pickle.PythonPickler;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.pickle.ReadLimits;
import dev.brine.schema.MetaData;
import dev.brine.series.DumpTarget;
import dev.brine.shape.PersistentId;
import dev.brine.sql.Compiled;
import dev.brine.sql.Dialect;
import dev.brine.sql.SqlCompiler;
import dev.brine.wrapping.Wrapped;
import dev.brine.wrapping.Wrappings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One way for bytes to come in. Each does all that can be done with them; only Brine's own
 * exceptions may come out.
 */
enum Target {
  /** Any pickle, as a graph, as text, and written again. */
  READER(10_000) {
    @Override
    void run(byte[] input) {
      byte[] pickle = Dumps.of(input);
      PickleDisassembler.disassemble(pickle).forEach(Target::print);
      Object graph = new PythonUnpickler().loads(pickle);
      print(graph);
      byte[] again = new PythonPickler(choice(input, 6)).dumps(graph);
      new PythonUnpickler().loads(again);
    }
  },

  /** A dump over fixed metadata: loaded, compiled, dumped again. */
  DECODER(20_000) {
    @Override
    void run(byte[] input) {
      Object loaded = new Deserializer(options(input)).loads(Dumps.of(input));
      print(loaded);
      ExpressionSerializer.dumps(loaded);
      ClauseElement element = LoadedElement.of(loaded);
      List<Dialect> dialects = Dialect.all();
      Dialect dialect = dialects.get(choice(input, dialects.size()));
      SqlCompiler.compile(OrmCompiler.toCore(element), dialect);
    }

    private LoadOptions options(byte[] input) {
      LoadOptions tables = LoadOptions.NONE.withMetadata(SHOP);
      return choice(input, 2) == 0 ? tables : LoadOptions.NONE.withMappers(MAPPED.registry());
    }
  },

  /** A dump that a cache knows, and one like it: SQL and parameters are as without the cache. */
  CACHE(6_000) {
    @Override
    void run(byte[] input) {
      byte[] dump = Dumps.of(input);
      LoadOptions tables = LoadOptions.NONE.withMetadata(SHOP);
      CompiledCache cache = new CompiledCache(tables, Dialect.SQLITE);
      cache.compile(dump);
      cache.compile(dump);
      PickleForm form = PickleForm.of(dump, "value", ReadLimits.DEFAULT);
      PickleForm like = form == null ? null : form.varied();
      if (like != null) {
        Compiled cached = cache.compile(like.pickle());
        Compiled whole = new CompiledCache(tables, Dialect.SQLITE).compile(like.pickle());
        if (!told(cached).equals(told(whole))) {
          throw new AssertionError(told(cached) + " instead of " + told(whole));
        }
      }
    }

    private String told(Compiled compiled) {
      return compiled.sql() + " " + compiled.params();
    }
  },

  /** What {@code brine inspect} does. */
  INSPECT(10_000) {
    @Override
    void run(byte[] input) {
      byte[] dump = Dumps.of(input);
      Inspection.of(dump).structure().lines().forEach(Target::print);
      Findings.of(new PlaceholderDeserializer().loads(dump)).foreign();
    }
  },

  /** To each series, to the portable form, to JSON and to SQL. */
  MIGRATE(4_000) {
    @Override
    void run(byte[] input) {
      MigrationTarget target = MIGRATION_TARGETS.get(choice(input, MIGRATION_TARGETS.size()));
      new Migration(new PlaceholderDeserializer(), target).open(Dumps.of(input)).write();
    }
  },

  /** The texts of persistent ids, with the pickles in them. */
  PERSISTENT_ID(20_000) {
    @Override
    void run(byte[] input) {
      byte[] bytes = input;
      PersistentId id = PersistentId.parse(PyByteString.of(bytes));
      id.text();
      byte[] dump = new PythonPickler(choice(input, 6)).dumps(new PyPersistent(id.text()));
      new Deserializer(LoadOptions.NONE.withMappers(MAPPED.registry())).loads(dump);
    }
  },

  /** Compressed, encoded, nested, as bytes and as text. */
  WRAPPING(20_000) {
    @Override
    void run(byte[] input) {
      Wrapped wrapped = Wrappings.unwrap(input);
      wrapped.rewrap(wrapped.dump());
      print(wrapped.wrappings());
      Wrappings.unwrap(new String(input, StandardCharsets.ISO_8859_1));
      new PlaceholderDeserializer().loads(wrapped);
    }
  },

  /** Catalogues in JSON, and pickled metadata. */
  CATALOGUE(15_000) {
    @Override
    void run(byte[] input) {
      if (input.length > 0 && input[0] == '{') {
        Catalog catalog = CatalogJson.read(text(input));
        CatalogJson.read(CatalogJson.write(catalog));
      } else {
        CatalogJson.write(PickledMetaData.read(input));
      }
    }
  },

  /** The JSON form of a structure. */
  JSON_FORM(200_000) {
    @Override
    void run(byte[] input) {
      Object read = new PlaceholderDeserializer().fromJson(text(input));
      ExpressionSerializer.fromJson(
          ExpressionSerializer.toJson(read), LoadOptions.NONE.withMetadata(SHOP));
    }
  };

  static final Path SHOP_METADATA = Path.of("python-fixtures", "good", "2.0", "metadata.pickle");
  static final Path CATALOGUE_FILE =
      Path.of("python-fixtures", "mapping", "2.0.58", "catalogue.json");

  private static final MetaData SHOP = PickledMetaData.read(Dumps.bytes(SHOP_METADATA));
  private static final Catalog MAPPED = CatalogJson.read(text(Dumps.bytes(CATALOGUE_FILE)));
  private static final List<MigrationTarget> MIGRATION_TARGETS = migrationTargets();

  private final int executions;

  Target(int executions) {
    this.executions = executions;
  }

  /** How many inputs about a minute allows. */
  int executionsOfAMinute() {
    return executions;
  }

  /** Does with the input all that the target is about. */
  abstract void run(byte[] input);

  /** Makes the text of what was read, as a log or a debugger would. */
  private static void print(Object value) {
    String text = value.toString();
    if (text.isEmpty() && !(value instanceof String)) {
      throw new AssertionError("a " + value.getClass() + " without a text");
    }
  }

  private static List<MigrationTarget> migrationTargets() {
    List<MigrationTarget> targets = new ArrayList<>();
    for (DumpTarget target : DumpTarget.written()) {
      targets.add(new MigrationTarget.OfSeries(DumpOptions.DEFAULT.withTarget(target)));
    }
    targets.add(new MigrationTarget.OfJson());
    targets.add(new MigrationTarget.OfSql(Dialect.POSTGRESQL));
    targets.add(new MigrationTarget.OfSql(Dialect.SQLITE));
    return List.copyOf(targets);
  }

  /** A choice that the same input always makes. */
  private static int choice(byte[] input, int bound) {
    return Math.floorMod(Arrays.hashCode(input), bound);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
