package dev.brine.jooq;

import dev.brine.error.UnsupportedConstructException;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.GenerativeSelect;
import dev.brine.expr.StatementOptions;
import dev.brine.expr.TextClause;
import dev.brine.expr.TextualSelect;
import java.util.Map;

/**
 * The execution option {@code schema_translate_map}, by which SQLAlchemy puts other schemas in the
 * place of a statement's own when it runs it. It is carried along, but not followed: to pass over
 * it would give rows of other tables.
 */
final class SchemaTranslation {

  private static final String OPTION = "schema_translate_map";

  private SchemaTranslation() {}

  /**
   * Makes sure that the statement is to be run with the schemas it names.
   *
   * @throws UnsupportedConstructException if it is not
   */
  static void refuse(ClauseElement element) {
    if (options(element).executionOptions().get(OPTION) instanceof Map<?, ?> map
        && !map.isEmpty()) {
      throw new UnsupportedConstructException(
          "the statement is to be run with other schemas than it names: " + OPTION,
          "take the option away, and give metadata whose tables are in the schemas meant");
    }
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
