package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.pickle.PythonDecimal;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.TypeOrigin;
import dev.brine.schema.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as SQL text: SQLAlchemy's literal processors (rel_2_0_52, {@code sql/sqltypes.py}).
 */
final class LiteralRenderer {

  /** {@code sys.int_info.default_max_str_digits}: Python refuses to write more. */
  private static final int MAX_DIGITS = 4_300;

  private final DialectRules rules;
  private final LiteralTypes forms;
  private final TypeExpressions types;

  LiteralRenderer(DialectRules rules, CompileOptions options) {
    this.rules = rules;
    this.types = options.renderers().typeExpressions();
    this.forms = rules.literalTypes();
  }

  /**
   * The value as text.
   *
   * @throws CompileException if values of this type cannot be written so, or this value cannot
   */
  String render(@Nullable Object value, SqlType type) {
    Object plain = LiteralValues.plain(value);
    return plain == null ? "NULL" : rules.escapeLiteral(text(plain, type));
  }

  private String text(Object value, SqlType given) {
    SqlType type = types.written(given.variants().getOrDefault(rules.name(), given));
    String own = isReplaced(type) ? null : DialectLiterals.of(value, type);
    if (own != null) {
      return own;
    }
    String text =
        switch (type.affinity()) {
          case STRING -> string(value, type);
          case INTEGER_ -> integer(value);
          case NUMERIC_ -> number(value);
          case BOOLEAN_ -> isNumber(type) ? number(value) : bool(value);
          case DATE_ -> date(value);
          case DATE_TIME -> dateTime(value);
          case TIME_ -> LiteralValues.time(value, forms.keepsTimesAsText());
          case INTERVAL -> forms.hasIntervals() && type.isNative() ? interval(value) : null;
          case BINARY_ ->
              forms.writesBytesInHexadecimal()
                  ? LiteralValues.hexadecimal(value)
                  : LiteralValues.binary(value);
          case UUID_ -> uuid(value, type);
          case JSON_INDEX_TYPE -> jsonIndex(value);
          case JSON_PATH_TYPE -> jsonPath(value);
          case ARRAY -> array(value, type);
          case TYPE_DECORATOR, PICKLE_TYPE -> decorated(value, type);
          default -> throw noRenderer(value, given);
        };
    if (text == null) {
      throw new CompileException(
          "Could not render literal value \""
              + value
              + "\" with datatype "
              + type.name().qualifiedName(),
          "leave the value a bound parameter");
    }
    return text;
  }

  private static CompileException noRenderer(Object value, SqlType type) {
    return new CompileException(
        "No literal value renderer is available for literal value \""
            + value
            + "\" with datatype "
            + type.name().qualifiedName(),
        "leave the value a bound parameter");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private @Nullable String string(Object value, SqlType type) {
    Object text = type.isA(TypeName.ENUM) ? EnumNames.of(value, type) : value;
    boolean isMarked =
        forms.marksUnicode() && (type.isA(TypeName.UNICODE) || type.isA(TypeName.UNICODE_TEXT));
    return text instanceof String string ? (isMarked ? "N" : "") + quoted(string) : null;
  }

  private @Nullable String date(Object value) {
    String text = LiteralValues.date(value);
    return forms.makesDatesByFunctions() && text != null
        ? OracleDates.literal(text, "YYYY-MM-DD", LiteralValues.hasFraction(value))
        : text;
  }

  private @Nullable String dateTime(Object value) {
    String text = LiteralValues.dateTime(value, forms.keepsTimesAsText());
    return forms.makesDatesByFunctions() && text != null
        ? OracleDates.literal(text, "YYYY-MM-DD HH24:MI:SS", LiteralValues.hasFraction(value))
        : text;
  }

  private static @Nullable String integer(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? "1" : "0";
    }
    if (value instanceof Double || value instanceof BigDecimal) {
      return LiteralValues.isFinite(value) ? whole(new BigDecimal(value.toString())) : null;
    }
    boolean isWhole =
        value instanceof Long || value instanceof Integer || value instanceof BigInteger;
    return isWhole || (value instanceof String text && text.strip().matches("[+-]?[0-9]+"))
        ? new BigInteger(value.toString().strip()).toString()
        : null;
  }

  /** Without its fraction; null if it takes more digits than Python writes an int with. */
  private static @Nullable String whole(BigDecimal number) {
    return number.precision() - (long) number.scale() > MAX_DIGITS
        ? null
        : number.toBigInteger().toString();
  }

  /** The number as Python spells it, whatever its type: 1 stays 1 among decimals. */
  private static @Nullable String number(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    if (value instanceof Double real) {
      return PythonFloat.repr(real);
    }
    if (value instanceof PythonDecimal decimal) {
      return decimal.text();
    }
    if (value instanceof String text) {
      return LiteralValues.isNumber(text) ? text : null;
    }
    return value instanceof Number ? value.toString() : null;
  }

