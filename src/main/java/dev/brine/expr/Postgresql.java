package dev.brine.expr;

import dev.brine.error.UsageException;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only PostgreSQL has: the functions of {@code sqlalchemy.dialects.postgresql}, and the
 * operators that its types' comparators have there, which are methods of every column in Python and
 * take the column as their first argument here.
 *
 * <p>Stateless.
 */
public final class Postgresql {

  private Postgresql() {}

  /** {@code array([…])}: an array whose items have the type of the first. */
  public static ArrayLiteral array(Collection<?> items) {
    List<ColumnElement> clauses = items(items);
    return literal(clauses, clauses.isEmpty() ? Types.NULL : clauses.get(0).type());
  }

  /** {@code array([…], type_=type)}. */
  public static ArrayLiteral array(Collection<?> items, SqlType type) {
    return literal(items(items), type);
  }

  private static List<ColumnElement> items(Collection<?> items) {
    return Groups.all(items.stream().map(Coercions::expression).toList(), StandardOperator.COMMA);
  }

  /** An array of arrays has one dimension more. */
  private static ArrayLiteral literal(List<ColumnElement> clauses, SqlType item) {
    SqlType array = SqlType.of(TypeName.POSTGRESQL_ARRAY);
    if (!item.isA(TypeName.POSTGRESQL_ARRAY)) {
      return new ArrayLiteral(clauses, array.with("item_type", item));
    }
    long dimensions = item.attribute("dimensions") instanceof Long inner ? inner + 1 : 2;
    SqlType type =
        array.with("item_type", item.attribute("item_type")).with("dimensions", dimensions);
    return new ArrayLiteral(clauses, type);
  }

  /** {@code aggregate_order_by(element, …)}: an aggregate's argument and the order it comes in. */
  public static AggregateOrderBy aggregateOrderBy(Object element, ColumnElement... orderBy) {
    if (orderBy.length == 0) {
      throw new UsageException(
          "at least one ORDER BY element is required", "name what to order by");
    }
    ColumnElement order =
        orderBy.length == 1
            ? orderBy[0]
            : ClauseList.comma(Groups.all(List.of(orderBy), StandardOperator.COMMA));
    return new AggregateOrderBy(Coercions.expression(element), order);
  }

  /** {@code column.astext}: an item of JSON as text, by {@code ->>}. */
  public static ColumnElement astext(ColumnElement item) {
    if (item instanceof BinaryExpression binary) {
      boolean isPath = binary.operator() == StandardOperator.JSON_PATH_GETITEM;
      SqlType type =
          binary.type().attribute("astext_type") instanceof SqlType text ? text : Types.TEXT;
      return Operations.binary(
          binary.left(),
          isPath ? PostgresqlOperators.JSONPATH_ASTEXT : PostgresqlOperators.ASTEXT,
          binary.right(),
          type,
          null,
          Map.of());
    }
    throw new UsageException(
        "only an item of JSON can be taken as text", "name the item first: column.item(\"key\")");
  }

  /** {@code has_key()} of JSONB and hstore. */
  public static ColumnElement hasKey(ColumnElement left, Object key) {
    return compare(left, PostgresqlOperators.HAS_KEY, key);
  }

  /** {@code has_all()} of JSONB and hstore. */
  public static ColumnElement hasAll(ColumnElement left, Object keys) {
    return compare(left, PostgresqlOperators.HAS_ALL, keys);
  }

  /** {@code has_any()} of JSONB and hstore. */
  public static ColumnElement hasAny(ColumnElement left, Object keys) {
    return compare(left, PostgresqlOperators.HAS_ANY, keys);
  }

  /** {@code contains()} of arrays, JSONB, hstore and ranges. */
  public static ColumnElement contains(ColumnElement left, Object right) {
    return compare(left, PostgresqlOperators.CONTAINS, right);
  }

  /** {@code contained_by()} of arrays, JSONB, hstore and ranges. */
  public static ColumnElement containedBy(ColumnElement left, Object right) {
    return compare(left, PostgresqlOperators.CONTAINED_BY, right);
  }

  /** {@code overlap()} of arrays, {@code overlaps()} of ranges. */
  public static ColumnElement overlap(ColumnElement left, Object right) {
    return compare(left, PostgresqlOperators.OVERLAP, right);
  }

