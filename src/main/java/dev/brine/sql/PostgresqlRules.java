package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.AggregateOrderBy;
import dev.brine.expr.ArrayLiteral;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.Cast;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ForUpdate;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Grouping;
import dev.brine.expr.Select;
import dev.brine.expr.SelectTail;
import dev.brine.expr.Slice;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL (rel_2_0_52, {@code dialects/postgresql/base.py} and {@code psycopg2.py}). */
class PostgresqlRules extends DialectRules {

  private static final int MAX_IDENTIFIER_LENGTH = 63;

  PostgresqlRules(String name, Set<String> reservedWords) {
    this(name, new IdentifierPreparer("\"", reservedWords));
  }

  PostgresqlRules(String name, IdentifierPreparer identifiers) {
    super(name, identifiers, new PostgresqlTypeCompiler());
  }

  @Override
  DmlRules dml() {
    return new PostgresqlDml(name());
  }

  @Override
  int maxIdentifierLength() {
    return MAX_IDENTIFIER_LENGTH;
  }

  @Override
  boolean hasBooleans() {
    return true;
  }

  @Override
  String booleanText(boolean value) {
    return value ? "true" : "false";
  }

  @Override
  LiteralTypes literalTypes() {
    return LiteralTypes.POSTGRESQL;
  }

  /** As long as no connection has told otherwise, backslashes are taken for escapes. */
  @Override
  String escapeLiteral(String literal) {
    return literal.replace("\\", "\\\\");
  }

  @Override
  void requireSendable(SqlType type) {
    if (type.name() == TypeName.MYSQL_ENUM) {
      throw new CompileException(
          "the dialect " + name() + " can't send values of the type " + type.name().qualifiedName(),
          "give the type a variant for the dialect");
    }
  }

  @Override
  String bindCast(SqlType type, boolean isTyped) {
    return PostgresqlBindCasts.cast(type, isTyped, types());
  }

  @Override
  Fragment caseless(Fragment operand) {
    return operand;
  }

  @Override
  String caselessLike() {
    return "ILIKE";
  }

  @Override
  Fragment bitwiseXor(ElementCompiler c, BinaryExpression binary) {
    return c.binary(binary, " # ");
  }

  @Override
  Fragment match(ElementCompiler c, BinaryExpression binary) {
    Object configuration = binary.modifiers().get("postgresql_regconfig");
    Fragment left = c.compile(binary.left());
    String start = configuration == null ? "" : c.literal(configuration, Types.STRING) + ", ";
    return Fragment.of(left, " @@ plainto_tsquery(", start, c.compile(binary.right()), ")");
  }

  @Override
  Fragment regexpMatch(ElementCompiler c, BinaryExpression binary, boolean negated) {
    String operator = negated ? "!~" : "~";
    Object flags = binary.modifiers().get("flags");
    if (flags == null) {
      return c.binary(binary, " " + operator + " ");
    }
    if (flags.equals("i")) {
      return c.binary(binary, " " + operator + "* ");
    }
    return Fragment.of(
        c.compile(binary.left()),
        " " + operator + " CONCAT('(?', ",
        c.literal(flags, Types.STRING),
        ", ')', ",
        c.compile(binary.right()),
        ")");
  }

  @Override
  Fragment regexpReplace(ElementCompiler c, BinaryExpression binary) {
    Object flags = binary.modifiers().get("flags");
    return Fragment.of(
        "REGEXP_REPLACE(",
        c.compile(binary.left()),
        ", ",
        c.compile(binary.right()),
        flags == null ? "" : ", " + c.literal(flags, Types.STRING),
        ")");
  }

  /** An item that is not wanted as JSON is taken out as text and cast. */
  @Override
  Fragment jsonItem(ElementCompiler c, BinaryExpression binary, boolean byPath) {
    if (binary.type().affinity() == TypeName.JSON_) {
      if (!byPath && binary.left().type().isA(TypeName.POSTGRESQL_JSONB)) {
        return subscript(c, binary);
      }
      return c.eagerlyGroupedBinary(binary, byPath ? " #> " : " -> ");
    }
    Fragment text = c.eagerlyGroupedBinary(binary, byPath ? " #>> " : " ->> ");
    return Fragment.of("CAST(", text, " AS ", types().compile(binary.type()), ")");
  }

  /** As PostgreSQL 14 and later have it of JSONB alone. */
  private static Fragment subscript(ElementCompiler c, BinaryExpression binary) {
    ColumnElement left = binary.left();
    boolean isGrouped = left instanceof FunctionCall || left instanceof Cast;
    return Fragment.of(
        c.compile(isGrouped ? Grouping.of(left) : left), "[", c.compile(binary.right()), "]");
  }