  private @Nullable String bool(Object value) {
    if (value instanceof Boolean truth) {
      return rules.booleanText(truth);
    }
    boolean isBit =
        value instanceof Number number && (number.doubleValue() == 0 || number.doubleValue() == 1);
    return isBit ? rules.booleanText(((Number) value).doubleValue() == 1) : null;
  }

  private @Nullable String interval(Object value) {
    if (!(value instanceof Duration span)) {
      return null;
    }
    return forms == LiteralTypes.ORACLE
        ? "NUMTODSINTERVAL(" + DialectLiterals.seconds(span) + ", 'SECOND')"
        : "make_interval(secs=>" + DialectLiterals.seconds(span) + ")";
  }

  /** Whether the dialect has a class of its own for the times and dates of any other. */
  private boolean isReplaced(SqlType type) {
    if (type.name() == TypeName.ORACLE_DATE) {
      return forms == LiteralTypes.SQLITE || forms == LiteralTypes.MSSQL;
    }
    if (type.name().origin() != TypeOrigin.SQLITE) {
      return false;
    }
    boolean isTime = type.name() == TypeName.SQLITE_TIME;
    return switch (forms) {
      case MSSQL -> true;
      case ORACLE -> !isTime;
      case MYSQL -> isTime;
      default -> false;
    };
  }

  /** What a match gives is a number in MySQL. */
  private boolean isNumber(SqlType type) {
    return type.name() == TypeName.MATCH_TYPE && forms == LiteralTypes.MYSQL;
  }

  private @Nullable String uuid(Object value, SqlType type) {
    boolean hasDashes = forms.hasUuids() && type.isNative();
    if (!type.flag("as_uuid")) {
      boolean keepsDashes = hasDashes && forms == LiteralTypes.MSSQL;
      return value instanceof String text
          ? quoted(keepsDashes ? text : text.replace("-", ""))
          : null;
    }
    if (!(value instanceof UUID uuid)) {
      // Where the database has the type, anything is written as Python's str() does.
      return hasDashes && value instanceof String text ? quoted(text) : null;
    }
    return quoted(hasDashes ? uuid.toString() : uuid.toString().replace("-", ""));
  }

  private @Nullable String jsonIndex(Object value) {
    if (value instanceof Boolean truth) {
      // Python takes it for a number, and prints it as what it is.
      return forms.namesJsonItemsByPath()
          ? quoted("$[" + (truth ? "True" : "False") + "]")
          : truth ? "1" : "0";
    }
    boolean isNumber = value instanceof Number;
    if (!isNumber && !(value instanceof String)) {
      return null;
    }
    if (forms.namesJsonItemsByPath()) {
      return quoted(forms.quotesJsonSteps() ? "$[\"" + value + "\"]" : JsonPathText.item(value));
    }
    return isNumber ? value.toString() : quoted(value.toString());
  }

  private @Nullable String jsonPath(Object value) {
    if (value instanceof String text && !forms.namesJsonItemsByPath()) {
      return quoted(text);
    }
    List<@Nullable Object> steps =
        value instanceof String text ? characters(text) : Sequences.members(value);
    if (steps == null) {
      return null;
    }
    if (!forms.namesJsonItemsByPath()) {
      return quoted(JsonPathText.array(steps));
    }
    return quoted(forms.quotesJsonSteps() ? quotedSteps(steps) : JsonPathText.path(steps));
  }

  private static String quotedSteps(List<@Nullable Object> steps) {
    StringJoiner path = new StringJoiner("", "$", "");
    steps.forEach(step -> path.add("[\"" + step + "\"]"));
    return path.toString();
  }

  /** Python takes a text for the sequence of its characters. */
  private static List<@Nullable Object> characters(String text) {
    List<@Nullable Object> characters = new ArrayList<>();
    text.codePoints().forEach(point -> characters.add(Character.toString(point)));
    return characters;
  }

  private @Nullable String array(Object value, SqlType type) {
    List<@Nullable Object> items = Sequences.members(value);
    if (items == null || !(type.attribute("item_type") instanceof SqlType itemType)) {
      return null;
    }
    boolean hasName = forms == LiteralTypes.POSTGRESQL || type.name() == TypeName.POSTGRESQL_ARRAY;
    StringJoiner list = new StringJoiner(", ", hasName ? "ARRAY[" : "[", "]");
    for (Object item : items) {
      Object plain = LiteralValues.plain(item);
      if (plain == null) {
        // Python asks the items' type for a literal of None, which it has not.
        return null;
      }
      boolean isNested = Sequences.members(plain) != null;
      list.add(text(plain, isNested ? type : itemType));
    }
    return list.toString();
  }

  private String decorated(Object value, SqlType type) {
    SqlType fallback = type.isA(TypeName.PICKLE_TYPE) ? Types.LARGE_BINARY : Types.NULL;
    return text(value, TypeCompiler.implementation(type, fallback));
  }
}
