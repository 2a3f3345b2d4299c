package dev.brine.schema;

import dev.brine.error.UnresolvedReferenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table of a {@link MetaData}. Compared by identity: two tables of one name in two collections
 * are two tables.
 *
 * <p>A <em>placeholder</em> stands for a table nobody has described: it makes up its columns as
 * they are asked for, with {@link Types#NULL} as their type. It lets a dump be looked at and
 * migrated without metadata.
 */
public final class Table {

  private final QuotedName name;
  private final @Nullable QuotedName schema;
  private final boolean placeholder;
  private final boolean isImplicitlyReturning;
  private final Map<String, Column> columns;

  /** All of them; of a placeholder null, as there are ever more. */
  private final @Nullable List<Column> described;

  private Table(
      QuotedName name,
      @Nullable QuotedName schema,
      boolean placeholder,
      boolean isImplicitlyReturning,
      List<Column.Spec> specs) {
    this.name = name;
    this.schema = schema;
    this.placeholder = placeholder;
    this.isImplicitlyReturning = isImplicitlyReturning;
    this.columns = Collections.synchronizedMap(new LinkedHashMap<>());
    for (Column.Spec spec : specs) {
      columns.put(spec.key(), new Column(this, withoutLoneConstraints(spec, specs)));
    }
    this.described = placeholder ? null : List.copyOf(columns.values());
  }

  /** A constraint of one column says nothing, and is dropped so that equal tables look equal. */
  private static Column.Spec withoutLoneConstraints(Column.Spec spec, List<Column.Spec> specs) {
    return spec.foreignKeys(
        spec.foreignKeys().stream()
            .map(key -> columnsOf(key.constraint(), specs) > 1 ? key : key.within(null))
            .toList());
  }

  private static long columnsOf(@Nullable String constraint, List<Column.Spec> specs) {
    return specs.stream()
        .flatMap(spec -> spec.foreignKeys().stream())
        .filter(key -> constraint != null && constraint.equals(key.constraint()))
        .count();
  }

  /** Starts a table. */
  public static Builder named(String name) {
    return new Builder(Name.of(name));
  }

  public static Builder named(QuotedName name) {
    return new Builder(name);
  }

  /**
   * A table of which only the key is known; see the class comment. What stands before the last dot
   * is taken for its schema, since hardly any table has a dot in its name.
   */
  public static Table placeholder(String key) {
    int dot = key.lastIndexOf('.');
    QuotedName schema = dot > 0 ? Name.of(key.substring(0, dot)) : null;
    return new Table(Name.of(key.substring(dot > 0 ? dot + 1 : 0)), schema, true, true, List.of());
  }

  public QuotedName name() {
    return name;
  }

  public @Nullable QuotedName schema() {
    return schema;
  }

  /** What {@link MetaData} files the table under: {@code name}, or {@code schema.name}. */
  public String key() {
    return schema == null ? name.text() : schema.text() + "." + name.text();
  }

  public boolean isPlaceholder() {
    return placeholder;
  }

  /** The columns in the order of the table. */
  public Collection<Column> columns() {
    if (described != null) {
      return described;
    }
    synchronized (columns) {
      return List.copyOf(columns.values());
    }
  }

  /** The column filed under this key, or null. A placeholder makes one up. */
  public @Nullable Column findColumn(String key) {
    return placeholder
        ? columns.computeIfAbsent(key, k -> new Column(this, Column.Spec.of(k, Types.NULL)))
        : columns.get(key);
  }

  /**
   * The column filed under this key.
   *
   * @throws UnresolvedReferenceException if there is none; the hint names the nearest
   */
  public Column column(String key) {
    Column column = findColumn(key);
    if (column == null) {
      throw new UnresolvedReferenceException(
          "table '" + key() + "' has no column with the key '" + key + "'",
          NearestName.hint(key, columns.keySet()));
    }
    return column;
  }

  public List<Column> primaryKey() {
    return columns().stream().filter(Column::primaryKey).toList();
  }

  /**
   * The column of the primary key that the database numbers by itself; null for none. SQLAlchemy's
   * {@code Table.autoincrement_column}.
   */
  public @Nullable Column autoincrementColumn() {
    List<Column> key = primaryKey();
    return key.stream()
        .filter(column -> isNumbered(column, key.size() == 1))
        .findFirst()
        .orElse(null);
  }

  private static boolean isNumbered(Column column, boolean isOnlyKey) {
    ColumnDefaults defaults = column.defaults();
    TypeName affinity = column.type().affinity();
    if (affinity != TypeName.INTEGER_ && affinity != TypeName.NUMERIC_) {
      return false;
    }
    return switch (defaults.autoincrement()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> isOnlyKey && column.foreignKeys().isEmpty() && defaults.leaveRoomForNumbers();
      case IGNORE_FOREIGN_KEY -> isOnlyKey && defaults.leaveRoomForNumbers();
    };
  }

  /**
   * Whether an INSERT may be given a RETURNING to learn the key of its row: {@code
   * Table(implicit_returning=…)}.
   */
  public boolean isImplicitlyReturning() {
    return isImplicitlyReturning;
  }

  @Override
  public String toString() {
    return key();
  }

  /** Collects a table's columns. Not thread-safe. */
  public static final class Builder {

    private final QuotedName name;
    private @Nullable QuotedName schema;
    private boolean implicitReturning = true;
    private final List<Column.Spec> columns = new ArrayList<>();

    private Builder(QuotedName name) {
      this.name = Objects.requireNonNull(name, "name");
    }

    public Builder schema(String schemaName) {
      return schema(Name.of(schemaName));
    }

    public Builder schema(@Nullable QuotedName schemaName) {
      this.schema = schemaName;
      return this;
    }

    /** Adds a nullable column whose key is its name. */
    public Builder column(String columnName, SqlType type) {
      return column(Column.Spec.of(columnName, type));
    }

    public Builder column(Column.Spec spec) {
      columns.add(spec);
      return this;
    }

    /** {@code implicit_returning=}; true unless given. */
    public Builder implicitReturning(boolean on) {
      implicitReturning = on;
      return this;
    }

    public Table build() {
      return new Table(name, schema, false, implicitReturning, columns);
    }
  }
}
