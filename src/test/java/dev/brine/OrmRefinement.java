package dev.brine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.expr.Statement;
import dev.brine.mapping.MapperRegistry;
import dev.brine.pickle.PyGlobal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a fixture does to its query once that is loaded ({@code refine}): methods by their Python
 * names, with what other dumps hold.
 */
record OrmRefinement(LoadOptions options) {

  /** A fixture's dump, loaded and refined as the fixture says. */
  Object load(OrmFixture fixture) {
    Object loaded = ExpressionSerializer.loads(fixture.dump(), options);
    for (JsonNode step : fixture.expected().path("refine")) {
      loaded = refined((Statement) loaded, step.get(0).textValue(), arguments(step));
    }
    return loaded;
  }

  private List<@Nullable Object> arguments(JsonNode step) {
    List<@Nullable Object> arguments = new ArrayList<>();
    for (int i = 1; i < step.size(); i++) {
      JsonNode given = step.get(i);
      arguments.add(
          given.isObject()
              ? given(Base64.getDecoder().decode(given.path("dump").textValue()))
              : given.isNull() ? null : given.longValue());
    }
    return arguments;
  }

  /** A class on its own is a name, to which the mappers know the class. */
  private Object given(byte[] dump) {
    Object loaded = ExpressionSerializer.loads(dump, options);
    MapperRegistry mappers = Objects.requireNonNull(options.mappers());
    return loaded instanceof PyGlobal name ? mappers.mapper(name.path()).entity() : loaded;
  }

  private static Statement refined(
      Statement statement, String method, List<@Nullable Object> arguments) {
    return statement instanceof Query query
        ? refined(query, method, arguments)
        : refined((Select) statement, method, arguments);
  }

  private static Query refined(Query query, String method, List<@Nullable Object> arguments) {
    return switch (method) {
      case "filter" -> query.filter(all(arguments, ColumnElement.class));
      case "where" -> query.where(all(arguments, ColumnElement.class));
      case "order_by" -> query.orderBy(arguments.toArray());
      case "group_by" -> query.groupBy(arguments.toArray());
      case "limit" -> query.limit((Long) arguments.get(0));
      case "offset" -> query.offset((Long) arguments.get(0));
      case "slice" -> query.slice((Long) arguments.get(0), (Long) arguments.get(1));
      case "join" -> query.join((MappedAttribute) arguments.get(0));
      case "outerjoin" -> query.outerjoin((MappedAttribute) arguments.get(0));
      case "options" -> query.options(all(arguments, ExecutableOption.class));
      case "distinct" -> query.distinct();
      case "add_columns" -> query.addColumns(all(arguments, ClauseElement.class));
      case "with_entities" -> query.withEntities(all(arguments, ClauseElement.class));
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private static Select refined(Select select, String method, List<@Nullable Object> arguments) {
    return switch (method) {
      case "filter", "where" -> select.where(all(arguments, ColumnElement.class));
      case "order_by" -> select.orderBy(arguments.toArray());
      case "group_by" -> select.groupBy(arguments.toArray());
      case "limit" -> select.limit((Long) arguments.get(0));
      case "offset" -> select.offset((Long) arguments.get(0));
      case "join" -> select.join((MappedAttribute) arguments.get(0));
      case "outerjoin" -> select.outerjoin((MappedAttribute) arguments.get(0));
      case "options" -> select.options(all(arguments, ExecutableOption.class));
      case "distinct" -> select.distinct();
      case "add_columns" -> select.addColumns(all(arguments, ClauseElement.class));
      case "with_only_columns" -> select.withOnlyColumns(all(arguments, ClauseElement.class));
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private static <T> T[] all(List<@Nullable Object> arguments, Class<T> type) {
    return arguments.stream()
        .map(type::cast)
        .toArray(
            length -> {
              @SuppressWarnings("unchecked") // an array of the type, by reflection
              T[] array = (T[]) java.lang.reflect.Array.newInstance(type, length);
              return array;
            });
  }
}
