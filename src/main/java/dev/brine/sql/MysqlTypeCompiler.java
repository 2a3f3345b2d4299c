package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.List;
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
    return switch (type.name()) {
      case BOOLEAN_, BOOLEAN, MATCH_TYPE -> "BOOL";
      case FLOAT_, FLOAT -> withPrecision("FLOAT", type);
      case NVARCHAR -> "NATIONAL " + varchar(type);
      case NCHAR -> "NATIONAL " + string("CHAR", type);
      case LARGE_BINARY, BLOB -> withLength("BLOB", type);
      case JSON_ -> "JSON";
      case ENUM -> type.flag("native_enum") ? enumeration(type) : super.compileExactly(type);
      default -> super.compileExactly(type);
    };
  }

  private static String withPrecision(String name, SqlType type) {
    Object precision = type.attribute("precision");
    return precision == null ? name : name + "(" + precision + ")";
  }

  @Override
  String varchar(SqlType type) {
    if (type.attribute("length") == null) {
      String name = type.name() == TypeName.NVARCHAR ? "NVARCHAR" : "VARCHAR";
      throw new CompileException(name + " requires a length on dialect " + dialect);
    }
    return string("VARCHAR", type);
  }

  @Override
  String string(String name, SqlType type) {
    Object collation = type.attribute("collation");
    String text = withLength(name, type);
    return collation == null ? text : text + " COLLATE " + collation;
  }

  private static String enumeration(SqlType type) {
    Object values = type.attribute("enums");
    return values instanceof List<?> list
        ? list.stream()
            .map(value -> "'" + value.toString().replace("'", "''") + "'")
            .collect(Collectors.joining(",", "ENUM(", ")"))
        : "ENUM()";
  }

  /** The type to cast to, of which MySQL knows few; null if a cast to it must be left out. */
  @Nullable String castTarget(SqlType given) {
    SqlType type = given.variants().getOrDefault(dialect, given);
    String target = knownCastTarget(type);
    if (target == null) {
      // SQLAlchemy names the type in a warning, and fails where the type has no name.
      compile(type);
    }
    return target;
  }

  private @Nullable String knownCastTarget(SqlType type) {
    if (type.isA(TypeName.TYPE_DECORATOR)) {
      return castTarget(implementation(type, Types.NULL));
    }
    if (type.isA(TypeName.INTEGER_)) {
      return "SIGNED INTEGER";
    }
    if (type.isA(TypeName.TIMESTAMP) || type.isA(TypeName.INTERVAL)) {
      return "DATETIME";
    }
    if (type.isA(TypeName.DATE_TIME)
        || type.isA(TypeName.DATE_)
        || type.isA(TypeName.TIME_)
        || type.isA(TypeName.DECIMAL)
        || type.isA(TypeName.CHAR)) {
      return compile(type);
    }
    if (type.isA(TypeName.STRING)) {
      return type.isA(TypeName.ENUM) ? null : withLength("CHAR", type);
    }
    if (type.isA(TypeName.BINARY_) || type.isA(TypeName.PICKLE_TYPE)) {
      return "BINARY";
    }
    if (type.isA(TypeName.JSON_)) {
      return "JSON";
    }
    // Without a connection SQLAlchemy takes the server for one that cannot cast to FLOAT.
    return type.isA(TypeName.NUMERIC_) && !type.isA(TypeName.FLOAT_)
        ? numeric("DECIMAL", type)
        : null;
  }
}
