package dev.brine.catalog;

import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import dev.brine.schema.SqlType;
import dev.brine.schema.Table;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Metadata as text, a line for each column, tables by name: what tests compare. */
final class MetaDataText {

  private MetaDataText() {}

  static String of(MetaData metadata) {
    return metadata.tables().stream()
        .sorted(Comparator.comparing(Table::key))
        .map(MetaDataText::table)
        .collect(Collectors.joining("\n"));
  }

  private static String table(Table table) {
    String schema = table.schema() == null ? "" : name(table.schema()) + ".";
    return table.columns().stream()
        .map(MetaDataText::column)
        .collect(Collectors.joining("\n  ", schema + name(table.name()) + "\n  ", ""));
  }

  private static String column(Column column) {
    StringBuilder text = new StringBuilder(name(column.name()));
    if (!column.key().equals(column.name().text())) {
      text.append(" key=").append(column.key());
    }
    text.append(' ').append(type(column.type()));
    text.append(column.nullable() ? "" : " not null").append(column.primaryKey() ? " pk" : "");
    column.foreignKeys().forEach(to -> text.append(" -> " + to.table() + "." + to.column()));
    return text.toString();
  }

  static String type(SqlType type) {
    String arguments =
        type.attributes().entrySet().stream()
            .map(e -> e.getKey() + "=" + argument(e.getValue()))
            .collect(Collectors.joining(", "));
    return type.name().pythonName() + (arguments.isEmpty() ? "" : "(" + arguments + ")");
  }

  private static String argument(Object value) {
    return value instanceof SqlType type ? type(type) : value.toString();
  }

  private static String name(QuotedName name) {
    return switch (name.quoting()) {
      case AUTOMATIC -> name.text();
      case ALWAYS -> '"' + name.text() + '"';
      case NEVER -> name.text() + "[" + Quoting.NEVER + "]";
    };
  }
}
