package dev.brine.benchmarks;

import dev.brine.LoadOptions;
import dev.brine.catalog.Catalog;
import dev.brine.catalog.MetaDataSource;
import dev.brine.pickle.PickleForm;
import dev.brine.pickle.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** What {@code make_dumps.py} made. The working folder is the project's. */
final class Dumps {

  private static final Path FOLDER = Path.of("benchmarks", "dumps");

  private Dumps() {}

  static byte[] read(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name + ".pickle"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A dump of the same query with other values. */
  static byte[] alike(byte[] dump) {
    PickleForm form = PickleForm.of(dump, "value", ReadLimits.DEFAULT);
    PickleForm varied = form == null ? null : form.varied();
    return Objects.requireNonNull(varied, "the dump has no values").pickle();
  }

  static Catalog catalog() {
    return MetaDataSource.openCatalog(FOLDER.resolve("catalog.json").toString(), null, null);
  }

  /** The tables and classes that the dumps refer to. */
  static LoadOptions options() {
    Catalog catalog = catalog();
    return LoadOptions.NONE.withMetadata(catalog.metadata()).withMappers(catalog.registry());
  }
}
