package dev.brine.catalog;

import dev.brine.error.UnresolvedReferenceException;
import dev.brine.error.UsageException;
import dev.brine.expr.BooleanClauseList;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.TableRef;
import dev.brine.schema.Column;
import dev.brine.schema.MetaData;
import dev.brine.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns, tables and conditions that the mappers of a catalogue name: {@code
 * "table.column"}, or the number of an expression.
 */
final class ColumnJson {

  private static final Set<String> EXPRESSION_FIELDS = Set.of("expression", "foreign", "remote");
  private static final Set<String> COMPARISON_FIELDS =
      Set.of("left", "right", "operator", "foreign", "remote");

  private final MetaData metadata;
  private final IntFunction<@Nullable Object> expressions;

  /**
   * @param expressions gives the expression of a number; null beyond the last
   */
  ColumnJson(MetaData metadata, IntFunction<@Nullable Object> expressions) {
    this.metadata = metadata;
    this.expressions = expressions;
  }

  /** A condition and which objects in it are marked. */
  record Marked(ColumnElement condition, List<ColumnElement> remote, List<ColumnElement> foreign) {}

  /** The marks while a condition is being read. */
  private record Marks(List<ColumnElement> remote, List<ColumnElement> foreign) {}

  List<ColumnElement> columns(JsonCursor json) {
    List<ColumnElement> all = new ArrayList<>();
    json.elements().forEach(each -> all.add(column(each)));
    return all;
  }

  /** A new object each time: where a column stands in a condition may say which side it is on. */
  ColumnElement column(JsonCursor json) {
    if (!json.isObject()) {
      Column column = named(json.text());
      return new TableRef(column.table()).column(column);
    }
    JsonCursor descending = json.find("desc");
    if (descending != null) {
      json.allow(Set.of("desc"));
      return column(descending).desc();
    }
    Object element = expression(json);
    if (element instanceof Column column) {
      return new TableRef(column.table()).column(column);
    }
    if (element instanceof ColumnElement column) {
      return column;
    }
    throw new UsageException("There is no value in the expression at " + json.path());
  }

  FromClause from(JsonCursor json) {
    if (!json.isObject()) {
      return new TableRef(metadata.table(json.text()));
    }
    Object element = expression(json);
    if (element instanceof FromClause from) {
      return from;
    }
    throw new UsageException("There is nothing to select from in the expression at " + json.path());
  }

  private Object expression(JsonCursor json) {
    json.allow(EXPRESSION_FIELDS);
    JsonCursor number = json.get("expression");
    Object element = expressions.apply(number.number());
    if (element == null) {
      throw new UsageException("The catalogue has no expression of the number at " + number.path());
    }
    return element;
  }

  /** The longest key of a table that fits; keys may hold dots. */
  private Column named(String path) {
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      Table table = metadata.findTable(path.substring(0, dot));
      Column column = table == null ? null : table.findColumn(path.substring(dot + 1));
      if (column != null) {
        return column;
      }
    }
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      throw new UnresolvedReferenceException(
          "'" + path + "' names no column", "a column is written table.column");
    }
    return metadata.table(path.substring(0, dot)).column(path.substring(dot + 1));
  }

  /** The parts of an AND. */
  Marked condition(JsonCursor json) {
    Marks whole = new Marks(new ArrayList<>(), new ArrayList<>());
    List<ColumnElement> clauses = new ArrayList<>();
    for (JsonCursor clause : json.elements()) {
      clauses.add(
          clause.find("left") == null ? expression(clause, whole) : comparison(clause, whole));
    }
    if (clauses.isEmpty()) {
      throw json.wrong("one condition at least");
    }
    ColumnElement condition =
        clauses.size() == 1 ? clauses.get(0) : new BooleanClauseList(StandardOperator.AND, clauses);
    return new Marked(condition, whole.remote(), whole.foreign());
  }

  private ColumnElement comparison(JsonCursor json, Marks whole) {
    json.allow(COMPARISON_FIELDS);
    ColumnElement left = column(json.get("left"));
    ColumnElement right = column(json.get("right"));
    mark(json.find("remote"), left, right, whole.remote());
    mark(json.find("foreign"), left, right, whole.foreign());
    JsonCursor operator = json.find("operator");
    return operator == null
        ? left.eq(right)
        : operator.oneOf(Comparison.class, Comparison::symbol).of(left, right);
  }

  private static void mark(
      @Nullable JsonCursor side,
      ColumnElement left,
      ColumnElement right,
      List<ColumnElement> marked) {
    if (side == null) {
      return;
    }
    switch (side.text()) {
      case "left" -> marked.add(left);
      case "right" -> marked.add(right);
      case "both" -> marked.addAll(List.of(left, right));
      default -> throw side.wrong("\"left\", \"right\" or \"both\"");
    }
  }

  private ColumnElement expression(JsonCursor json, Marks whole) {
    ColumnElement clause = column(json);
    mark(json.find("remote"), clause, whole.remote());
    mark(json.find("foreign"), clause, whole.foreign());
    return clause;
  }

  private void mark(
      @Nullable JsonCursor columns, ColumnElement clause, List<ColumnElement> marked) {
    if (columns != null) {
      Set<ElementKey> keys = new HashSet<>();
      columns(columns).forEach(column -> keys.add(ElementKey.of(column)));
      collect(clause, keys, marked);
    }
  }

  private static void collect(
      ClauseElement element, Set<ElementKey> keys, List<ColumnElement> marked) {
    if (element instanceof ColumnRef column) {
      if (keys.contains(ElementKey.of(column))) {
        marked.add(column);
      }
    } else {
      element.children().forEach(child -> collect(child, keys, marked));
    }
  }
}
