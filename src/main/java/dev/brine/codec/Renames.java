package dev.brine.codec;

import dev.brine.error.UsageException;
import dev.brine.pickle.LoadedPickle;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PythonPickler;
import dev.brine.pickle.PythonUnpickler;
import dev.brine.pickle.ReadLimits;
import dev.brine.shape.TypeClasses;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What tables, columns and Python classes are called now that were called otherwise when a dump was
 * written. Applied to the dump itself, so to everything in it, be it understood or not: the ids of
 * tables, columns and mapped classes, the names of classes, the columns of aliases and of
 * subqueries that are called after those of a table, also with its name in front, what a statement
 * is ordered or grouped by, and the columns that an INSERT or UPDATE names. Not to the text of SQL
 * that somebody wrote. Immutable.
 *
 * @param tables the new key of a table by the old one, {@code sch.users}
 * @param columns the new key of a column by the old table's key and the old column's, {@code
 *     sch.users.name}
 * @param classes the new path of a class by the old one, {@code app.models.User}
 */
public record Renames(
    Map<String, String> tables, Map<String, String> columns, Map<String, String> classes) {

  public static final Renames NONE = new Renames(Map.of(), Map.of(), Map.of());

  public Renames {
    tables = Map.copyOf(tables);
    columns = Map.copyOf(columns);
    classes = Map.copyOf(classes);
  }

  /** What kind of thing a rename is of. */
  public enum Kind {
    TABLE("table"),
    COLUMN("column"),
    CLASS("class");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** As in {@code --rename-table}. */
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * One rename by its old name.
   *
   * @param old as it was given, of a column with its table
   */
  public record Rename(Kind kind, String old) {

    @Override
    public String toString() {
      return "%s '%s'".formatted(kind, old);
    }
  }

  /**
   * A dump in which all is called by its new name.
   *
   * @param matched the renames for which there was something in it
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared: it only carries them on.
  public record Renamed(byte[] dump, Set<Rename> matched) {

    public Renamed {
      Objects.requireNonNull(dump, "dump");
      matched = Set.copyOf(matched);
    }
  }

  /**
   * These and one more.
   *
   * @param old of a column with its table and a point between them
   * @param now of a column without its table
   * @throws UsageException if the old name is no such name, or has another new one already
   */
  public Renames with(Kind kind, String old, String now) {
    boolean needsPoint = kind != Kind.TABLE;
    boolean isWrong = needsPoint && (old.indexOf('.') <= 0 || old.endsWith("."));
    if (isWrong || old.isEmpty() || now.isEmpty()) {
      throw new UsageException(
          "'%s=%s' renames no %s".formatted(old, now, kind),
          switch (kind) {
            case TABLE -> "write old=new";
            case COLUMN -> "write table.old=new";
            case CLASS -> "write old.module.Class=new.module.Class";
          });
    }
    Map<String, String> more = new LinkedHashMap<>(of(kind));
    String before = more.put(old, now);
    if (before != null && !before.equals(now)) {
      throw new UsageException(
          "the %s '%s' is renamed both '%s' and '%s'".formatted(kind, old, before, now), "choose");
    }
    return switch (kind) {
      case TABLE -> new Renames(more, columns, classes);
      case COLUMN -> new Renames(tables, more, classes);
      case CLASS -> new Renames(tables, columns, more);
    };
  }

  private Map<String, String> of(Kind kind) {
    return switch (kind) {
      case TABLE -> tables;
      case COLUMN -> columns;
      case CLASS -> classes;
    };
  }

  public boolean isEmpty() {
    return tables.isEmpty() && columns.isEmpty() && classes.isEmpty();
  }

  /** Every rename, in order. */
  public Set<Rename> all() {
    Set<Rename> all = new LinkedHashSet<>();
    for (Kind kind : Kind.values()) {
      new TreeSet<>(of(kind).keySet()).forEach(old -> all.add(new Rename(kind, old)));
    }
    return all;
  }

  /**
   * The dump by the new names, written at the protocol it had.
   *
   * @throws dev.brine.error.MalformedPickleException if the bytes are no sound dump
   */
  public Renamed apply(byte[] dump) {
    return apply(dump, ReadLimits.DEFAULT);
  }

  /** The same within other limits. */
  public Renamed apply(byte[] dump, ReadLimits limits) {
    if (isEmpty()) {
      return new Renamed(dump, Set.of());
    }
    LoadedPickle pickle = new PythonUnpickler(limits).read(dump);
    RenamedGraph renamed = new RenamedGraph(this);
    Object graph = renamed.copy(pickle.value());
    return renamed.matched().isEmpty()
        ? new Renamed(dump, Set.of())
        : new Renamed(new PythonPickler(pickle.protocol()).dumps(graph), renamed.matched());
  }

  /** Of two spellings of a table's key the one that something is renamed by; else the first. */
  String known(String key, String decoded) {
    boolean isDecoded =
        tables.containsKey(decoded)
            || columns.keySet().stream().anyMatch(each -> each.startsWith(decoded + "."));
    return !key.equals(decoded) && isDecoded ? decoded : key;
  }

  /** A class by its new name. */
  PyGlobal named(PyGlobal cls) {
    String now = classes.get(cls.path());
    if (now == null) {
      return cls;
    }
    // Of a nested class only its user knows where the module ends: at the first capital.
    int end = TypeClasses.ofText(now).module().length();
    for (int point = now.indexOf('.'); point >= 0; point = now.indexOf('.', point + 1)) {
      if (Character.isUpperCase(now.charAt(point + 1))) {
        end = point;
        break;
      }
    }
    return new PyGlobal(now.substring(0, end), now.substring(end + 1));
  }
}
