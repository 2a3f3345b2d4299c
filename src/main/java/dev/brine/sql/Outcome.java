package dev.brine.sql;

import dev.brine.schema.ColumnDefault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a statement besides its text.
 *
 * @param columns of the rows it gives; none if it gives no rows
 * @param form what is known of those columns
 * @param change what it changes; null where it changes nothing
 * @param defaults what parameters are given that stand for columns the statement does not mention,
 *     in the order of the columns
 * @param isGrouped whether there is a GROUP BY or DISTINCT in it
 */
record Outcome(
    List<ResultColumn> columns,
    ResultForm form,
    @Nullable Change change,
    Map<String, ColumnDefault> defaults,
    boolean isGrouped) {

  Outcome {
    columns = List.copyOf(columns);
    defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
  }

  static Outcome of(Compilation compilation) {
    return new Outcome(
        compilation.resultColumns(),
        compilation.resultForm(),
        compilation.change(),
        compilation.defaults(),
        compilation.isGrouped());
  }
}
