package dev.brine.expr;

import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SQL functions: SQLAlchemy's {@code func}. Arguments are elements or values; a value becomes a
 * bind parameter named after the function, null becomes {@code NULL}.
 *
 * <p>As in SQLAlchemy, the type is known of the functions in {@link GenericFunction} alone: {@code
 * lower} and {@code length} give a value of unknown type unless one says which.
 *
 * <p>Stateless.
 */
public final class Functions {

  private Functions() {}

  /** {@code func.name(…)}: any function, by its name. */
  public static FunctionCall func(String name, @Nullable Object... arguments) {
    return call(List.of(), name, null, arguments);
  }

  /** {@code func.name(…, type_=type)}. */
  public static FunctionCall func(String name, SqlType type, @Nullable Object... arguments) {
    return call(List.of(), name, type, arguments);
  }

  /** {@code func.package.name(…)}. */
  public static FunctionCall func(
      List<String> packageNames, String name, @Nullable Object... arguments) {
    return call(packageNames, name, null, arguments);
  }

  /** {@code count(*)}. */
  public static FunctionCall count() {
    return func("count");
  }

  public static FunctionCall count(ColumnElement element) {
    return func("count", element);
  }

  public static FunctionCall min(ColumnElement element) {
    return func("min", element);
  }

  public static FunctionCall max(ColumnElement element) {
    return func("max", element);
  }

  public static FunctionCall sum(ColumnElement element) {
    return func("sum", element);
  }

  public static FunctionCall avg(ColumnElement element) {
    return func("avg", element);
  }

  /** The first argument that is not NULL. */
  public static FunctionCall coalesce(@Nullable Object... arguments) {
    return func("coalesce", arguments);
  }

  public static FunctionCall lower(Object argument) {
    return func("lower", argument);
  }

  public static FunctionCall upper(Object argument) {
    return func("upper", argument);
  }

  public static FunctionCall length(Object argument) {
    return func("length", argument);
  }

  public static FunctionCall now() {
    return func("now");
  }

  public static FunctionCall currentDate() {
    return func("current_date");
  }

  public static FunctionCall currentTime() {
    return func("current_time");
  }

  public static FunctionCall currentTimestamp() {
    return func("current_timestamp");
  }

  /** {@code func.count()} and {@code func.count(None)} count rows, as {@code count(*)}. */
  private static @Nullable Object[] orAllRows(
      @Nullable GenericFunction function, @Nullable Object... arguments) {
    boolean isGiven = Arrays.stream(arguments).anyMatch(Objects::nonNull);
    return function == GenericFunction.COUNT && !isGiven
        ? new Object[] {Sql.literalColumn("*")}
        : arguments;
  }

  private static FunctionCall call(
      List<String> packageNames,
      String name,
      @Nullable SqlType given,
      @Nullable Object... arguments) {
    GenericFunction generic = packageNames.isEmpty() ? GenericFunction.byName(name) : null;
    return call(packageNames, name, generic, given, orAllRows(generic, arguments));
  }

  /** One of the functions that SQLAlchemy has a class for. */
  static FunctionCall call(GenericFunction generic, @Nullable Object... arguments) {
    return call(List.of(), generic.functionName(), generic, null, arguments);
  }

  private static FunctionCall call(
      List<String> packageNames,
      String name,
      @Nullable GenericFunction generic,
      @Nullable SqlType given,
      @Nullable Object... arguments) {
    String called = generic == null ? name : generic.functionName();
    List<ColumnElement> elements =
        Arrays.stream(arguments).map(value -> Coercions.argument(value, called)).toList();
    SqlType type = given;
    if (type == null) {
      type = generic == null ? Types.NULL : generic.typeFor(elements);
    }
    return new FunctionCall(
        Name.of(called),
        packageNames,
        Groups.all(elements, StandardOperator.COMMA),
        type,
        generic != null);
  }
}
