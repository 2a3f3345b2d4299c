package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The functions that SQLAlchemy has a class for, with the type of what they give (rel_2_0_52,
 * {@code sql/functions.py}). Of all other functions the type is unknown unless it is given.
 */
public enum GenericFunction {
  AGGREGATE_STRINGS(Types.STRING),
  ARRAY_AGG(GenericFunction::arrayOfArguments),
  CHAR_LENGTH(Types.INTEGER),
  COALESCE(GenericFunction::ofArguments),
  CONCAT(Types.STRING),
  COUNT(Types.INTEGER),
  CUBE(Types.NULL),
  CUME_DIST(Types.NUMERIC),
  CURRENT_DATE(Types.DATE, true),
  CURRENT_TIME(Types.TIME, true),
  CURRENT_TIMESTAMP(Types.DATE_TIME, true),
  CURRENT_USER(Types.STRING, true),
  DENSE_RANK(Types.INTEGER),
  GROUPING_SETS(Types.NULL),
  LOCALTIME(Types.DATE_TIME, true),
  LOCALTIMESTAMP(Types.DATE_TIME, true),
  MAX(GenericFunction::ofArguments),
  MIN(GenericFunction::ofArguments),
  MODE(Types.NULL),
  NEXT_VALUE(Types.INTEGER),
  NOW(Types.DATE_TIME),
  PERCENT_RANK(Types.NUMERIC),
  PERCENTILE_CONT(Types.NULL),
  PERCENTILE_DISC(Types.NULL),
  RANDOM(Types.NULL),
  RANK(Types.INTEGER),
  ROLLUP(Types.NULL),
  SESSION_USER(Types.STRING, true),
  SUM(GenericFunction::ofArguments),
  SYSDATE(Types.DATE_TIME, true),
  USER(Types.STRING, true);

  private static final Map<String, GenericFunction> BY_NAME =
      Arrays.stream(values())
          .collect(
              Collectors.toUnmodifiableMap(GenericFunction::functionName, Function.identity()));

  private final Function<List<ColumnElement>, SqlType> type;
  private final boolean isAnsi;

  GenericFunction(SqlType type) {
    this(type, false);
  }

  GenericFunction(SqlType type, boolean isAnsi) {
    this.type = arguments -> type;
    this.isAnsi = isAnsi;
  }

  GenericFunction(Function<List<ColumnElement>, SqlType> type) {
    this.type = type;
    this.isAnsi = false;
  }

  /** The function of this name, in whatever case; null if SQLAlchemy has no class for it. */
  public static @Nullable GenericFunction byName(String name) {
    return BY_NAME.get(name.toLowerCase(Locale.ROOT));
  }

  /** Its name in SQL, and that of its class in Python: {@code "count"}. */
  public String functionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it has no parentheses without arguments: SQLAlchemy's {@code AnsiFunction}. */
  public boolean isAnsi() {
    return isAnsi;
  }

  /** The type of what it gives for these arguments. */
  public SqlType typeFor(List<ColumnElement> arguments) {
    return type.apply(arguments);
  }

  /** The first type that is known. */
  private static SqlType ofArguments(List<ColumnElement> arguments) {
    return arguments.stream()
        .map(ColumnElement::type)
        .filter(type -> !type.isNull())
        .findFirst()
        .orElse(Types.NULL);
  }

  private static SqlType arrayOfArguments(List<ColumnElement> arguments) {
    SqlType item = ofArguments(arguments);
    return item.isA(TypeName.ARRAY)
        ? item
        : SqlType.of(TypeName.ARRAY).with("item_type", item).with("dimensions", 1L);
  }
}
