package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.AggregateOrderBy;
import dev.brine.expr.ArrayLiteral;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.Cast;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.CompoundKeyword;
import dev.brine.expr.Extract;
import dev.brine.expr.ForUpdate;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Join;
import dev.brine.expr.MysqlMatch;
import dev.brine.expr.Operator;
import dev.brine.expr.Select;
import dev.brine.expr.SelectTail;
import dev.brine.expr.Slice;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.UnaryExpression;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the default dialect spells what dialects spell differently; a dialect overrides what is its
 * own. SQLAlchemy's {@code SQLCompiler} and {@code DefaultDialect} (rel_2_0_52, {@code
 * sql/compiler.py}, {@code engine/default.py}). Without state.
 */
class DialectRules {

  private static final int NO_LIMIT_ON_IDENTIFIERS = 9999;
  private static final BindNames BIND_NAMES = new BindNames();

  private final String name;
  private final IdentifierPreparer identifiers;
  private final TypeCompiler types;

  DialectRules(String name) {
    this(name, new IdentifierPreparer("\"", ReservedWords.DEFAULT), new TypeCompiler());
  }

  DialectRules(String name, IdentifierPreparer identifiers, TypeCompiler types) {
    this.name = name;
    this.identifiers = identifiers;
    this.types = types;
  }

  final String name() {
    return name;
  }

  final IdentifierPreparer identifiers() {
    return identifiers;
  }

  final TypeCompiler types() {
    return types;
  }

  BindNames bindNames() {
    return BIND_NAMES;
  }

  int maxIdentifierLength() {
    return NO_LIMIT_ON_IDENTIFIERS;
  }

  /** Whether a boolean column may stand as a condition by itself. */
  boolean hasBooleans() {
    return false;
  }

  /** What {@code true} and {@code false} are written as. */
  String booleanText(boolean value) {
    return value ? "1" : "0";
  }

  /** Whether {@code /} of two integers gives an integer. */
  boolean dividesIntegersToIntegers() {
    return true;
  }

  /** Whether a list of tuples in an IN is introduced by VALUES. */
  boolean introducesTuplesByValues() {
    return false;
  }

  /** The type's own rules for values written as text, before the dialect's escapes. */
  LiteralTypes literalTypes() {
    return LiteralTypes.DEFAULT;
  }

  /** What is done to every value that is written as text. */
  String escapeLiteral(String literal) {
    return literal;
  }

  /**
   * Checks that values of a type can be sent.
   *
   * @throws CompileException if SQLAlchemy cannot make the type one of the dialect's
   */
  void requireSendable(SqlType type) {
    // Nearly every type is.
  }

  /**
   * The cast that a parameter of this type is followed by.
   *
   * @param isTyped whether parameters are sent with their types, so that most need one
   */
  String bindCast(SqlType type, boolean isTyped) {
    return "";
  }

  // --- operators

  Fragment trueDivision(ElementCompiler c, BinaryExpression binary) {
    if (!dividesIntegersToIntegers()) {
      return c.binary(binary, " / ");
    }
    SqlType type = binary.right().type();
    SqlType numeric = type.affinity() == TypeName.NUMERIC_ ? type : Types.NUMERIC;
    return Fragment.of(c.compile(binary.left()), " / ", c.cast(binary.right(), numeric));
  }

  Fragment floorDivision(ElementCompiler c, BinaryExpression binary) {
    Fragment quotient = Fragment.of(c.compile(binary.left()), " / ", c.compile(binary.right()));
    boolean isIntegral =
        dividesIntegersToIntegers()
            && binary.left().type().affinity() == TypeName.INTEGER_
            && binary.right().type().affinity() == TypeName.INTEGER_;
    return isIntegral ? quotient : Fragment.of("FLOOR(", quotient, ")");
  }

  ConcatenationStyle concatenation() {
    return ConcatenationStyle.PIPES;
  }

  /** An operator with a spelling of its own; null for the common spelling. */
  @Nullable Fragment binary(ElementCompiler c, BinaryExpression binary, StandardOperator operator) {
    return null;
  }

