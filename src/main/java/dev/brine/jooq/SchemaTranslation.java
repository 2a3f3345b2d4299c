package dev.brine.jooq;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.GenerativeSelect;
import dev.brine.expr.StatementOptions;
import dev.brine.expr.TextClause;
import dev.brine.expr.TextualSelect;
import dev.brine.sql.SchemaTranslateMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The execution option {@code schema_translate_map}, by which SQLAlchemy puts other schemas in the
 * place of a statement's own when it runs it.
 */
final class SchemaTranslation {

  private static final String OPTION = "schema_translate_map";

  private SchemaTranslation() {}

  /**
   * The schemas in which a statement is to be run.
   *
   * @throws UnsupportedConstructException if the option is no map of names
   */
  static SchemaTranslateMap of(ClauseElement element) {
    Object option = options(element).executionOptions().get(OPTION);
    if (option == null) {
      return SchemaTranslateMap.NONE;
    }
    if (!(option instanceof Map<?, ?> map)) {
      throw notNames(option);
    }
    Map<@Nullable String, @Nullable String> schemas = new HashMap<>();
    map.forEach((own, other) -> schemas.put(name(own), name(other)));
    return new SchemaTranslateMap(schemas);
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
