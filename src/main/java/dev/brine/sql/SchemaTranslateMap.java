package dev.brine.sql;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.GenerativeSelect;
import dev.brine.expr.StatementOptions;
import dev.brine.expr.TextClause;
import dev.brine.expr.TextualSelect;
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

  private static final String OPTION = "schema_translate_map";

  /** Every schema stands for itself. */
  public static final SchemaTranslateMap NONE = new SchemaTranslateMap(Map.of());

  public SchemaTranslateMap {
    schemas = Collections.unmodifiableMap(new HashMap<>(schemas));
  }

  /**
   * Those in which a statement is to be run: its execution option {@code schema_translate_map}.
   *
   * @throws UnsupportedConstructException if the option is no map of names
   */
  public static SchemaTranslateMap of(ClauseElement element) {
    Object option = options(element).executionOptions().get(OPTION);
    if (option == null) {
      return NONE;
    }
    if (!(option instanceof Map<?, ?> map)) {
      throw notNames(option);
    }
    Map<@Nullable String, @Nullable String> schemas = new HashMap<>();
    map.forEach((own, other) -> schemas.put(name(own), name(other)));
    return new SchemaTranslateMap(schemas);
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

  private static @Nullable String name(@Nullable Object value) {
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw notNames(value);
  }

  private static UnsupportedConstructException notNames(Object value) {
    return new UnsupportedConstructException(
        "the option %s holds what is no name: %s".formatted(OPTION, value),
        "give it the names of schemas, each with that of the one to use instead");
  }

  private static StatementOptions options(ClauseElement element) {
    if (element instanceof GenerativeSelect<?> select) {
      return select.options();
    }
    if (element instanceof DmlStatement<?> change) {
      return change.clauses().options();
    }
    if (element instanceof TextualSelect select) {
      return select.options();
    }
    return element instanceof TextClause text ? text.options() : StatementOptions.NONE;
  }
}
