package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.engine.JsonValues;
import dev.brine.error.MultipleResultsFoundException;
import dev.brine.expr.Query;
import dev.brine.expr.Statement;
import dev.brine.mapping.Entity;
import dev.brine.orm.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/**
 * Fetches an ORM fixture in the way that it names ({@code how}): the rows, those that {@code first}
 * and its like give as the only one.
 */
record OrmFetch(OrmFixture fixture, List<@Nullable Object> rows) {

  private static final int PARTITION = 2;

  /** What fetches the first row alone, of which Python asks no unique(). */
  private static final Set<String> TAKE_ONE = Set.of("first", "scalar");

  static OrmFetch of(OrmFixture fixture, Object loaded, Session session) {
    return new OrmFetch(
        fixture,
        loaded instanceof Query query
            ? fetched(query.withSession(session), fixture)
            : fetched(session, (Statement) loaded, fixture));
  }

  private static List<@Nullable Object> fetched(Query query, OrmFixture fixture) {
    return switch (how(fixture)) {
      case "all" -> query.all();
      case "first" -> single(query.first());
      case "one" -> single(query.one());
      case "one_or_none" -> single(query.oneOrNone());
      case "scalar" -> single(query.scalar());
      case "count" -> single(query.count());
      case "get" -> single(query.get(arguments(fixture).toArray()));
      default -> throw new UnsupportedOperationException(how(fixture));
    };
  }

  private static List<@Nullable Object> fetched(
      Session session, Statement statement, OrmFixture fixture) {
    Map<String, @Nullable Object> values = values(fixture.expected().path("values"));
    Result<Record> rows =
        fixture.expected().path("unique").asBoolean() || TAKE_ONE.contains(how(fixture))
            ? session.executeUnique(statement, values)
            : session.execute(statement, values);
    return switch (how(fixture)) {
      case "all", "tuples", "mappings" -> new ArrayList<>(rows);
      case "partitions" -> partitions(rows);
      case "scalars" -> new ArrayList<>(rows.map(row -> row.get(0)));
      case "first" -> single(rows.isEmpty() ? null : rows.get(0));
      case "scalar" -> single(rows.isEmpty() ? null : rows.get(0).get(0));
      case "one", "one_or_none" -> single(only(rows));
      case "scalar_one", "scalar_one_or_none" -> single(only(rows).get(0));
      default -> throw new UnsupportedOperationException(how(fixture));
    };
  }

  private static String how(OrmFixture fixture) {
    return fixture.expected().path("how").path(0).asText("all");
  }

  private static Record only(Result<Record> rows) {
    if (rows.size() != 1) {
      throw new MultipleResultsFoundException("exactly one");
    }
    return rows.get(0);
  }

  private static List<@Nullable Object> partitions(Result<Record> rows) {
    List<@Nullable Object> parts = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += PARTITION) {
      parts.add(List.copyOf(rows.subList(from, Math.min(from + PARTITION, rows.size()))));
    }
    return parts;
  }

  private static List<@Nullable Object> single(@Nullable Object row) {
    return Collections.singletonList(row);
  }

  /** What get() is called with; a composite key is a list. */
  private static List<@Nullable Object> arguments(OrmFixture fixture) {
    List<@Nullable Object> arguments = new ArrayList<>();
    JsonNode how = fixture.expected().path("how");
    for (int i = 1; i < how.size(); i++) {
      if (how.get(i).isArray()) {
        how.get(i).forEach(each -> arguments.add(value(each)));
      } else {
        arguments.add(value(how.get(i)));
      }
    }
    return arguments;
  }

  private static Map<String, @Nullable Object> values(JsonNode node) {
    Map<String, @Nullable Object> values = new HashMap<>();
    node.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
    return values;
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(each -> list.add(value(each)));
      return list;
    }
    if (node.isObject()) {
      return values(node);
    }
    return node.isNull()
        ? null
        : node.isBoolean()
            ? (Object) node.booleanValue()
            : node.isIntegralNumber()
                ? (Object) node.longValue()
                : node.isNumber() ? node.decimalValue() : node.asText();
  }

  /** The entities at the top of the rows. */
  List<Entity> entities() {
    List<Entity> entities = new ArrayList<>();
    for (Object row : rows) {
      Object[] parts = row instanceof Record record ? record.intoArray() : new Object[] {row};
      for (Object part : parts) {
        if (part instanceof Entity entity) {
          entities.add(entity);
        }
      }
    }
    return entities;
  }

  /** The rows as Python's side wrote them. */
  JsonNode json() {
    boolean isMapping = how(fixture).equals("mappings");
    StringJoiner json = new StringJoiner(", ", "[", "]");
    rows.forEach(
        row -> json.add(isMapping && row instanceof Record record ? mapping(record) : item(row)));
    return GoodFixture.json(json.toString());
  }

  private static String item(@Nullable Object row) {
    if (row instanceof List<?> part && !part.isEmpty() && part.get(0) instanceof Record) {
      StringJoiner json = new StringJoiner(", ", "[", "]");
      part.forEach(each -> json.add(item(each)));
      return json.toString();
    }
    return row instanceof Record record ? JsonValues.row(record) : JsonValues.item(row);
  }

  private static String mapping(Record row) {
    StringJoiner json = new StringJoiner(", ", "{", "}");
    for (int i = 0; i < row.size(); i++) {
      json.add(JsonValues.write(row.field(i).getName()) + ": " + JsonValues.item(row.get(i)));
    }
    return json.toString();
  }
}
