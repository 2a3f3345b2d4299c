package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The functions that SQLAlchemy has a class for and that take elements, with the type of what they
 * give (rel_2_0_52, rel_2_1_0b3, {@code sql/functions.py}). Of all other functions the type is
 * unknown unless it is given.
 */
public enum GenericFunction {
  AGGREGATE_STRINGS(Types.STRING, Trait.NEVER_WITHOUT_ARGUMENTS),
  ARRAY_AGG(GenericFunction::arrayOfArguments),
  CHAR_LENGTH(Types.INTEGER),
  COALESCE(GenericFunction::ofArguments, Trait.NEVER_WITHOUT_ARGUMENTS),
  CONCAT(Types.STRING),
  COUNT(Types.INTEGER),
  CUBE(Types.NULL, Trait.NEVER_WITHOUT_ARGUMENTS),
  CUME_DIST(Types.NUMERIC),
  CURRENT_DATE(Types.DATE, Trait.ANSI),
  CURRENT_TIME(Types.TIME, Trait.ANSI),
  CURRENT_TIMESTAMP(Types.DATE_TIME, Trait.ANSI),
  CURRENT_USER(Types.STRING, Trait.ANSI),
  DENSE_RANK(Types.INTEGER),
  GROUPING_SETS(Types.NULL, Trait.NEVER_WITHOUT_ARGUMENTS),
  LOCALTIME(Types.DATE_TIME, Trait.ANSI),
  LOCALTIMESTAMP(Types.DATE_TIME, Trait.ANSI),
  MAX(GenericFunction::ofArguments),
  MIN(GenericFunction::ofArguments),
  MODE(Types.NULL, Trait.ORDERED_SET),
  NOW(Types.DATE_TIME),
  PERCENT_RANK(Types.NUMERIC),
  PERCENTILE_CONT(Types.NULL, Trait.ORDERED_SET),
  PERCENTILE_DISC(Types.NULL, Trait.ORDERED_SET),
  POW(GenericFunction::ofArguments, Trait.NEWER),
  RANDOM(Types.NULL, Trait.NEVER_WITHOUT_ARGUMENTS),
  RANK(Types.INTEGER),
  ROLLUP(Types.NULL, Trait.NEVER_WITHOUT_ARGUMENTS),
  SESSION_USER(Types.STRING, Trait.ANSI),
  SUM(GenericFunction::ofArguments),
  SYSDATE(Types.DATE_TIME, Trait.ANSI),
  USER(Types.STRING, Trait.ANSI),

  HSTORE(SqlType.of(TypeName.POSTGRESQL_HSTORE), Trait.POSTGRESQL),
  DEFINED(Types.BOOLEAN, Trait.POSTGRESQL),
  DELETE(SqlType.of(TypeName.POSTGRESQL_HSTORE), Trait.POSTGRESQL),
  SLICE(SqlType.of(TypeName.POSTGRESQL_HSTORE), Trait.POSTGRESQL),
  AKEYS(GenericFunction::texts, Trait.POSTGRESQL),
  AVALS(GenericFunction::texts, Trait.POSTGRESQL),
  HSTORE_TO_ARRAY(GenericFunction::texts, Trait.POSTGRESQL),
  HSTORE_TO_MATRIX(GenericFunction::texts, Trait.POSTGRESQL),

  TO_TSVECTOR(SqlType.of(TypeName.POSTGRESQL_TSVECTOR), Trait.POSTGRESQL),
  TO_TSQUERY(SqlType.of(TypeName.POSTGRESQL_TSQUERY), Trait.POSTGRESQL),
  PLAINTO_TSQUERY(SqlType.of(TypeName.POSTGRESQL_TSQUERY), Trait.POSTGRESQL),
  PHRASETO_TSQUERY(SqlType.of(TypeName.POSTGRESQL_TSQUERY), Trait.POSTGRESQL),
  WEBSEARCH_TO_TSQUERY(SqlType.of(TypeName.POSTGRESQL_TSQUERY), Trait.POSTGRESQL),
  TS_HEADLINE(SqlType.of(TypeName.TEXT), Trait.POSTGRESQL);

  private static final Map<String, GenericFunction> BY_NAME =
      Arrays.stream(values())
          .collect(
              Collectors.toUnmodifiableMap(GenericFunction::functionName, Function.identity()));

  private final Function<List<ColumnElement>, SqlType> type;
  private final Set<Trait> traits;

  GenericFunction(SqlType type, Trait... traits) {
    this(arguments -> type, traits);
  }

  GenericFunction(Function<List<ColumnElement>, SqlType> type, Trait... traits) {
    this.type = type;
    this.traits = Set.of(traits);
  }

  /**
   * The function of this name, in whatever case; null if SQLAlchemy 2.0 has no class for it, or
   * only if its PostgreSQL dialect is imported.
   */
  public static @Nullable GenericFunction byName(String name) {
    GenericFunction function = BY_NAME.get(name.toLowerCase(Locale.ROOT));
    return function == null || function.isPostgresql() || function.isNewer() ? null : function;
  }

  /** The function of this name, PostgreSQL's too. */
  static @Nullable GenericFunction byExactName(String name) {
    return BY_NAME.get(name);
  }

  /** Whether it is one of full text search, which may name its configuration first. */
  boolean isTextSearch() {
    return functionName().startsWith("ts_") || functionName().contains("to_ts");
  }

  /** Whether its class is in SQLAlchemy's PostgreSQL dialect. */
  public boolean isPostgresql() {
    return traits.contains(Trait.POSTGRESQL);
  }

  /** Whether only 2.1 has a class for it; to other series it is a function like any. */
  public boolean isNewer() {
    return traits.contains(Trait.NEWER);
  }

  /** Its name in SQL, and that of its class in Python: {@code "count"}. */
  public String functionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it has no parentheses without arguments: SQLAlchemy's {@code AnsiFunction}. */
  public boolean isAnsi() {
    return traits.contains(Trait.ANSI);
  }

  /** Whether it picks one of the values it is given an order by: {@code OrderedSetAgg}. */
  public boolean isOrderedSet() {
    return traits.contains(Trait.ORDERED_SET);
  }

  /**
   * What SQLAlchemy keeps as {@code _has_args}: whether there are arguments, but always true of a
   * function that is printed with parentheses even if they are empty.
   */
  public boolean hasArguments(List<ColumnElement> arguments) {
    return traits.contains(Trait.NEVER_WITHOUT_ARGUMENTS) || !arguments.isEmpty();
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

  private static SqlType texts(List<ColumnElement> arguments) {
    return SqlType.of(TypeName.POSTGRESQL_ARRAY).with("item_type", Types.TEXT);
  }

  private static SqlType arrayOfArguments(List<ColumnElement> arguments) {
    SqlType item = ofArguments(arguments);
    return item.isA(TypeName.ARRAY)
        ? item
        : SqlType.of(TypeName.ARRAY).with("item_type", item).with("dimensions", 1L);
  }

  private enum Trait {
    ANSI,
    POSTGRESQL,
    NEWER,
    ORDERED_SET,
    NEVER_WITHOUT_ARGUMENTS
  }
}
