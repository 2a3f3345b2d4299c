package dev.brine.catalog;

import dev.brine.codec.ExprToGraph;
import dev.brine.codec.GraphToExpr;
import dev.brine.error.BrineException;
import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UsageException;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.MappedProperty;
import dev.brine.expr.Opaque;
import dev.brine.expr.UnmappedClass;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PythonEnumMember;
import dev.brine.pickle.PythonPickler;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.pickle.PythonValues;
import dev.brine.schema.Table;
import dev.brine.series.Series;
import dev.brine.shape.PersistentId;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The dumps in a catalogue, in base64: what {@code sqlalchemy.ext.serializer} writes, its tables
 * and classes those of the catalogue itself.
 */
final class CatalogDumps {

  /** As the script writes them: what every Python reads. */
  private static final int PROTOCOL = 2;

  /** Of values, types and defaults, which stand in tables that are still being read. */
  static final CatalogDumps OF_VALUES = ofValues();

  private final Function<String, Table> tables;
  private final Function<String, MappedEntity> classes;
  private final Consumer<UnresolvedReferenceException> missing;

  /**
   * @param tables finds a table by its key
   * @param classes finds a mapped class by its path
   * @param missing is told what is not there, once or more often; something else stands for it
   *     then, so that what else is missing is told, too
   */
  CatalogDumps(
      Function<String, Table> tables,
      Function<String, MappedEntity> classes,
      Consumer<UnresolvedReferenceException> missing) {
    this.tables = tables;
    this.classes = classes;
    this.missing = missing;
  }

  private static CatalogDumps ofValues() {
    return new CatalogDumps(
        Table::placeholder,
        name -> {
          throw new UsageException("a value refers to the class '" + name + "'");
        },
        none -> {
          throw none;
        });
  }

  /**
   * What a dump holds.
   *
   * @throws UsageException if it is none; the message gives the path in the catalogue
   */
  Object decode(JsonCursor json) {
    try {
      Object graph = new Reader().loads(Base64.getDecoder().decode(json.text()));
      Object decoded = GraphToExpr.decodeApart(graph, this::mapped);
      // A member of an Enum is known by nothing but its shape.
      PythonEnumMember member = decoded instanceof Opaque ? PythonValues.enumMember(graph) : null;
      return member == null ? decoded : member;
    } catch (BrineException e) {
      throw new UsageException(
          "The dump at %s cannot be read: %s".formatted(json.path(), e.getMessage()), e.hint(), e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("There is no base64 at " + json.path(), null, e);
    }
  }

  private MappedEntity mapped(PyGlobal cls) {
    return found(
        () -> classes.apply(cls.path()), () -> new UnmappedClass(cls.module(), cls.name()));
  }

  private <T> T found(Supplier<T> search, Supplier<T> substitute) {
    try {
      return search.get();
    } catch (UnresolvedReferenceException none) {
      missing.accept(none);
      return substitute.get();
    }
  }

  static String encode(Object value) {
    Object graph = ExprToGraph.encode(value, each -> PersistentId.of(each) != null, Series.V2_0);
    return Base64.getEncoder().encodeToString(new Writer().dumps(graph));
  }

  /** Puts the catalogue's own tables and classes in the places of their ids. */
  private final class Reader extends PythonUnpickler {

    private final Map<String, Table> tablesByKey = new HashMap<>();

    @Override
    protected Object persistentLoad(Object id) {
      PersistentId parsed = PersistentId.parse(id);
      if (parsed instanceof PersistentId.OfTable table) {
        return table(table.key());
      }
      if (parsed instanceof PersistentId.OfColumn column) {
        return found(
            () -> table(column.tableKey()).column(column.columnKey()),
            () -> Table.placeholder(column.tableKey()).column(column.columnKey()));
      }
      if (parsed instanceof PersistentId.OfMapper mapper) {
        return mapped(mapper.mappedClass());
      }
      if (parsed instanceof PersistentId.OfMapperSelectable selectable) {
        return new MappedClass(mapped(selectable.mappedClass()));
      }
      if (parsed instanceof PersistentId.OfMapperProperty property) {
        return new MappedProperty(new MappedClass(mapped(property.mappedClass())), property.key());
      }
      throw new UsageException("a catalogue has no '%s'".formatted(parsed.text()));
    }

    private Table table(String key) {
      return tablesByKey.computeIfAbsent(
          key, each -> found(() -> tables.apply(each), () -> Table.placeholder(each)));
    }
  }

  /** Puts ids in the places of tables and classes. */
  private static final class Writer extends PythonPickler {

    Writer() {
      super(CatalogDumps.PROTOCOL);
    }

    @Override
    protected @Nullable Object persistentId(Object node) {
      PersistentId id = PersistentId.of(node);
      return id == null ? super.persistentId(node) : id.text();
    }
  }
}
