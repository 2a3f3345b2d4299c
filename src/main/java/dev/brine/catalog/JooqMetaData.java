package dev.brine.catalog;

import dev.brine.schema.Column;
import dev.brine.schema.ForeignKey;
import dev.brine.schema.MetaData;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Catalog;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Schema;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The tables that jOOQ knows, mostly through its generated classes. A table without fields, such as
 * {@code DSL.table("t")}, becomes a placeholder. Stateless.
 */
public final class JooqMetaData {

  private final @Nullable String defaultSchema;

  private JooqMetaData(@Nullable String defaultSchema) {
    this.defaultSchema = defaultSchema;
  }

  /** These tables, each under the schema it has in jOOQ. */
  public static MetaData of(org.jooq.Table<?>... tables) {
    return of(List.of(tables), null);
  }

  /** The tables of a schema that is the default one of the database: they go by bare names. */
  public static MetaData of(Schema schema) {
    return of(schema.getTables(), schema.getName());
  }

  /** The tables of a catalog, each under the schema it has in jOOQ. */
  public static MetaData of(Catalog catalog) {
    return of(catalog, null);
  }

  /**
   * The tables of a catalog.
   *
   * @param defaultSchema the name of the schema whose tables go by bare names
   */
  public static MetaData of(Catalog catalog, @Nullable String defaultSchema) {
    return of(catalog.schemaStream().flatMap(Schema::tableStream).toList(), defaultSchema);
  }

  private static MetaData of(
      Collection<? extends org.jooq.Table<?>> tables, @Nullable String defaultSchema) {
    JooqMetaData translation = new JooqMetaData(defaultSchema);
    MetaData.Builder metadata = MetaData.builder();
    for (org.jooq.Table<?> table : tables) {
      metadata.table(translation.table(table));
    }
    return metadata.build();
  }

  private Table table(org.jooq.Table<?> table) {
    if (table.fields().length == 0) {
      return Table.placeholder(key(table));
    }
    Table.Builder built = Table.named(table.getName());
    String schema = schema(table);
    if (schema != null) {
      built.schema(schema);
    }
    for (Field<?> field : table.fields()) {
      built.column(column(table, field));
    }
    return built.build();
  }

  private Column.Spec column(org.jooq.Table<?> table, Field<?> field) {
    String name = field.getName();
    boolean primaryKey =
        table.getPrimaryKey() != null && table.getPrimaryKey().getFields().contains(field);
    return new Column.Spec(
        Name.of(name),
        name,
        type(field.getDataType()),
        field.getDataType().nullable() && !primaryKey,
        primaryKey,
        foreignKeys(table, field),
        ReflectedDefaults.of(field.getDataType()));
  }

  private static SqlType type(DataType<?> type) {
    int size = type.lengthDefined() ? type.length() : type.precision();
    return ReflectedTypes.of(type.getSQLType(), type.getTypeName(), size, type.scale());
  }

  private List<ForeignKey> foreignKeys(org.jooq.Table<?> table, Field<?> field) {
    List<ForeignKey> targets = new ArrayList<>();
    for (org.jooq.ForeignKey<?, ?> reference : table.getReferences()) {
      int at = reference.getFields().indexOf(field);
      if (at >= 0) {
        TableField<?, ?> target = reference.getKeyFields().get(at);
        targets.add(
            new ForeignKey(
                key(reference.getKey().getTable()), target.getName(), reference.getName()));
      }
    }
    return targets;
  }

  private String key(org.jooq.Table<?> table) {
    String schema = schema(table);
    return schema == null ? table.getName() : schema + "." + table.getName();
  }

  private @Nullable String schema(org.jooq.Table<?> table) {
    Schema schema = table.getSchema();
    boolean bare =
        schema == null || schema.getName().isEmpty() || schema.getName().equals(defaultSchema);
    return bare ? null : schema.getName();
  }
}
