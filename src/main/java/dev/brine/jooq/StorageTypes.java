package dev.brine.jooq;

import dev.brine.expr.JsonNull;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.TypeOrigin;
import dev.brine.schema.Types;
import dev.brine.sql.Dialect;
import dev.brine.sql.EnumNames;
import dev.brine.sql.JsonPathText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How SQLAlchemy keeps values of each type in each kind of database (rel_2_0_52, {@code
 * sql/sqltypes.py}, {@code dialects/sqlite/base.py}, {@code dialects/mysql/types.py}). What is not
 * named here is kept as it is. Where Python hands out what it finds in a column of another type, so
 * does this.
 */
final class StorageTypes {

  /** {@code _default_decimal_return_scale}. */
  private static final long DEFAULT_SCALE = 10;

  /** No double has more digits behind its point; a dump may ask for more zeros than fit. */
  private static final long MOST_DIGITS = 1_074;

  /** What an interval is added to where the database has none. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  private final Dialect dialect;
  private final StorageFamily family;
  private final UserTypes userTypes;

  StorageTypes(Dialect dialect, UserTypes userTypes) {
    this.dialect = dialect;
    this.family = StorageFamily.of(dialect);
    this.userTypes = userTypes;
  }

  StorageFamily family() {
    return family;
  }

  /** The way values of this type are kept. */
  StorageType of(SqlType declared) {
    SqlType type = declared.variants().getOrDefault(dialect.name(), declared);
    UserType user = userTypes.find(type);
    StorageType storage =
        type.name() == TypeName.TYPE_DECORATOR && type.attribute("impl") instanceof SqlType impl
            ? of(impl)
            : ofSqlalchemy(type);
    return user == null ? storage : storage.within(user, dialect);
  }

  /** Of a class that is SQLAlchemy's own. */
  private StorageType ofSqlalchemy(SqlType type) {
    return switch (type.affinity()) {
      case STRING -> string(type);
      case NUMERIC_ -> numeric(type);
      case BOOLEAN_ -> family.hasBooleans() ? StorageType.PLAIN : numberAsBoolean();
      case DATE_, DATE_TIME, TIME_ -> time(type);
      case INTERVAL -> interval(type);
      case UUID_ -> uuid(type);
      case JSON_ -> json(type);
      case JSON_INDEX_TYPE -> StorageType.of(this::jsonIndex, value -> value);
      case JSON_PATH_TYPE -> StorageType.of(this::jsonPath, value -> value);
      case ARRAY -> array(type);
      case PICKLE_TYPE -> PickleValues.of(type);
      case POSTGRESQL_RANGE, POSTGRESQL_MULTIRANGE -> PostgresqlRanges.STORAGE;
      case MYSQL_BIT -> MysqlValues.BIT;
      default -> StorageType.PLAIN;
    };
  }

  private static StorageType string(SqlType type) {
    if (type.isA(TypeName.ENUM)) {
      return enums(type);
    }
    return type.name() == TypeName.MYSQL_SET ? MysqlValues.set(type) : StorageType.PLAIN;
  }

  /** An enum is kept by its name; a dump has a member's value, which the type maps to the name. */
  private static StorageType enums(SqlType type) {
    return StorageType.of(
        value -> {
          Object name =
              EnumNames.of(value instanceof Enum<?> constant ? constant.name() : value, type);
          if (name == null) {
            throw new IllegalArgumentException(value + " is no member that the type knows");
          }
          return name;
        },
        value -> value);
  }

  private StorageType numeric(SqlType type) {
    UnaryOperator<Object> toDriver =
        family.hasDecimals() ? UnaryOperator.identity() : StorageTypes::toDouble;
    if (type.flag("asdecimal")) {
      if (family == StorageFamily.MYSQL && !type.isA(TypeName.FLOAT_)) {
        return StorageType.PLAIN; // a float stays one, as its dialect has no processor
      }
      int scale = scale(type);
      return StorageType.of(toDriver, value -> toDecimal(value, scale));
    }
    return StorageType.of(
        toDriver, family.hasDecimals() ? StorageTypes::toDouble : UnaryOperator.identity());
  }

  /** {@code Numeric._effective_decimal_return_scale}. */
  private static int scale(SqlType type) {
    Object scale = type.attribute("decimal_return_scale");
    if (scale == null) {
      scale = type.attribute("scale");
    }
    return (int) Math.min(scale instanceof Long given ? given : DEFAULT_SCALE, MOST_DIGITS);
  }

  /**
   * What Python's {@code Decimal("%.10f" % value)} gives, which takes any number for a float; a
   * Decimal of the driver's is exact where the database is said to have them.
   */
  private Object toDecimal(Object value, int scale) {
    if (value instanceof BigDecimal exact && !family.hasDecimals()) {
      return toDecimal(exact.doubleValue(), scale);
    }
    if (value instanceof Double number) {
      return Double.isFinite(number)
          ? new BigDecimal(number).setScale(scale, RoundingMode.HALF_EVEN)
          : value;
    }
    if (value instanceof Long number && !family.hasDecimals()) {
      return BigDecimal.valueOf(number).setScale(scale);
    }
    return value;
  }