  /** {@code path_exists()} of JSONB. */
  public static ColumnElement pathExists(ColumnElement left, Object path) {
    return comparePath(left, PostgresqlOperators.PATH_EXISTS, path);
  }

  /** {@code path_match()} of JSONB. */
  public static ColumnElement pathMatch(ColumnElement left, Object path) {
    return comparePath(left, PostgresqlOperators.PATH_MATCH, path);
  }

  /** {@code delete_path()} of JSONB: the path as its steps, or an array of them. */
  public static ColumnElement deletePath(ColumnElement left, Collection<?> path) {
    SqlType texts =
        SqlType.of(TypeName.POSTGRESQL_ARRAY).with("item_type", SqlType.of(TypeName.TEXT));
    return Operations.binary(
        left,
        PostgresqlOperators.DELETE_PATH,
        new Cast(array(path), texts, false),
        SqlType.of(TypeName.POSTGRESQL_JSONB),
        null,
        Map.of());
  }

  /** {@code strictly_left_of()} of ranges. */
  public static ColumnElement strictlyLeftOf(ColumnElement left, Object right) {
    return compare(left, PostgresqlOperators.STRICTLY_LEFT_OF, right);
  }

  /** {@code strictly_right_of()} of ranges. */
  public static ColumnElement strictlyRightOf(ColumnElement left, Object right) {
    return compare(left, PostgresqlOperators.STRICTLY_RIGHT_OF, right);
  }

  /** {@code not_extend_right_of()} of ranges. */
  public static ColumnElement notExtendRightOf(ColumnElement left, Object right) {
    return compare(left, PostgresqlOperators.NOT_EXTEND_RIGHT_OF, right);
  }

  /** {@code not_extend_left_of()} of ranges. */
  public static ColumnElement notExtendLeftOf(ColumnElement left, Object right) {
    return compare(left, PostgresqlOperators.NOT_EXTEND_LEFT_OF, right);
  }

  /** {@code adjacent_to()} of ranges. */
  public static ColumnElement adjacentTo(ColumnElement left, Object right) {
    return compare(left, PostgresqlOperators.ADJACENT_TO, right);
  }

  /**
   * A function whose class is in SQLAlchemy's PostgreSQL dialect: {@code hstore}, {@code
   * to_tsvector}, {@code ts_headline} and their like. Of several arguments of a text search
   * function, the first is the configuration.
   *
   * @throws UsageException if there is no such class
   */
  public static FunctionCall func(String name, @Nullable Object... arguments) {
    GenericFunction function = GenericFunction.byExactName(name);
    if (function == null || !function.isPostgresql()) {
      throw new UsageException(
          "SQLAlchemy has no class for a function of PostgreSQL called " + name,
          "call any other function by Functions.func");
    }
    List<ColumnElement> elements = new ArrayList<>();
    for (Object argument : arguments) {
      elements.add(Coercions.argument(argument, name));
    }
    if (function.isTextSearch() && arguments.length > 1 && !isQuery(function, elements.get(1))) {
      boolean isValue = !(arguments[0] instanceof ColumnElement);
      elements.set(0, isValue ? configuration(elements.get(0)) : elements.get(0));
    }
    return new FunctionCall(
        Name.of(name),
        List.of(),
        Groups.all(elements, StandardOperator.COMMA),
        function.typeFor(elements),
        true);
  }

  /** {@code ts_headline(text, query)} names no configuration. */
  private static boolean isQuery(GenericFunction function, ColumnElement second) {
    return function == GenericFunction.TS_HEADLINE
        && second.type().isA(TypeName.POSTGRESQL_TSQUERY);
  }

  private static ColumnElement configuration(ColumnElement first) {
    return first instanceof BindParameter bind
        ? bind.withType(SqlType.of(TypeName.POSTGRESQL_REGCONFIG))
        : first;
  }

  private static ColumnElement compare(ColumnElement left, CustomOperator operator, Object right) {
    return Operations.binary(
        left, operator, Coercions.operand(right, left), Types.BOOLEAN, null, Map.of());
  }

  private static ColumnElement comparePath(
      ColumnElement left, CustomOperator operator, Object path) {
    ColumnElement operand =
        path instanceof ColumnElement given
            ? given
            : Coercions.bind(path, left).withType(SqlType.of(TypeName.JSON_PATH_TYPE));
    return Operations.binary(left, operator, operand, Types.BOOLEAN, null, Map.of());
  }
}
