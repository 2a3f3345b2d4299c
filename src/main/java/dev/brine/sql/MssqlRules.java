package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BindParameter;
import dev.brine.expr.Cast;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Extract;
import dev.brine.expr.Fetch;
import dev.brine.expr.ForUpdate;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Select;
import dev.brine.expr.SelectTail;
import dev.brine.expr.StandardOperator;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SQL Server (rel_2_0_52, {@code dialects/mssql/base.py} and {@code pyodbc.py}). As long as no
 * connection has told otherwise, SQLAlchemy takes the server for an old one without OFFSET.
 */
final class MssqlRules extends DialectRules {

  private static final int MAX_IDENTIFIER_LENGTH = 128;

  MssqlRules() {
    super("mssql", new MssqlIdentifiers(), new MssqlTypeCompiler());
  }

  /** SQLAlchemy cannot make MySQL's class one of this dialect's. */
  @Override
  void requireSendable(SqlType type) {
    if (type.name() == TypeName.MYSQL_SET) {
      throw types().unsupported(type);
    }
  }

  @Override
  int maxIdentifierLength() {
    return MAX_IDENTIFIER_LENGTH;
  }

  @Override
  DmlRules dml() {
    return new MssqlDml();
  }

  @Override
  LiteralTypes literalTypes() {
    return LiteralTypes.MSSQL;
  }

  @Override
  ConcatenationStyle concatenation() {
    return ConcatenationStyle.PLUS;
  }

  /** A parameter is moved to the right side, where the server can tell its type. */
  @Override
  @Nullable Fragment binary(ElementCompiler c, BinaryExpression binary, StandardOperator operator) {
    boolean isTurned =
        operator == StandardOperator.EQ
            && binary.left() instanceof BindParameter
            && !(binary.right() instanceof BindParameter);
    return isTurned
        ? c.binary(
            new BinaryExpression(
                binary.right().selfGroup(operator),
                operator,
                binary.left().selfGroup(operator),
                binary.type(),
                null,
                binary.modifiers()),
            " = ")
        : null;
  }

  @Override
  Fragment trueDivision(ElementCompiler c, BinaryExpression binary) {
    return Fragment.of(c.compile(binary.left()), " / (", c.compile(binary.right()), " + 0.0)");
  }

  /** Unlike {@code =}, INTERSECT takes NULL for equal to NULL. */
  @Override
  Fragment isDistinctFrom(ElementCompiler c, BinaryExpression binary, boolean negated) {
    return Fragment.of(
        negated ? "EXISTS (SELECT " : "NOT EXISTS (SELECT ",
        c.compileApart(binary.left()),
        " INTERSECT SELECT ",
        c.compileApart(binary.right()),
        ")");
  }

  @Override
  Fragment match(ElementCompiler c, BinaryExpression binary) {
    return Fragment.of(
        "CONTAINS (", c.compile(binary.left()), ", ", c.compile(binary.right()), ")");
  }

  @Override
  Fragment jsonItem(ElementCompiler c, BinaryExpression binary, boolean byPath) {
    return MssqlJson.item(c, binary);
  }

  @Override
  Fragment tryCast(ElementCompiler c, Cast cast) {
    String type = types().compile(cast.type());
    return Fragment.of("TRY_CAST (", c.compile(cast.element()), " AS " + type + ")");
  }

  @Override
  Fragment extract(ElementCompiler c, Extract extract) {
    String part =
        switch (extract.field()) {
          case "doy" -> "dayofyear";
          case "dow" -> "weekday";
          case "milliseconds" -> "millisecond";
          case "microseconds" -> "microsecond";
          default -> extract.field();
        };
    return Fragment.of("DATEPART(" + part + ", ", c.compile(extract.element()), ")");
  }

  @Override
  boolean writesFramesOut() {
    return true;
  }

  /** The names of collations are no identifiers here. */
  @Override
  String collation(String name) {
    return name;
  }

  @Override
  @Nullable Fragment function(ElementCompiler c, FunctionCall call) {
    return switch (FunctionCompiler.lowerName(call)) {
      case "now" -> Fragment.of("CURRENT_TIMESTAMP");
      case "current_date" -> Fragment.of("GETDATE()");
      case "length", "char_length" -> Fragment.of("LEN", FunctionCompiler.arguments(c, call));
      case "pow" -> FunctionCompiler.power(c, "POWER", call);
      case "aggregate_strings" -> aggregateStrings(c, call);
      default -> null;
    };
  }

  @Override
  boolean ordersBehindAggregates() {
    return true;
  }

  @Override
  Fragment orderedStrings(ElementCompiler c, FunctionCall call, ClauseList order) {
    return FunctionCompiler.stringsWithinGroup(c, "string_agg", call, order);
  }

  private static Fragment aggregateStrings(ElementCompiler c, FunctionCall call) {
    if (call.arguments().size() < 2) {
      throw new CompileException(
          "aggregate_strings takes an expression and a separator", "call it with both");
    }
    return Fragment.of(
        "string_agg(",
        c.compile(call.arguments().get(0)),
        ", ",
        c.compileLiterally(call.arguments().get(1)),
        ")");
  }

  @Override
  String emptySet(List<SqlType> types) {
    return "SELECT 1 WHERE 1!=1";
  }

  @Override
  Fragment beforeColumns(ElementCompiler c, Select select) {
    List<Fragment> words = new ArrayList<>();
    words.add(super.beforeColumns(c, select));
    if (usesTop(select.tail())) {
      words.add(top(c, select.tail()));
    }
    return Fragment.join(" ", words, word -> word);
  }

  private static Fragment top(ElementCompiler c, SelectTail tail) {
    Fetch fetch = tail.fetch();
    return Fragment.of(
        "TOP ",
        c.compileLiterally(Objects.requireNonNull(numberOfRows(tail))),
        fetch != null && fetch.isPercent() ? " PERCENT" : "",
        fetch != null && fetch.hasTies() ? " WITH TIES" : "");
  }

  private static @Nullable ColumnElement numberOfRows(SelectTail tail) {
    return tail.fetch() == null ? tail.limit() : tail.fetch().count();
  }

  /** A plain number of rows is said by TOP; of a FETCH only what cannot be said otherwise. */
  private static boolean usesTop(SelectTail tail) {
    Fetch fetch = tail.fetch();
    return tail.offset() == null
        && RowLimits.isPlain(numberOfRows(tail))
        && (fetch == null || fetch.isPercent() || fetch.hasTies());
  }

  /** An ORDER BY in a subquery is an error, unless it says which rows TOP takes. */
  @Override
  boolean keepsOrderBy(SelectTail tail, boolean isSubquery) {
    return !isSubquery || usesTop(tail);
  }

  /** A SELECT was rewritten by {@link #restructured}; of a UNION SQLAlchemy limits nothing. */
  @Override
  Fragment rowLimit(ElementCompiler c, SelectTail tail) {
    return Fragment.EMPTY;
  }

  @Override
  Select restructured(Select select) {
    return select.tail().limitsRows() && !usesTop(select.tail())
        ? MssqlRowNumbers.rewrite(select)
        : select;
  }

  @Override
  Fragment hinted(Fragment from, String hint) {
    return Fragment.of(from, " ", hint);
  }

  @Override
  String cteKeyword(boolean isRecursive) {
    return "WITH";
  }

  /** Rows are locked by hints. */
  @Override
  Fragment forUpdate(ElementCompiler c, ForUpdate lock) {
    return Fragment.EMPTY;
  }
}
