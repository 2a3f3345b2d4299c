package dev.brine.catalog;

import dev.brine.codec.DumpReferences;
import dev.brine.codec.Renames.Kind;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.ReadLimits;
import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.NearestName;
import dev.brine.schema.Table;
import dev.brine.shape.PersistentId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a dump needs and the application has no more: its tables, columns and classes went on while
 * the dump lay where it was. Immutable.
 *
 * @param missing in the order in which the dump asks for them; of a table that is not there, not
 *     its columns too
 */
public record Drift(List<Missing> missing) {

  /** Of a dump that needs nothing that is not there. */
  public static final Drift NONE = new Drift(List.of());

  private static final int OFFERED = 3;

  public Drift {
    missing = List.copyOf(missing);
  }

  /**
   * One thing that is not there.
   *
   * @param name of a column {@code table.column}, by keys
   * @param nearest the names that are most like it, the nearest first; of a column those of the
   *     table's columns
   */
  public record Missing(Kind kind, String name, List<String> nearest) {

    public Missing {
      nearest = List.copyOf(nearest);
    }

    /** {@code "table usrs (nearest: users, orders)"}. */
    @Override
    public String toString() {
      String near = nearest.isEmpty() ? "" : " (nearest: %s)".formatted(String.join(", ", nearest));
      return "%s '%s'%s".formatted(kind, name, near);
    }
  }

  /**
   * What a dump needs and the catalog lacks; of classes only where the catalog has any.
   *
   * @throws dev.brine.error.MalformedPickleException if the bytes are no sound dump
   */
  public static Drift of(byte[] dump, Catalog catalog) {
    return of(dump, catalog, ReadLimits.DEFAULT);
  }

  /** The same within other limits. */
  public static Drift of(byte[] dump, Catalog catalog, ReadLimits limits) {
    Set<Missing> missing = new LinkedHashSet<>();
    for (PersistentId id : DumpReferences.of(dump, limits)) {
      Missing found = missing(id, catalog);
      if (found != null) {
        missing.add(found);
      }
    }
    return new Drift(List.copyOf(missing));
  }

  public boolean isEmpty() {
    return missing.isEmpty();
  }

  /** To be thrown where such a dump cannot be carried over. */
  public UnresolvedReferenceException refusal() {
    return new UnresolvedReferenceException(
        "the metadata lacks what the dump needs: "
            + missing.stream().map(Missing::toString).collect(Collectors.joining("; ")),
        "say with --rename-table, --rename-column or --rename-class what it is called now");
  }

  private static @Nullable Missing missing(PersistentId id, Catalog catalog) {
    if (id instanceof PersistentId.OfTable table) {
      return isThere(() -> table.resolve(catalog.metadata()))
          ? null
          : table(table.key(), catalog.metadata());
    }
    if (id instanceof PersistentId.OfColumn column) {
      return isThere(() -> column.resolve(catalog.metadata()))
          ? null
          : column(column, catalog.metadata());
    }
    PyGlobal cls = mapped(id);
    return cls == null || catalog.registry().mappers().isEmpty() ? null : mapped(cls, catalog);
  }

  private static boolean isThere(Runnable resolving) {
    try {
      resolving.run();
      return true;
    } catch (UnresolvedReferenceException e) {
      return false;
    }
  }

  private static Missing table(String key, MetaData metadata) {
    return new Missing(
        Kind.TABLE, key, nearest(key, metadata.tables().stream().map(Table::key).toList()));
  }

  private static Missing column(PersistentId.OfColumn column, MetaData metadata) {
    Table table = metadata.findTable(column.tableKey());
    if (table == null) {
      return table(column.tableKey(), metadata);
    }
    List<String> columns = table.columns().stream().map(Column::key).toList();
    return new Missing(
        Kind.COLUMN,
        column.tableKey() + "." + column.columnKey(),
        nearest(column.columnKey(), columns));
  }

  private static @Nullable PyGlobal mapped(PersistentId id) {
    if (id instanceof PersistentId.OfMapper mapper) {
      return mapper.mappedClass();
    }
    if (id instanceof PersistentId.OfMapperSelectable mapper) {
      return mapper.mappedClass();
    }
    if (id instanceof PersistentId.OfMapperProperty property) {
      return property.mappedClass();
    }
    return id instanceof PersistentId.OfAttribute attribute ? attribute.mappedClass() : null;
  }

  private static @Nullable Missing mapped(PyGlobal cls, Catalog catalog) {
    if (catalog.registry().findMapper(cls.path()) != null) {
      return null;
    }
    List<String> classes =
        catalog.registry().mappers().stream().map(mapper -> mapper.className()).toList();
    return new Missing(Kind.CLASS, cls.path(), nearest(cls.path(), classes));
  }

  private static List<String> nearest(String wanted, Collection<String> existing) {
    return NearestName.of(wanted, existing, OFFERED);
  }
}
