package dev.brine.schema;

import static dev.brine.schema.TypeName.Attribute.attribute;

import dev.brine.schema.TypeName.Attribute;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arguments that several type classes share, with their defaults (rel_2_0_52, {@code
 * sql/sqltypes.py}, {@code dialects/mysql/types.py}).
 */
final class TypeArguments {

  static final List<Attribute> LENGTH = List.of(attribute("length"));

  static final List<Attribute> STRING = List.of(attribute("length"), attribute("collation"));

  static final List<Attribute> NUMERIC =
      List.of(
          attribute("precision"),
          attribute("scale"),
          attribute("decimal_return_scale"),
          attribute("asdecimal", true));

  static final List<Attribute> FLOAT =
      List.of(
          attribute("precision"), attribute("asdecimal", false), attribute("decimal_return_scale"));

  static final List<Attribute> TIMEZONE = List.of(attribute("timezone", false));

  static final List<Attribute> TIMEZONE_AND_PRECISION = and(TIMEZONE, attribute("precision"));

  /** How SQLite keeps a moment as text, and the regular expression that reads it. */
  static final List<Attribute> SQLITE_FORMAT =
      List.of(attribute("storage_format"), attribute("regexp"));

  static final List<Attribute> JSON = List.of(attribute("none_as_null", false));

  static final List<Attribute> UUID =
      List.of(attribute("as_uuid", true), attribute("native_uuid", true));

  static final List<Attribute> BOOLEAN =
      List.of(attribute("create_constraint", false), attribute("name"));

  static final List<Attribute> ENUM =
      List.of(
          attribute("length"),
          attribute("collation"),
          attribute("enums", List.of()),
          attribute("enum_class"),
          attribute("values"),
          attribute("name"),
          attribute("native_enum", true),
          attribute("create_constraint", false),
          attribute("validate_strings", false),
          attribute("values_callable"),
          attribute("omit_aliases", true),
          attribute("schema"),
          attribute("inherit_schema", false));

  static final List<Attribute> DOMAIN =
      List.of(
          attribute("data_type"),
          attribute("default"),
          attribute("collation"),
          attribute("constraint_name"),
          attribute("not_null"),
          attribute("check"),
          attribute("create_type", true),
          attribute("name"),
          attribute("schema"),
          attribute("inherit_schema", false));

  static final List<Attribute> MYSQL_CHARACTERS =
      List.of(
          attribute("charset"),
          attribute("ascii", false),
          attribute("unicode", false),
          attribute("binary", false),
          attribute("national", false));

  static final List<Attribute> MYSQL_STRING = and(STRING, MYSQL_CHARACTERS);

  static final List<Attribute> MYSQL_NATIONAL =
      List.of(
          attribute("length"),
          attribute("collation"),
          attribute("charset"),
          attribute("ascii", false),
          attribute("unicode", false),
          attribute("binary", false),
          attribute("national", true));

  static final List<Attribute> MYSQL_SIGN =
      List.of(attribute("unsigned", false), attribute("zerofill", false));

  static final List<Attribute> MYSQL_INTEGER = and(List.of(attribute("display_width")), MYSQL_SIGN);

  static final List<Attribute> MYSQL_NUMERIC = and(NUMERIC, MYSQL_SIGN);

  static final List<Attribute> MYSQL_FLOAT = and(and(FLOAT, attribute("scale")), MYSQL_SIGN);

  static final List<Attribute> MYSQL_TIME = and(TIMEZONE, attribute("fsp"));

  private TypeArguments() {}

  static List<Attribute> and(List<Attribute> some, Attribute more) {
    return and(some, List.of(more));
  }

  static List<Attribute> and(List<Attribute> some, List<Attribute> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
