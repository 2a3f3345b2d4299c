package dev.brine.orm;

import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Sql;
import dev.brine.mapping.Mapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The condition that a row has a primary key: {@code Mapper._get_clause}. */
final class GetClause {

  private GetClause() {}

  static ColumnElement of(Mapper mapper, List<? extends @Nullable Object> key) {
    List<ColumnElement> conditions = new ArrayList<>();
    List<ColumnElement> columns = mapper.primaryKey();
    for (int i = 0; i < columns.size(); i++) {
      ColumnElement column = Adaptable.column(columns.get(i));
      Object value = key.get(i);
      conditions.add(
          value == null
              ? column.isNull()
              : column.eq(BindParameter.named("pk_" + (i + 1), value, column.type())));
    }
    return Sql.and(conditions);
  }
}
