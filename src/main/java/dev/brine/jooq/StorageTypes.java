package dev.brine.jooq;

import dev.brine.pickle.PythonEnumMember;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.sql.Dialect;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * How SQLAlchemy keeps values of each type in each kind of database (rel_2_0_52, {@code
 * sql/sqltypes.py}, {@code dialects/sqlite/base.py}, {@code dialects/mysql/types.py}). What is not
 * named here is kept as it is. Where Python hands out what it finds in a column of another type, so
 * does this.
 */
final class StorageTypes {

  /** {@code _default_decimal_return_scale}. */
  private static final long DEFAULT_SCALE = 10;

  /** What an interval is added to where the database has none. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  private final String dialect;
  private final StorageFamily family;

  StorageTypes(Dialect dialect) {
    this.dialect = dialect.name();
    this.family = StorageFamily.of(dialect);
  }

  StorageFamily family() {
    return family;
  }

  /** The way values of this type are kept. */
  StorageType of(SqlType declared) {
    SqlType type = effective(declared);
    return switch (type.affinity()) {
      case STRING -> type.isA(TypeName.ENUM) ? enums(type) : StorageType.PLAIN;
      case NUMERIC_ -> numeric(type);
      case BOOLEAN_ -> family.hasBooleans() ? StorageType.PLAIN : numberAsBoolean();
      case DATE_ -> family.keepsTimeAsText() ? TextTimes.DATE : StorageType.PLAIN;
      case DATE_TIME -> dateTime();
      case TIME_ -> time();
      case INTERVAL -> interval(type);
      case UUID_ -> uuid(type);
      case JSON_ -> json();
      case JSON_INDEX_TYPE -> new StorageType(this::jsonIndex, UnaryOperator.identity());
      case JSON_PATH_TYPE -> new StorageType(this::jsonPath, UnaryOperator.identity());
      case ARRAY -> array(type);
      default -> StorageType.PLAIN;
    };
  }

  /** The type that counts on this dialect, without the decorations around it. */
  private SqlType effective(SqlType declared) {
    SqlType type = declared.variants().getOrDefault(dialect, declared);
    return type.name() == TypeName.TYPE_DECORATOR && type.attribute("impl") instanceof SqlType impl
        ? effective(impl)
        : type;
  }

  /** An enum is kept by its name; a dump has a member's value, which the type maps to the name. */
  private static StorageType enums(SqlType type) {
    List<?> names = type.attribute("enums") instanceof List<?> list ? list : List.of();
    List<?> values = type.attribute("values") instanceof List<?> list ? list : List.of();
    return new StorageType(
        value -> {
          if (value instanceof PythonEnumMember member) {
            int index = values.indexOf(member.value());
            return index < 0 ? value : names.get(index);
          }
          return value instanceof Enum<?> constant ? constant.name() : value;
        },
        UnaryOperator.identity());
  }

  private StorageType numeric(SqlType type) {
    UnaryOperator<Object> toDriver =
        family.hasDecimals() ? UnaryOperator.identity() : StorageTypes::toDouble;
    if (type.flag("asdecimal")) {
      int scale = scale(type);
      return new StorageType(toDriver, value -> toDecimal(value, scale));
    }
    return new StorageType(
        toDriver, family.hasDecimals() ? StorageTypes::toDouble : UnaryOperator.identity());
  }

  /** {@code Numeric._effective_decimal_return_scale}. */
  private static int scale(SqlType type) {
    Object scale = type.attribute("decimal_return_scale");
    if (scale == null) {
      scale = type.attribute("scale");
    }
    return (int) (scale instanceof Long given ? given : DEFAULT_SCALE);
  }

  /** What Python's {@code Decimal("%.10f" % value)} gives; a Decimal of the driver's is exact. */
  private Object toDecimal(Object value, int scale) {
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
    return new StorageType(
        value -> value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : value,
        value -> {
          if (value instanceof Number number) {
            return number.doubleValue() != 0;
          }
          return value instanceof Boolean flag ? flag : !value.toString().isEmpty();
        });
  }

  private StorageType dateTime() {
    return family.keepsTimeAsText() ? TextTimes.DATE_TIME : StorageType.PLAIN;
  }

  private StorageType time() {
    return switch (family) {
      case SQLITE -> TextTimes.TIME;
      // MySQL's TIME is a span of time to its drivers.
      case MYSQL ->
          new StorageType(
              UnaryOperator.identity(),
              value -> value instanceof Duration span ? TextTimes.timeOfDay(span) : value);
      default -> StorageType.PLAIN;
    };
  }

  private StorageType interval(SqlType type) {
    if (family.hasIntervals() && type.flag("native")) {
      return StorageType.PLAIN;
    }
    StorageType dateTime = dateTime();
    return new StorageType(
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
    boolean isNative = family.hasUuids() && type.flag("native_uuid");
    return new StorageType(
        value -> isNative ? Uuids.parse(value) : Uuids.hex(value),
        value -> {
          UUID uuid = Uuids.parse(value);
          return type.flag("as_uuid") ? uuid : uuid.toString();
        });
  }

  private StorageType json() {
    // H2 takes text for a JSON string, and bytes for JSON.
    UnaryOperator<Object> toDriver =
        dialect.equals("h2")
            ? value -> PythonJson.dumps(value).getBytes(StandardCharsets.UTF_8)
            : PythonJson::dumps;
    return new StorageType(
        toDriver,
        value ->
            value instanceof String text && !family.readsJson() ? PythonJson.loads(text) : value);
  }

  /** {@code $."key"} or {@code $[0]}, where PostgreSQL takes the key as it is. */
  private Object jsonIndex(Object index) {
    if (family == StorageFamily.POSTGRESQL) {
      return index;
    }
    return "$" + jsonStep(index);
  }

  private Object jsonPath(Object path) {
    if (!(path instanceof List<?> steps)) {
      return path;
    }
    if (family == StorageFamily.POSTGRESQL) {
      return "{" + String.join(", ", steps.stream().map(String::valueOf).toList()) + "}";
    }
    return "$" + String.join("", steps.stream().map(StorageTypes::jsonStep).toList());
  }

  private static String jsonStep(Object step) {
    return step instanceof Number ? "[" + step + "]" : ".\"" + step + "\"";
  }

  private StorageType array(SqlType type) {
    StorageType item =
        type.attribute("item_type") instanceof SqlType of ? of(of) : StorageType.PLAIN;
    return new StorageType(
        value -> eachItem(value, item.toDriver()), value -> eachItem(value, item.fromDriver()));
  }

  private static Object eachItem(Object value, UnaryOperator<Object> change) {
    if (value instanceof List<?> items) {
      return items.stream().map(item -> item == null ? null : eachItem(item, change)).toList();
    }
    return change.apply(value);
  }
}
