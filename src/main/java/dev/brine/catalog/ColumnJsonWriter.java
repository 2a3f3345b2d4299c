package dev.brine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BooleanClauseList;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.FromClause;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.TableRef;
import dev.brine.expr.UnaryExpression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes columns, tables and conditions as {@link ColumnJson} reads them. */
final class ColumnJsonWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<Object> expressions = new ArrayList<>();

  /** Everything that is more than a column, in the order of its numbers. */
  List<Object> expressions() {
    return expressions;
  }

  ArrayNode columns(Collection<? extends ColumnElement> columns) {
    ArrayNode json = JSON.arrayNode();
    columns.forEach(column -> json.add(column(column)));
    return json;
  }

  JsonNode column(ColumnElement element) {
    String name = name(element);
    return name == null ? expression(element) : JSON.textNode(name);
  }

  JsonNode order(ColumnElement element) {
    boolean isDescending =
        element instanceof UnaryExpression unary && unary.modifier() == StandardOperator.DESC;
    String name = isDescending ? name(((UnaryExpression) element).element()) : null;
    return name == null ? column(element) : JSON.objectNode().put("desc", name);
  }

  JsonNode from(FromClause from) {
    return from instanceof TableRef table ? JSON.textNode(table.table().key()) : expression(from);
  }

  private static @Nullable String name(ColumnElement element) {
    return element instanceof ColumnRef column && column.table() instanceof TableRef table
        ? table.table().key() + "." + column.key()
        : null;
  }

  private ObjectNode expression(ClauseElement element) {
    for (int i = 0; i < expressions.size(); i++) {
      if (expressions.get(i) == element) {
        return JSON.objectNode().put("expression", i);
      }
    }
    expressions.add(element);
    return JSON.objectNode().put("expression", expressions.size() - 1);
  }

  /** The parts of an AND, and which columns in it are marked. */
  ArrayNode condition(
      ColumnElement condition, Predicate<ColumnElement> foreign, Predicate<ColumnElement> remote) {
    ArrayNode json = JSON.arrayNode();
    if (condition instanceof BooleanClauseList list && list.operator() == StandardOperator.AND) {
      list.clauses().forEach(clause -> json.add(clause(clause, foreign, remote)));
    } else {
      json.add(clause(condition, foreign, remote));
    }
    return json;
  }

  private ObjectNode clause(
      ColumnElement clause, Predicate<ColumnElement> foreign, Predicate<ColumnElement> remote) {
    ObjectNode comparison =
        clause instanceof BinaryExpression binary ? comparison(binary, foreign, remote) : null;
    if (comparison != null) {
      return comparison;
    }
    ObjectNode json = expression(clause);
    putMarked(json, "foreign", clause, foreign);
    putMarked(json, "remote", clause, remote);
    return json;
  }

  /** Null for what is not a plain comparison of two columns of tables. */
  private static @Nullable ObjectNode comparison(
      BinaryExpression binary, Predicate<ColumnElement> foreign, Predicate<ColumnElement> remote) {
    Comparison comparison = Comparison.of(binary.operator());
    String left = name(binary.left());
    String right = name(binary.right());
    if (comparison == null || left == null || right == null || !binary.modifiers().isEmpty()) {
      return null;
    }
    ObjectNode json = JSON.objectNode().put("left", left).put("right", right);
    if (comparison != Comparison.EQ) {
      json.put("operator", comparison.symbol());
    }
    putSide(json, "foreign", binary, foreign);
    putSide(json, "remote", binary, remote);
    return json;
  }

  private static void putSide(
      ObjectNode json, String field, BinaryExpression binary, Predicate<ColumnElement> marked) {
    boolean isLeft = marked.test(binary.left());
    boolean isRight = marked.test(binary.right());
    if (isLeft || isRight) {
      json.put(field, isLeft && isRight ? "both" : isLeft ? "left" : "right");
    }
  }

  private void putMarked(
      ObjectNode json, String field, ColumnElement clause, Predicate<ColumnElement> marked) {
    List<ColumnElement> found = new ArrayList<>();
    collect(clause, marked, found);
    if (!found.isEmpty()) {
      json.set(field, columns(found));
    }
  }

  private static void collect(
      ClauseElement element, Predicate<ColumnElement> marked, List<ColumnElement> found) {
    if (element instanceof ColumnRef column) {
      if (marked.test(column) && !found.contains(column)) {
        found.add(column);
      }
    } else {
      element.children().forEach(child -> collect(child, marked, found));
    }
  }
}
