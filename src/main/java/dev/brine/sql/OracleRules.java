package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.CompoundKeyword;
import dev.brine.expr.Fetch;
import dev.brine.expr.ForUpdate;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Operator;
import dev.brine.expr.Select;
import dev.brine.expr.SelectTail;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.UnaryExpression;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Oracle from version 12 on (rel_2_0_52, {@code dialects/oracle/base.py} and {@code cx_oracle.py}).
 */
final class OracleRules extends DialectRules {

  private static final int MAX_IDENTIFIER_LENGTH = 128;

  private static final IdentifierPreparer IDENTIFIERS =
      new IdentifierPreparer("\"", ReservedWords.ORACLE).quotingAtStart("_");

  private static final BindNames BIND_NAMES = new OracleBindNames(IDENTIFIERS);

  private static final Set<String> WITHOUT_PARENTHESES =
      Set.of("UID", "CURRENT_DATE", "SYSDATE", "USER", "CURRENT_TIME", "CURRENT_TIMESTAMP");

  OracleRules() {
    super("oracle", IDENTIFIERS, new OracleTypeCompiler());
  }

  /** SQLAlchemy cannot make MySQL's class one of this dialect's. */
  @Override
  void requireSendable(SqlType type) {
    if (type.name() == TypeName.MYSQL_SET) {
      throw types().unsupported(type);
    }
  }

  @Override
  BindNames bindNames() {
    return BIND_NAMES;
  }

  @Override
  int maxIdentifierLength() {
    return MAX_IDENTIFIER_LENGTH;
  }

  @Override
  DmlRules dml() {
    return new OracleDml();
  }

  @Override
  boolean dividesIntegersToIntegers() {
    return false;
  }

  @Override
  LiteralTypes literalTypes() {
    return LiteralTypes.ORACLE;
  }

  @Override
  @Nullable Fragment binary(ElementCompiler c, BinaryExpression binary, StandardOperator operator) {
    return switch (operator) {
      case MOD -> call(c, "mod", binary);
      case BITWISE_AND -> call(c, "BITAND", binary);
      case BITWISE_OR -> call(c, "BITOR", binary);
      case BITWISE_LSHIFT, BITWISE_RSHIFT -> throw refused(operator);
      default -> null;
    };
  }

  @Override
  Fragment bitwiseXor(ElementCompiler c, BinaryExpression binary) {
    return call(c, "BITXOR", binary);
  }

  private static Fragment call(ElementCompiler c, String function, BinaryExpression binary) {
    return Fragment.of(
        function, "(", c.compile(binary.left()), ", ", c.compile(binary.right()), ")");
  }

  @Override
  @Nullable Fragment unary(ElementCompiler c, UnaryExpression unary, Operator operator) {
    if (operator == StandardOperator.BITWISE_NOT) {
      throw refused(StandardOperator.BITWISE_NOT);
    }
    return super.unary(c, unary, operator);
  }

  private static CompileException refused(StandardOperator operator) {
    String name = operator.name().toLowerCase(Locale.ROOT);
    return new CompileException(
        "Cannot compile " + name + " in oracle", "compile for a dialect that has it");
  }

  /** Unlike {@code =}, DECODE takes NULL for equal to NULL. */
  @Override
  Fragment isDistinctFrom(ElementCompiler c, BinaryExpression binary, boolean negated) {
    return Fragment.of(
        "DECODE(",
        c.compileApart(binary.left()),
        ", ",
        c.compileApart(binary.right()),
        negated ? ", 0, 1) = 0" : ", 0, 1) = 1");
  }

  @Override
  Fragment match(ElementCompiler c, BinaryExpression binary) {
    return Fragment.of(
        "CONTAINS (", c.compileApart(binary.left()), ", ", c.compileApart(binary.right()), ")");
  }

  @Override
  Fragment regexpMatch(ElementCompiler c, BinaryExpression binary, boolean negated) {
    return Fragment.of(negated ? "NOT " : "", regexp(c, "REGEXP_LIKE(", binary));
  }

  @Override
  Fragment regexpReplace(ElementCompiler c, BinaryExpression binary) {
    return regexp(c, "REGEXP_REPLACE(", binary);
  }

  private static Fragment regexp(ElementCompiler c, String start, BinaryExpression binary) {
    Object flags = binary.modifiers().get("flags");
    return Fragment.of(
        start,
        c.compile(binary.left()),
        ", ",
        c.compile(binary.right()),
        flags == null ? "" : ", " + c.literal(flags, Types.STRING),
        ")");
  }

  @Override
  boolean omitsParentheses(String functionName) {
    return WITHOUT_PARENTHESES.contains(functionName.toUpperCase(Locale.ROOT));
  }

  @Override
  @Nullable Fragment function(ElementCompiler c, FunctionCall call) {
    return switch (FunctionCompiler.lowerName(call)) {
      case "now" -> Fragment.of("CURRENT_TIMESTAMP");
      case "char_length" -> Fragment.of("LENGTH", FunctionCompiler.arguments(c, call));
      case "pow" -> FunctionCompiler.power(c, "POWER", call);
      case "aggregate_strings" -> Fragment.of("LISTAGG", FunctionCompiler.arguments(c, call));
      default -> null;
    };
  }

  @Override
  boolean ordersBehindAggregates() {
    return true;
  }

  @Override
  Fragment orderedStrings(ElementCompiler c, FunctionCall call, ClauseList order) {
    return FunctionCompiler.stringsWithinGroup(c, "LISTAGG", call, order);
  }

  @Override
  String emptySet(List<SqlType> types) {
    return "SELECT 1 FROM DUAL WHERE 1!=1";
  }

  @Override
  boolean ordersByLabel() {
    return false;
  }

  @Override
  String defaultFrom(Select select) {
    return " FROM DUAL";
  }

  @Override
  Fragment functionInFrom(FunctionCall call, Fragment text) {
    return FunctionCompiler.lowerName(call).equals("table")
        ? text
        : Fragment.of("TABLE (", text, ")");
  }

  @Override
  String columnValue() {
    return ".COLUMN_VALUE";
  }

  @Override
  String asAlias() {
    return " ";
  }

  /** Plain numbers are put into the text, for the optimizer looks at them. */
  @Override
  Fragment rowLimit(ElementCompiler c, SelectTail tail) {
    ColumnElement limit = tail.limit();
    SelectTail fetching = limit == null ? tail : tail.withFetch(Fetch.of(limit));
    return RowLimits.fetch(
        fetching,
        number -> RowLimits.isPlain(number) ? c.compileLiterally(number) : c.compile(number));
  }

  @Override
  Fragment selectHint(Collection<String> hints) {
    return Fragment.join(" ", List.copyOf(hints), hint -> Fragment.of("/*+ " + hint + " */"));
  }

  @Override
  String cteKeyword(boolean isRecursive) {
    return "WITH";
  }

  @Override
  String compoundKeyword(CompoundKeyword keyword) {
    return keyword == CompoundKeyword.EXCEPT ? "MINUS" : super.compoundKeyword(keyword);
  }

  /** Rows that a subquery gives are not locked. */
  @Override
  Fragment forUpdate(ElementCompiler c, ForUpdate lock) {
    return c.isSubquery() ? Fragment.EMPTY : RowLocks.oracle(c, lock);
  }
}
