package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * The names of types, as CAST wants them: SQLAlchemy's {@code GenericTypeCompiler} (rel_2_0_52,
 * {@code sql/compiler.py}). A dialect overrides what it calls otherwise. Without state.
 */
class TypeCompiler {

  private static final int UUID_TEXT_LENGTH = 32;

  private final String dialect;

  TypeCompiler() {
    this("default");
  }

  TypeCompiler(String dialect) {
    this.dialect = dialect;
  }

  /** The type's name. */
  final String compile(SqlType type) {
    SqlType variant = type.variants().get(dialect);
    return compileExactly(variant == null ? type : variant);
  }

  String compileExactly(SqlType type) {
    return switch (type.name().rendered()) {
      case STRING, UNICODE, VARCHAR -> varchar(type);
      case NVARCHAR -> string("NVARCHAR", type);
      case CHAR -> string("CHAR", type);
      case NCHAR -> string("NCHAR", type);
      case TEXT_, UNICODE_TEXT, TEXT -> string("TEXT", type);
      case CLOB -> "CLOB";
      case ORACLE_NCLOB -> "NCLOB";
      case INTEGER_, INTEGER -> "INTEGER";
      case SMALL_INTEGER, SMALLINT -> "SMALLINT";
      case BIG_INTEGER, BIGINT -> "BIGINT";
      case NUMERIC_, NUMERIC -> numeric("NUMERIC", type);
      case DECIMAL -> numeric("DECIMAL", type);
      case FLOAT_, FLOAT -> "FLOAT";
      case DOUBLE_, DOUBLE -> "DOUBLE";
      case DOUBLE_PRECISION -> "DOUBLE PRECISION";
      case REAL -> "REAL";
      case BOOLEAN_, BOOLEAN, MATCH_TYPE -> "BOOLEAN";
      case DATE_, DATE -> "DATE";
      case DATE_TIME, DATETIME -> "DATETIME";
      case TIMESTAMP, MSSQL_TIMESTAMP -> "TIMESTAMP";
      case TIME_, TIME -> "TIME";
      case INTERVAL -> compile(Types.DATE_TIME);
      case LARGE_BINARY, BLOB -> "BLOB";
      case BINARY -> bytes("BINARY", type);
      case VARBINARY -> bytes("VARBINARY", type);
      case PICKLE_TYPE -> compile(implementation(type, Types.LARGE_BINARY));
      case ENUM -> varchar(type);
      case UUID_ -> uuid(type);
      case UUID -> "UUID";
      case OPAQUE -> taught(type);
      case TYPE_DECORATOR -> compile(implementation(type, Types.NULL));
      case NULL_TYPE ->
          throw new CompileException(
              "Can't generate DDL for NullType(); did you forget to specify a type on this"
                  + " Column?",
              "give the expression a type");
      default -> throw unsupported(type);
    };
  }

  /** What {@link CustomRenderers} call it. */
  private String taught(SqlType type) {
    if (type.attribute("sql") instanceof String name) {
      return name;
    }
    throw unsupported(type);
  }

  final CompileException unsupported(SqlType type) {
    return new CompileException(
        "the dialect " + dialect + " can't render the type " + nameOf(type),
        type.name() == TypeName.OPAQUE
            ? "tell its name by CustomRenderers.withType(\"" + nameOf(type) + "\", …)"
            : "give the type a variant for the dialect, or compile for a database that has it");
  }

  private static String nameOf(SqlType type) {
    Object pythonClass = type.attribute("class");
    return pythonClass == null ? type.name().qualifiedName() : pythonClass.toString();
  }

  static SqlType implementation(SqlType type, SqlType fallback) {
    return type.attribute("impl") instanceof SqlType impl ? impl : fallback;
  }

  /** A string type that has a length at most. */
  String varchar(SqlType type) {
    return string("VARCHAR", type);
  }

  String uuid(SqlType type) {
    return string("CHAR", Types.string(UUID_TEXT_LENGTH));
  }

  String string(String name, SqlType type) {
    Object collation = type.attribute("collation");
    String text = withLength(name, type);
    return collation == null ? text : text + " COLLATE \"" + collation + "\"";
  }

  static String withLength(String name, SqlType type) {
    Long length = number(type, "length");
    return length == null || length == 0 ? name : name + "(" + length + ")";
  }

  static String numeric(String name, SqlType type) {
    Object precision = type.attribute("precision");
    Object scale = type.attribute("scale");
    if (precision == null) {
      return name;
    }
    return scale == null
        ? name + "(" + precision + ")"
        : name + "(" + precision + ", " + scale + ")";
  }

  /** SQL Server alone takes {@code max} for a length. */
  private String bytes(String name, SqlType type) {
    if (type.attribute("length") instanceof String) {
      throw unsupported(type);
    }
    return withLength(name, type);
  }

  static @Nullable Long number(SqlType type, String attribute) {
    return type.attribute(attribute) instanceof Number number ? (Long) number.longValue() : null;
  }
}