  @Override
  Fragment arrayItem(ElementCompiler c, BinaryExpression binary) {
    return Fragment.of(c.compile(binary.left()), "[", c.compile(binary.right()), "]");
  }

  /** An empty array says its type, if that is known. */
  @Override
  Fragment arrayLiteral(ElementCompiler c, ArrayLiteral array) {
    boolean isTyped = array.type().attribute("item_type") instanceof SqlType item && !item.isNull();
    return array.clauses().isEmpty() && isTyped
        ? Fragment.of("ARRAY[]::" + types().compile(array.type()))
        : Fragment.of("ARRAY[", Fragment.join(", ", array.clauses(), c::compile), "]");
  }

  @Override
  Fragment slice(ElementCompiler c, Slice slice) {
    return Fragment.of(c.compile(slice.start()), ":", c.compile(slice.stop()));
  }

  @Override
  Fragment aggregateOrderBy(ElementCompiler c, AggregateOrderBy aggregate) {
    return Fragment.of(
        c.compile(aggregate.element()), " ORDER BY ", c.compile(aggregate.orderBy()));
  }

  @Override
  @Nullable Fragment function(ElementCompiler c, FunctionCall call) {
    List<ColumnElement> arguments = call.arguments();
    return switch (FunctionCompiler.lowerName(call)) {
      case "aggregate_strings" ->
          Fragment.of("string_agg", FunctionCompiler.argumentsApart(c, call));
      case "pow" -> FunctionCompiler.power(c, "power", call);
      case "substring" -> arguments.size() < 2 ? null : substring(c, arguments);
      default -> null;
    };
  }

  @Override
  Fragment orderedStrings(ElementCompiler c, FunctionCall call, ClauseList order) {
    return FunctionCompiler.stringsOrdered(c, "string_agg", call, order);
  }

  private static Fragment substring(ElementCompiler c, List<ColumnElement> arguments) {
    Fragment start =
        Fragment.of(
            "SUBSTRING(", c.compile(arguments.get(0)), " FROM ", c.compile(arguments.get(1)));
    return arguments.size() > 2
        ? Fragment.of(start, " FOR ", c.compile(arguments.get(2)), ")")
        : Fragment.of(start, ")");
  }

  @Override
  String emptySet(List<SqlType> types) {
    StringBuilder columns = new StringBuilder();
    for (SqlType type : types.isEmpty() ? List.of(Types.INTEGER) : types) {
      columns.append(columns.length() == 0 ? "" : ", ");
      String cast = types().compile(type.isNull() ? Types.INTEGER : type);
      columns.append("CAST(NULL AS ").append(cast).append(")");
    }
    return "SELECT " + columns + " WHERE 1!=1";
  }

  @Override
  Fragment limit(ElementCompiler c, @Nullable ColumnElement limit, @Nullable ColumnElement offset) {
    Fragment first = limit == null ? Fragment.EMPTY : Fragment.of(" \n LIMIT ", c.compile(limit));
    if (offset == null) {
      return first;
    }
    return Fragment.of(limit == null ? "\n LIMIT ALL" : first, " OFFSET ", c.compile(offset));
  }

  @Override
  Fragment beforeColumns(ElementCompiler c, Select select) {
    return select.distinctOn().isEmpty()
        ? super.beforeColumns(c, select)
        : Fragment.of("DISTINCT ON (", Fragment.join(", ", select.distinctOn(), c::compile), ")");
  }

  /** The only hint there is. */
  @Override
  Fragment hinted(Fragment from, String hint) {
    if (!hint.toUpperCase(Locale.ROOT).equals("ONLY")) {
      throw new CompileException("Unrecognized hint: '" + hint + "'", "the hint is ONLY");
    }
    return Fragment.of("ONLY ", from);
  }

  @Override
  Fragment fetch(ElementCompiler c, SelectTail tail) {
    return RowLimits.fetch(tail, number -> Fragment.of("(", c.compile(number), ")"));
  }

  @Override
  Fragment forUpdate(ElementCompiler c, ForUpdate lock) {
    String strength = lock.isKeyShare() ? " FOR NO KEY UPDATE" : " FOR UPDATE";
    if (lock.isRead()) {
      strength = lock.isKeyShare() ? " FOR KEY SHARE" : " FOR SHARE";
    }
    return RowLocks.clause(c, lock, strength, true);
  }
}