  private static Object toDouble(Object value) {
    return value instanceof Number number ? (Object) number.doubleValue() : value;
  }

  /** {@code int_to_boolean}: Python's idea of what is true. */
  private static StorageType numberAsBoolean() {
    return StorageType.of(
        value -> value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : value,
        value -> {
          if (value instanceof Number number) {
            return number.doubleValue() != 0;
          }
          return value instanceof Boolean flag ? flag : !value.toString().isEmpty();
        });
  }

  private StorageType time(SqlType type) {
    boolean isOfSqlite = type.name().origin() == TypeOrigin.SQLITE;
    if (family.keepsTimeAsText() || isOfSqlite) {
      return TextTimes.of(type);
    }
    // MySQL's TIME is a span of time to its drivers.
    return family == StorageFamily.MYSQL && type.isA(TypeName.TIME_)
        ? StorageType.of(
            value -> value, value -> value instanceof Duration span ? timeOfDay(span) : value)
        : StorageType.PLAIN;
  }

  /** What Python makes of the seconds of a timedelta, which leave its days out. */
  private static LocalTime timeOfDay(Duration span) {
    return LocalTime.MIDNIGHT.plus(span);
  }

  private StorageType interval(SqlType type) {
    if (family.hasIntervals() && type.isNative()) {
      return StorageType.PLAIN;
    }
    StorageType dateTime = time(Types.DATE_TIME);
    return StorageType.of(
        value ->
            value instanceof Duration span ? dateTime.toDriver().apply(EPOCH.plus(span)) : value,
        value -> {
          Object moment = dateTime.fromDriver().apply(value);
          return moment instanceof LocalDateTime local
              ? Duration.of(ChronoUnit.MICROS.between(EPOCH, local), ChronoUnit.MICROS)
              : moment;
        });
  }

  private StorageType uuid(SqlType type) {
    boolean isNative = family.hasUuids() && type.isNative();
    return StorageType.of(
        value -> isNative ? Uuids.parse(value) : Uuids.hex(value),
        value -> {
          UUID uuid = Uuids.parse(value);
          return type.flag("as_uuid") ? uuid : uuid.toString();
        });
  }

  /** None is JSON's null unless the type says that it is SQL's. */
  private StorageType json(SqlType type) {
    // H2 takes text for a JSON string, and bytes for JSON.
    UnaryOperator<Object> sent =
        dialect == Dialect.H2
            ? text -> text.toString().getBytes(StandardCharsets.UTF_8)
            : UnaryOperator.identity();
    boolean isNoneNull = type.flag("none_as_null");
    return new StorageType(
        value ->
            value == null && isNoneNull
                ? null
                : sent.apply(PythonJson.dumps(value == JsonNull.NULL ? null : value)),
        value ->
            value instanceof String text && !family.readsJson() ? PythonJson.loads(text) : value);
  }

  /** {@code $."key"} or {@code $[0]}, where PostgreSQL takes the key as it is. */
  private Object jsonIndex(Object index) {
    if (family == StorageFamily.POSTGRESQL) {
      return index;
    }
    return JsonPathText.item(index);
  }

  private Object jsonPath(Object path) {
    if (!(path instanceof List<?> steps)) {
      return path;
    }
    if (family == StorageFamily.POSTGRESQL) {
      return JsonPathText.array(steps);
    }
    return JsonPathText.path(steps);
  }

  private StorageType array(SqlType type) {
    StorageType item =
        type.attribute("item_type") instanceof SqlType of ? of(of) : StorageType.PLAIN;
    Long dimensions = type.attribute("dimensions") instanceof Long given ? given : null;
    return StorageType.of(
        value -> eachItem(value, dimensions, item.toDriver()),
        value -> eachItem(value, dimensions, item.fromDriver()));
  }

  /**
   * Changes the items of an array.
   *
   * @param dimensions how deep they are nested; null to tell by the first one, as Python does
   */
  private static Object eachItem(
      Object array, @Nullable Long dimensions, StorageType.Conversion change) {
    Object plain = Objects.requireNonNullElse(PythonArguments.plain(array), array);
    if (!(plain instanceof List<?> items)) {
      return array;
    }
    boolean isNested =
        dimensions == null
            ? !items.isEmpty() && PythonArguments.plain(items.get(0)) instanceof List
            : dimensions > 1;
    Long deeper = dimensions == null ? null : dimensions - 1;
    List<@Nullable Object> changed = new ArrayList<>(items.size());
    for (Object item : items) {
      changed.add(
          isNested && item != null
              ? eachItem(item, deeper, change)
              : change.apply(PythonArguments.plain(item)));
    }
    return changed;
  }
}
