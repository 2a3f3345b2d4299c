package dev.brine.sql;

import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Schemas that stand for others when a statement is run: SQLAlchemy's {@code schema_translate_map}
 * (rel_2_0_52, {@code sql/compiler.py}: {@code IdentifierPreparer._with_schema_translate}). A table
 * without a schema goes by the name null; one that is to have none is written by its name alone,
 * where SQLAlchemy, being connected, writes the database's default schema before it. Immutable.
 */
public record SchemaTranslateMap(Map<@Nullable String, @Nullable String> schemas) {

  /** Every schema stands for itself. */
  public static final SchemaTranslateMap NONE = new SchemaTranslateMap(Map.of());

  public SchemaTranslateMap {
    schemas = Collections.unmodifiableMap(new HashMap<>(schemas));
  }

  /** The schema that is written for a table's own. */
  @Nullable QuotedName schema(@Nullable QuotedName own) {
    String name = own == null ? null : own.text();
    if (!schemas.containsKey(name)) {
      return own;
    }
    String other = schemas.get(name);
    return other == null ? null : Name.of(other);
  }
}
