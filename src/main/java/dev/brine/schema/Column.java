package dev.brine.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A column of a {@link Table}. Compared by identity, as its table is.
 *
 * <p>Python code and persistent ids speak of the {@link #key()}; SQL has the {@link #name()}. They
 * differ where the column was made with {@code key=}.
 */
public final class Column {

  private final Table table;
  private final Spec spec;

  Column(Table table, Spec spec) {
    this.table = table;
    this.spec = spec;
  }

  public Table table() {
    return table;
  }

  public String key() {
    return spec.key();
  }

  public QuotedName name() {
    return spec.name();
  }

  public SqlType type() {
    return spec.type();
  }

  public boolean nullable() {
    return spec.nullable();
  }

  public boolean primaryKey() {
    return spec.primaryKey();
  }

  public List<ForeignKey> foreignKeys() {
    return spec.foreignKeys();
  }

  /** Where its value comes from if a statement does not give it. */
  public ColumnDefaults defaults() {
    return spec.defaults();
  }

  @Override
  public String toString() {
    return table.key() + "." + key();
  }

  /**
   * Everything about a column but its table: what one gives to {@link Table.Builder#column(Spec)}.
   */
  public record Spec(
      QuotedName name,
      String key,
      SqlType type,
      boolean nullable,
      boolean primaryKey,
      List<ForeignKey> foreignKeys,
      ColumnDefaults defaults) {

    public Spec {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(type, "type");
      foreignKeys = List.copyOf(foreignKeys);
      Objects.requireNonNull(defaults, "defaults");
    }

    /** A column without defaults. */
    public Spec(
        QuotedName name,
        String key,
        SqlType type,
        boolean nullable,
        boolean primaryKey,
        List<ForeignKey> foreignKeys) {
      this(name, key, type, nullable, primaryKey, foreignKeys, ColumnDefaults.NONE);
    }

    /** A nullable column whose key is its name. */
    public static Spec of(String name, SqlType type) {
      return new Spec(Name.of(name), name, type, true, false, List.of());
    }

    public Spec name(QuotedName changed) {
      return new Spec(changed, key, type, nullable, primaryKey, foreignKeys, defaults);
    }

    public Spec key(String changed) {
      return new Spec(name, changed, type, nullable, primaryKey, foreignKeys, defaults);
    }

    public Spec nullable(boolean changed) {
      return new Spec(name, key, type, changed, primaryKey, foreignKeys, defaults);
    }

    /** Marks the column as (part of) the primary key, which also makes it NOT NULL. */
    public Spec asPrimaryKey() {
      return new Spec(name, key, type, false, true, foreignKeys, defaults);
    }

    /** Adds a foreign key written as {@code table.column}. */
    public Spec references(String target) {
      return references(ForeignKey.of(target));
    }

    public Spec references(ForeignKey target) {
      List<ForeignKey> all = new ArrayList<>(foreignKeys);
      all.add(target);
      return foreignKeys(all);
    }

    /** {@code default=}, {@code onupdate=}, {@code server_default=} and {@code autoincrement=}. */
    public Spec defaults(ColumnDefaults changed) {
      return new Spec(name, key, type, nullable, primaryKey, foreignKeys, changed);
    }

    Spec foreignKeys(List<ForeignKey> all) {
      return new Spec(name, key, type, nullable, primaryKey, all, defaults);
    }
  }
}
