package dev.brine.jooq;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import dev.brine.sql.Compiled;
import dev.brine.sql.ResultColumn;
import dev.brine.sql.ResultForm;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a result as jOOQ fields. Where the statement's text hides them, the database is
 * asked before the statement is run: {@code CursorResultMetaData} of rel_2_0_52, {@code
 * engine/cursor.py}.
 */
final class ResultFields {

  private final Compiled compiled;
  private final List<ResultColumn> columns;

  ResultFields(Compiled compiled) {
    this.compiled = compiled;
    this.columns = compiled.resultColumns();
  }

  /**
   * The fields; null if the database cannot tell, which running the statement then shows.
   *
   * @param sql gives the text of the statement as it will be run
   */
  Field<?> @Nullable [] find(DSLContext dsl, Supplier<String> sql) {
    if (compiled.resultForm() == ResultForm.ORDERED) {
      return fields(columns);
    }
    List<String> names = namesInDatabase(dsl, sql.get());
    return names == null ? null : fields(matched(names));
  }

  private static Field<?>[] fields(List<ResultColumn> columns) {
    return columns.stream()
        .map(
            column ->
                DSL.field(DSL.quotedName(column.name()), StoredBinding.dataType(column.type())))
        .toArray(Field<?>[]::new);
  }

  private static @Nullable List<String> namesInDatabase(DSLContext dsl, String sql) {
    return dsl.connectionResult(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSetMetaData description = statement.getMetaData();
            return description == null ? null : names(description);
          } catch (SQLException e) {
            // Running it will say the same, with the statement in the message.
            return null;
          }
        });
  }

  private static List<String> names(ResultSetMetaData description) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= description.getColumnCount(); i++) {
      names.add(description.getColumnLabel(i));
    }
    return names;
  }

  private List<ResultColumn> matched(List<String> names) {
    boolean isAsMany = names.size() == columns.size();
    return switch (compiled.resultForm()) {
      case ORDERED -> columns;
      case LITERAL -> isAsMany ? columns : byName(names, false);
      case AD_HOC_TEXT -> isAsMany ? inOrder(names) : byName(names, false);
      case TEXT_IN_ORDER -> inOrder(names);
      case TEXT_BY_NAME -> byName(names, true);
      case TEXT -> inOrder(names);
    };
  }

  /** Those beyond the ones the statement knows have no type. */
  private List<ResultColumn> inOrder(List<String> names) {
    List<ResultColumn> matched = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      SqlType type = i < columns.size() ? columns.get(i).type() : Types.NULL;
      matched.add(new ResultColumn(names.get(i), type));
    }
    return matched;
  }

  private List<ResultColumn> byName(List<String> names, boolean isLoose) {
    Map<String, SqlType> types = new HashMap<>();
    for (ResultColumn column : columns) {
      types.putIfAbsent(column.name(), column.type());
      if (isLoose) {
        column.otherNames().forEach(other -> types.putIfAbsent(other, column.type()));
      }
    }
    return names.stream()
        .map(name -> new ResultColumn(name, types.getOrDefault(name, Types.NULL)))
        .toList();
  }
}
