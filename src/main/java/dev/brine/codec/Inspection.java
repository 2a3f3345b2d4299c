package dev.brine.codec;

import dev.brine.error.BrineException;
import dev.brine.expr.UnmappedClass;
import dev.brine.pickle.LoadedPickle;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyPersistent;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.pickle.ReadLimits;
import dev.brine.series.SeriesEvidence;
import dev.brine.series.SeriesRange;
import dev.brine.shape.PersistentId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be said about a dump of any series without metadata and without understanding all of it.
 * Immutable.
 *
 * @param series which SQLAlchemy series can have written it
 * @param protocol the pickle protocol; 0 also for 1, which does not declare itself
 * @param kind in a word or two: {@code "select"}, {@code "ORM query"}, {@code "list"}
 * @param tables the keys of the tables it refers to, sorted
 * @param columns {@code table.column}, by keys, sorted
 * @param classes the Python classes and functions it refers to that are neither Python's nor
 *     SQLAlchemy's, mapped ones included, sorted
 * @param sqlalchemyClasses the classes and functions of SQLAlchemy, sorted
 * @param structure its parts, cut to what a person can read
 */
public record Inspection(
    SeriesRange series,
    int protocol,
    String kind,
    List<String> tables,
    List<String> columns,
    List<String> classes,
    List<String> sqlalchemyClasses,
    StructureTree structure) {

  public Inspection {
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    classes = List.copyOf(classes);
    sqlalchemyClasses = List.copyOf(sqlalchemyClasses);
  }

  private static final String SQLALCHEMY = "sqlalchemy";

  /** Modules of Python and SQLAlchemy, by the first part of their path. */
  private static final Set<String> NOT_THE_USERS =
      Set.of(
          SQLALCHEMY,
          "builtins",
          "copyreg",
          "_codecs",
          "operator",
          "_operator",
          "collections",
          "datetime",
          "decimal",
          "uuid",
          "functools",
          "re",
          "zoneinfo",
          "pytz",
          "types",
          "weakref");

  /**
   * Looks at a dump.
   *
   * @throws dev.brine.error.MalformedPickleException if the bytes are no sound pickle
   * @throws dev.brine.error.PickleLimitException if they exceed a limit
   */
  public static Inspection of(byte[] dump) {
    return of(dump, ReadLimits.DEFAULT);
  }

  /** The same within other limits. */
  public static Inspection of(byte[] dump, ReadLimits limits) {
    LoadedPickle pickle = new PythonUnpickler(limits).read(dump);
    Needs needs = new Needs();
    GraphWalk.visit(pickle.value(), needs::add);
    return new Inspection(
        needs.evidence.found(),
        pickle.protocol(),
        GraphKind.of(pickle.value(), !needs.mapped.isEmpty()),
        List.copyOf(needs.tables),
        List.copyOf(needs.columns),
        List.copyOf(needs.classes),
        List.copyOf(needs.sqlalchemyClasses),
        StructureTree.of(pickle.value()));
  }

  /** What the graph refers to. */
  private static final class Needs {

    private final SeriesEvidence evidence = new SeriesEvidence();
    private final Set<String> tables = new TreeSet<>();
    private final Set<String> columns = new TreeSet<>();
    private final Set<String> classes = new TreeSet<>();
    private final Set<String> sqlalchemyClasses = new TreeSet<>();
    private final Set<String> mapped = new TreeSet<>();

    void add(Object node) {
      evidence.add(node);
      if (node instanceof PyPersistent persistent) {
        addId(persistent.id());
      } else if (node instanceof PyGlobal global) {
        addClass(global);
      }
    }

    private void addClass(PyGlobal global) {
      if (isTheUsers(global)) {
        classes.add(name(global));
      } else if (global.module().equals(SQLALCHEMY)
          || global.module().startsWith(SQLALCHEMY + ".")) {
        sqlalchemyClasses.add(global.path());
      }
    }

    private static boolean isTheUsers(PyGlobal global) {
      return !NOT_THE_USERS.contains(global.module().replaceFirst("\\..*", ""));
    }

    private void addId(Object id) {
      try {
        add(PersistentId.parse(id));
      } catch (BrineException unknown) {
        // An id that loading will refuse needs nothing; the structure shows it.
      }
    }

    private void add(PersistentId id) {
      if (id instanceof PersistentId.OfTable table) {
        tables.add(table.key());
      } else if (id instanceof PersistentId.OfColumn column) {
        tables.add(column.tableKey());
        columns.add(column.tableKey() + "." + column.columnKey());
      } else if (id instanceof PersistentId.OfMapper mapper) {
        addMapped(mapper.mappedClass());
      } else if (id instanceof PersistentId.OfMapperSelectable mapper) {
        addMapped(mapper.mappedClass());
      } else if (id instanceof PersistentId.OfMapperProperty property) {
        addMapped(property.mappedClass());
      } else if (id instanceof PersistentId.OfAttribute attribute) {
        addMapped(attribute.mappedClass());
      }
    }

    private void addMapped(PyGlobal cls) {
      mapped.add(name(cls));
      classes.add(name(cls));
    }

    /** What only a relationship leads to is no class of its own name to look for. */
    private static String name(PyGlobal cls) {
      return new UnmappedClass(cls.module(), cls.name()).named().className();
    }
  }
}
