package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.TypeOrigin;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of types in MySQL (rel_2_0_52, {@code dialects/mysql/base.py}). */
final class MysqlTypeCompiler extends TypeCompiler {

  private final String dialect;

  MysqlTypeCompiler(String dialect) {
    super(dialect);
    this.dialect = dialect;
  }

  @Override
  String compileExactly(SqlType type) {
    return switch (type.name().rendered()) {
      case BOOLEAN_, BOOLEAN, MATCH_TYPE -> "BOOL";
      case INTEGER_, INTEGER, SMALL_INTEGER, SMALLINT, BIG_INTEGER, BIGINT ->
          integer(super.compileExactly(type), type);
      case MYSQL_TINYINT, MYSQL_MEDIUMINT, MSSQL_TINYINT -> integer(type.name().pythonName(), type);
      case NUMERIC_, NUMERIC, DECIMAL -> signed(super.compileExactly(type), type);
      case FLOAT_, FLOAT -> signed(floating(type), type);
      case DOUBLE_, DOUBLE -> signed(scaled("DOUBLE", type), type);
      case REAL -> signed(scaled("REAL", type), type);
      case NVARCHAR -> varchar(type);
      case NCHAR -> string("CHAR", type);
      case LARGE_BINARY, BLOB -> withDigits("BLOB", type, "length");
      case DATE_TIME, DATETIME, TIMESTAMP, TIME_, TIME ->
          withDigits(super.compileExactly(type), type, "fsp");
      case MYSQL_YEAR -> withDigits("YEAR", type, "display_width");
      case JSON_ -> "JSON";
      case ENUM -> type.isNative() ? listed("ENUM", type, "enums") : super.compileExactly(type);
      case POSTGRESQL_ENUM, MYSQL_ENUM -> listed("ENUM", type, "enums");
      case MYSQL_SET -> listed("SET", type, "values");
      case MYSQL_BIT, POSTGRESQL_BIT -> withLength("BIT", type);
      case MYSQL_TINYTEXT, MYSQL_MEDIUMTEXT, MYSQL_LONGTEXT ->
          characters(type.name().pythonName(), type);
      case MYSQL_TINYBLOB, MYSQL_MEDIUMBLOB, MYSQL_LONGBLOB -> type.name().pythonName();
      case MYSQL_INET4, MYSQL_INET6 -> internetAddress(type);
      default -> super.compileExactly(type);
    };
  }

  private String internetAddress(SqlType type) {
    return dialect.equals("mariadb") ? type.name().pythonName() : super.compileExactly(type);
  }

  private static String integer(String name, SqlType type) {
    return signed(withDigits(name, type, "display_width"), type);
  }

  private static String signed(String name, SqlType type) {
    return name
        + (type.flag("unsigned") ? " UNSIGNED" : "")
        + (type.flag("zerofill") ? " ZEROFILL" : "");
  }

  private static String floating(SqlType type) {
    return type.attribute("scale") == null
        ? withDigits("FLOAT", type, "precision")
        : scaled("FLOAT", type);
  }

  private static String scaled(String name, SqlType type) {
    return type.attribute("scale") == null ? name : numeric(name, type);
  }

  private static String withDigits(String name, SqlType type, String attribute) {
    Object digits = type.attribute(attribute);
    return digits == null ? name : name + "(" + digits + ")";
  }

  @Override
  String varchar(SqlType type) {
    if (type.attribute("length") == null) {
      String name = type.isA(TypeName.NVARCHAR) ? "NVARCHAR" : "VARCHAR";
      throw new CompileException(
          name + " requires a length on dialect " + dialect, "give the type a length");
    }
    return string("VARCHAR", type);
  }

  @Override
  String string(String name, SqlType type) {
    return characters(withDigits(name, type, "length"), type);
  }

  /** The name with the characters the type may have and their order. */
  private static String characters(String name, SqlType type) {
    StringJoiner text = new StringJoiner(" ").add(name);
    Object collation = type.attribute("collation");
    boolean isNational =
        type.flag("national") || type.isA(TypeName.NVARCHAR) || type.isA(TypeName.NCHAR);
    if (isNational) {
      text = new StringJoiner(" ", "NATIONAL ", "").add(name);
    } else {
      addCharacterSet(text, type);
    }
    if (collation != null) {
      text.add("COLLATE " + collation);
    } else if (type.flag("binary")) {
      text.add("BINARY");
    }
    return text.toString();
  }

  private static void addCharacterSet(StringJoiner text, SqlType type) {
    if (type.attribute("charset") != null) {
      text.add("CHARACTER SET " + type.attribute("charset"));
    } else if (type.flag("ascii")) {
      text.add("ASCII");
    } else if (type.flag("unicode")) {
      text.add("UNICODE");
    }
  }

  private static String listed(String name, SqlType type, String attribute) {
    List<?> values = type.attribute(attribute) instanceof List<?> list ? list : List.of();
    return characters(
        values.stream()
            .map(value -> "'" + value.toString().replace("'", "''").replace("\\", "\\\\") + "'")
            .collect(Collectors.joining(",", name + "(", ")")),
        type);
  }

  /**
   * The type to cast to, of which MySQL knows few; null if a cast to it must be left out.
   *
   * @param toFloat whether the server can cast to FLOAT, which SQLAlchemy believes of none until it
   *     is connected
   */
  @Nullable String castTarget(SqlType given, boolean toFloat) {
    SqlType type = given.variants().getOrDefault(dialect, given);
    String target = knownCastTarget(type, toFloat);
    if (target == null) {
      // SQLAlchemy names the type in a warning, and fails where the type has no name.
      compile(type);
    }
    return target;
  }

  private @Nullable String knownCastTarget(SqlType type, boolean toFloat) {
    if (type.isA(TypeName.TYPE_DECORATOR)) {
      return castTarget(implementation(type, Types.NULL), toFloat);
    }
    if (type.isA(TypeName.INTEGER_)) {
      return type.flag("unsigned") ? "UNSIGNED INTEGER" : "SIGNED INTEGER";
    }
    if (type.isA(TypeName.TIMESTAMP) || type.name() == TypeName.INTERVAL) {
      return "DATETIME";
    }
    if (type.isA(TypeName.DATE_TIME)
        || type.isA(TypeName.DATE_)
        || type.isA(TypeName.TIME_)
        || type.isA(TypeName.DECIMAL)) {
      return compile(type);
    }
    if (type.isA(TypeName.STRING)) {
      return stringCastTarget(type);
    }
    if (type.isA(TypeName.BINARY_) || type.isA(TypeName.PICKLE_TYPE)) {
      return "BINARY";
    }
    if (type.isA(TypeName.JSON_)) {
      return "JSON";
    }
    if (type.isA(TypeName.FLOAT_)) {
      return toFloat ? compile(type) : null;
    }
    return type.isA(TypeName.NUMERIC_) ? signed(numeric("DECIMAL", type), type) : null;
  }

  /** A CHAR of the same length; a national one cannot be cast to. */
  private @Nullable String stringCastTarget(SqlType type) {
    if (type.isA(TypeName.CHAR)) {
      return compile(type);
    }
    boolean isListed = type.isA(TypeName.ENUM) && type.isNative();
    if (isListed || type.name() == TypeName.MYSQL_SET) {
      return null;
    }
    String name = withDigits("CHAR", type, "length");
    return type.name().origin() == TypeOrigin.MYSQL
        ? characters(
            name,
            new SqlType(TypeName.MYSQL_CHAR, type.attributes(), Map.of()).with("national", false))
        : name;
  }
}
