package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Extract;
import dev.brine.expr.ForUpdate;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Join;
import dev.brine.expr.MysqlMatch;
import dev.brine.expr.Select;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.TypeOrigin;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** MySQL (rel_2_0_52, {@code dialects/mysql/base.py}). */
class MysqlRules extends DialectRules {

  /** Names of tables are shorter, but names of columns in a result may have this length. */
  private static final int MAX_IDENTIFIER_LENGTH = 255;

  /** What MySQL's manual recommends where there is an OFFSET and no LIMIT. */
  private static final String ALL_ROWS = "18446744073709551615";

  MysqlRules(String name, Set<String> reservedWords) {
    super(name, new IdentifierPreparer("`", reservedWords), new MysqlTypeCompiler(name));
  }

  @Override
  DmlRules dml() {
    return new MysqlDml(name());
  }

  @Override
  int maxIdentifierLength() {
    return MAX_IDENTIFIER_LENGTH;
  }

  @Override
  String booleanText(boolean value) {
    return value ? "true" : "false";
  }

  @Override
  boolean dividesIntegersToIntegers() {
    return false;
  }

  @Override
  LiteralTypes literalTypes() {
    return LiteralTypes.MYSQL;
  }

  /** As long as no connection has told otherwise, backslashes are taken for escapes. */
  @Override
  String escapeLiteral(String literal) {
    return literal.replace("\\", "\\\\");
  }

  /** SQLAlchemy takes such a type for one of MySQL's, which it cannot be. */
  @Override
  void requireSendable(SqlType given) {
    SqlType type = given.variants().getOrDefault(name(), given);
    boolean isDouble = type.isA(TypeName.DOUBLE_) && type.name().origin() != TypeOrigin.MYSQL;
    if (isDouble && type.attribute("precision") != null) {
      throw new CompileException(
          "a DOUBLE of MySQL has both a precision and a scale or neither of them",
          "leave the precision out for this dialect, or use FLOAT");
    }
  }

  @Override
  ConcatenationStyle concatenation() {
    return ConcatenationStyle.FUNCTION;
  }

  @Override
  Fragment isDistinctFrom(ElementCompiler c, BinaryExpression binary, boolean negated) {
    Fragment equal =
        Fragment.of(c.compileApart(binary.left()), " <=> ", c.compileApart(binary.right()));
    return negated ? equal : Fragment.of("NOT (", equal, ")");
  }

  @Override
  Fragment match(ElementCompiler c, BinaryExpression binary) {
    return MysqlMatches.of(c, binary);
  }

  @Override
  Fragment mysqlMatch(ElementCompiler c, MysqlMatch match) {
    return MysqlMatches.of(c, match);
  }

  @Override
  Fragment regexpMatch(ElementCompiler c, BinaryExpression binary, boolean negated) {
    Object flags = binary.modifiers().get("flags");
    if (flags == null) {
      return c.binary(binary, negated ? " NOT REGEXP " : " REGEXP ");
    }
    return regexpMatch(c, binary, negated, c.literal(flags, Types.STRING));
  }

  Fragment regexpMatch(ElementCompiler c, BinaryExpression binary, boolean negated, String flags) {
    return Fragment.of(
        negated ? "NOT REGEXP_LIKE(" : "REGEXP_LIKE(",
        c.compile(binary.left()),
        ", ",
        c.compile(binary.right()),
        ", ",
        flags,
        ")");
  }

  @Override
  Fragment regexpReplace(ElementCompiler c, BinaryExpression binary) {
    Object flags = binary.modifiers().get("flags");
    if (flags != null) {
      return regexpReplace(c, binary, c.literal(flags, Types.STRING));
    }
    return Fragment.of(
        "REGEXP_REPLACE(", c.compile(binary.left()), ", ", c.compile(binary.right()), ")");
  }

  Fragment regexpReplace(ElementCompiler c, BinaryExpression binary, String flags) {
    return Fragment.of(
        "REGEXP_REPLACE(",
        c.compile(binary.left()),
        ", ",
        c.compile(binary.right()),
        ", ",
        flags,
        ")");
  }

  @Override
  Fragment jsonItem(ElementCompiler c, BinaryExpression binary, boolean byPath) {
    return MysqlJson.item(c, binary);
  }

  @Override
  Fragment extract(ElementCompiler c, Extract extract) {
    return extract.field().equals("milliseconds")
        ? super.extract(c, new Extract("millisecond", extract.element()))
        : super.extract(c, extract);
  }

  /** A type that MySQL cannot cast to is left out, cast and all. */
  @Override
  Fragment cast(ElementCompiler c, ColumnElement element, SqlType type) {
    requireSendable(type);
    String text = ((MysqlTypeCompiler) types()).castTarget(type, c.isForServer());
    if (text == null) {
      return c.compile(element.selfGroup());
    }
    return Fragment.of("CAST(", c.compile(element), " AS ", text, ")");
  }

  @Override
  @Nullable Fragment function(ElementCompiler c, FunctionCall call) {
    return switch (FunctionCompiler.lowerName(call)) {
      case "random" -> Fragment.of("rand", FunctionCompiler.argumentsApart(c, call));
      case "sysdate" -> Fragment.of("SYSDATE()");
      case "rollup" ->
          Fragment.of(Fragment.join(", ", call.arguments(), c::compile), " WITH ROLLUP");
      case "aggregate_strings" -> aggregateStrings(c, call);
      default -> null;
    };
  }

  private static Fragment aggregateStrings(ElementCompiler c, FunctionCall call) {
    if (call.arguments().size() != 2) {
      throw new CompileException(
          "aggregate_strings takes an expression and a separator", "call it with both");
    }
    return Fragment.of(
        "group_concat(",
        c.compile(call.arguments().get(0)),
        " SEPARATOR ",
        c.compile(call.arguments().get(1)),
        ")");
  }

  @Override
  Fragment orderedStrings(ElementCompiler c, FunctionCall call, ClauseList order) {
    return Fragment.of(
        "group_concat(",
        c.compile(call.arguments().get(0)),
        " ORDER BY ",
        c.compile(order),
        " SEPARATOR ",
        c.compileLiterally(call.arguments().get(1)),
        ")");
  }

  @Override
  String emptySet(List<SqlType> types) {
    String inner = numbered(types.size(), "1 AS _in_");
    return "SELECT "
        + numbered(types.size(), "_in_")
        + " FROM (SELECT "
        + inner
        + ") as _empty_set WHERE 1!=1";
  }

  private static String numbered(int count, String prefix) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.joining(", "));
  }

  @Override
  String defaultFrom(Select select) {
    return select.where().isEmpty() ? "" : " FROM DUAL";
  }

  @Override
  String joinKeyword(Join join) {
    return join.isFull() || join.isOuter() ? super.joinKeyword(join) : " INNER JOIN ";
  }

  @Override
  Fragment limit(ElementCompiler c, @Nullable ColumnElement limit, @Nullable ColumnElement offset) {
    Fragment skipped = offset == null ? Fragment.EMPTY : Fragment.of(c.compile(offset), ", ");
    return Fragment.of(" \n LIMIT ", skipped, limit == null ? ALL_ROWS : c.compile(limit));
  }

  @Override
  Fragment hinted(Fragment from, String hint) {
    return Fragment.of(from, " ", hint);
  }

  /** Tables can be named since MySQL 8, which is not taken for granted. */
  @Override
  Fragment forUpdate(ElementCompiler c, ForUpdate lock) {
    return RowLocks.clause(c, lock, lock.isRead() ? " LOCK IN SHARE MODE" : " FOR UPDATE", false);
  }
}