  /** An operator before one operand with a spelling of its own; null for the common spelling. */
  @Nullable Fragment unary(ElementCompiler c, UnaryExpression unary, Operator operator) {
    return null;
  }

  /** An operand of a LIKE that ignores case. */
  Fragment caseless(Fragment operand) {
    return Fragment.of("lower(", operand, ")");
  }

  /** The keyword for a LIKE whose operands have been through {@link #caseless}. */
  String caselessLike() {
    return "LIKE";
  }

  Fragment isDistinctFrom(ElementCompiler c, BinaryExpression binary, boolean negated) {
    return c.binary(binary, negated ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ");
  }

  Fragment bitwiseXor(ElementCompiler c, BinaryExpression binary) {
    return c.binary(binary, " ^ ");
  }

  Fragment match(ElementCompiler c, BinaryExpression binary) {
    return c.binary(binary, " MATCH ");
  }

  /** {@code MATCH … AGAINST} of several columns. */
  Fragment mysqlMatch(ElementCompiler c, MysqlMatch match) {
    throw unsupported("MySQL's MATCH of several columns");
  }

  Fragment regexpMatch(ElementCompiler c, BinaryExpression binary, boolean negated) {
    throw new CompileException(
        name + " dialect does not support regular expressions",
        "compile for a dialect that has them, or use like()");
  }

  Fragment regexpReplace(ElementCompiler c, BinaryExpression binary) {
    throw new CompileException(
        name + " dialect does not support regular expression replacements",
        "compile for a dialect that has them, or call a function of the database's");
  }

  /** An item of a JSON value, or what lies at a path in it. */
  Fragment jsonItem(ElementCompiler c, BinaryExpression binary, boolean byPath) {
    throw unsupported(binary.operator());
  }

  /** An item of an array. */
  Fragment arrayItem(ElementCompiler c, BinaryExpression binary) {
    throw unsupported(binary.operator());
  }

  final CompileException unsupported(Operator operator) {
    String what =
        operator instanceof StandardOperator known ? known.pythonName() : operator.toString();
    return unsupported("the operator " + what);
  }

  /** {@code CAST(… AS …)}; the element is compiled where the cast stands. */
  Fragment cast(ElementCompiler c, ColumnElement element, SqlType type) {
    String typeText = types.compile(type);
    int collation = typeText.lastIndexOf(" COLLATE ");
    String bare = collation < 0 ? typeText : typeText.substring(0, collation);
    String rest = collation < 0 ? "" : typeText.substring(collation);
    return Fragment.of("CAST(", c.compile(element), " AS ", bare, ")", rest);
  }

  /** Whether this function is called without parentheses where it has no arguments. */
  boolean omitsParentheses(String functionName) {
    return false;
  }

  /** {@code TRY_CAST}, which only one dialect has. */
  Fragment tryCast(ElementCompiler c, Cast cast) {
    throw unsupported("TRY_CAST");
  }

  /** A part of a time. */
  Fragment extract(ElementCompiler c, Extract extract) {
    return Fragment.of("EXTRACT(", extract.field(), " FROM ", c.compile(extract.element()), ")");
  }

  /** The name of a collation. */
  String collation(String name) {
    return identifiers.quote(Name.of(name));
  }

  /** Whether the distances of a window's frame are put into the text just before it is run. */
  boolean writesFramesOut() {
    return false;
  }

  // --- arrays

  Fragment arrayLiteral(ElementCompiler c, ArrayLiteral array) {
    throw unsupported("an array literal");
  }

  Fragment slice(ElementCompiler c, Slice slice) {
    throw unsupported("a slice of an array");
  }

  Fragment aggregateOrderBy(ElementCompiler c, AggregateOrderBy aggregate) {
    throw unsupported("an ORDER BY within an aggregate");
  }

  final CompileException unsupported(String what) {
    return new CompileException(
        "the dialect " + name + " can't render " + what, "compile for a dialect that has it");
  }

  /** A function with a spelling of its own; null for the common spelling. */
  @Nullable Fragment function(ElementCompiler c, FunctionCall call) {
    return null;
  }

  /**
   * Whether the rows of an aggregate are put in order behind it, by WITHIN GROUP, and not within
   * its parentheses.
   */
  boolean ordersBehindAggregates() {
    return false;
  }

  /** {@code aggregate_strings()}, of two arguments at least, of its rows in an order. */
  Fragment orderedStrings(ElementCompiler c, FunctionCall call, ClauseList order) {
    throw unsupported("aggregate_strings() of rows in an order");
  }

  /** How rows are changed. */
  DmlRules dml() {
    return DmlRules.DEFAULT;
  }

  // --- the empty list of an IN

  /** What stands between the parentheses of an IN whose list is empty. */
  String emptyList(List<SqlType> types, @Nullable Operator operator) {
    if (operator != StandardOperator.IN && operator != StandardOperator.NOT_IN) {
      return emptySet(types);
    }
    String nulls = String.join(", ", Collections.nCopies(types.size(), "NULL"));
    String row = types.size() > 1 ? "(" + nulls + ")" : nulls;
    return operator == StandardOperator.IN ? row + ") AND (1 != 1" : row + ") OR (1 = 1";
  }

  /** A SELECT without rows. */
  String emptySet(List<SqlType> types) {
    throw new CompileException(
        "Dialect '" + name + "' does not support empty set expression.",
        "leave the IN of an empty list out");
  }

  // --- clauses

  /** The SELECT that is written in the place of one that the dialect cannot say as it is. */
  Select restructured(Select select) {
    return select;
  }

  /** What stands between SELECT and the columns. */
  Fragment beforeColumns(ElementCompiler c, Select select) {
    return select.isDistinct() ? Fragment.of("DISTINCT") : Fragment.EMPTY;
  }

  /** A FROM element with a hint. */
  Fragment hinted(Fragment from, String hint) {
    return from;
  }

  /** OFFSET and FETCH. */
  Fragment fetch(ElementCompiler c, SelectTail tail) {
    return RowLimits.fetch(tail, c::compile);
  }

  /** How rows are locked. */
  Fragment forUpdate(ElementCompiler c, ForUpdate lock) {
    return Fragment.of(" FOR UPDATE");
  }

  /** What is written behind SELECT of the hints that are about its FROM elements. */
  Fragment selectHint(Collection<String> hints) {
    return Fragment.EMPTY;
  }

  /** The word before the CTEs. */
  String cteKeyword(boolean isRecursive) {
    return isRecursive ? "WITH RECURSIVE" : "WITH";
  }

  /** What stands between the SELECTs of a UNION. */
  String compoundKeyword(CompoundKeyword keyword) {
    return keyword.spelling();
  }

  /** Whether a label of a selected column stands for it in ORDER BY. */
  boolean ordersByLabel() {
    return true;
  }

  /** Whether an ORDER BY is written; a database may have no use for that of a subquery. */
  boolean keepsOrderBy(SelectTail tail, boolean isSubquery) {
    return true;
  }

  /** FROM of a SELECT that has none. */
  String defaultFrom(Select select) {
    return "";
  }

  /** A function behind FROM. */
  Fragment functionInFrom(FunctionCall call, Fragment text) {
    return text;
  }

  /** What stands behind the alias of a function that is selected as a value. */
  String columnValue() {
    return "";
  }

  /** What stands before the name of an alias in FROM. */
  String asAlias() {
    return " AS ";
  }

  String joinKeyword(Join join) {
    if (join.isFull()) {
      return " FULL OUTER JOIN ";
    }
    return join.isOuter() ? " LEFT OUTER JOIN " : " JOIN ";
  }

  /** What takes a part of the rows; one of the three is there. */
  Fragment rowLimit(ElementCompiler c, SelectTail tail) {
    return tail.fetch() == null ? limit(c, tail.limit(), tail.offset()) : fetch(c, tail);
  }

  /** LIMIT and OFFSET, of which at least one is there. */
  Fragment limit(ElementCompiler c, @Nullable ColumnElement limit, @Nullable ColumnElement offset) {
    Fragment first = limit == null ? Fragment.EMPTY : Fragment.of("\n LIMIT ", c.compile(limit));
    if (offset == null) {
      return first;
    }
    return Fragment.of(limit == null ? "\n LIMIT -1" : first, " OFFSET ", c.compile(offset));
  }
}
