package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ClauseList;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Extract;
import dev.brine.expr.ForUpdate;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Operator;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import dev.brine.schema.Types;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SQLite (rel_2_0_52, {@code dialects/sqlite/base.py}). */
final class SqliteRules extends DialectRules {

  /**
   * What {@code strftime} calls the parts of a time. Some it has no name for are let pass, and give
   * NULL.
   */
  private static final Map<String, String> TIME_FORMATS =
      Map.ofEntries(
          Map.entry("year", "%Y"),
          Map.entry("month", "%m"),
          Map.entry("day", "%d"),
          Map.entry("hour", "%H"),
          Map.entry("minute", "%M"),
          Map.entry("second", "%S"),
          Map.entry("doy", "%j"),
          Map.entry("dow", "%w"),
          Map.entry("week", "%W"),
          Map.entry("epoch", "%s"),
          Map.entry("quarter", "quarter"),
          Map.entry("milliseconds", "milliseconds"),
          Map.entry("microseconds", "microseconds"),
          Map.entry("timezone_hour", "timezone_hour"),
          Map.entry("timezone_minute", "timezone_minute"));

  SqliteRules() {
    super("sqlite", new IdentifierPreparer("\"", ReservedWords.SQLITE), new SqliteTypeCompiler());
  }

  @Override
  DmlRules dml() {
    return new SqliteDml();
  }

  @Override
  boolean introducesTuplesByValues() {
    return true;
  }

  @Override
  LiteralTypes literalTypes() {
    return LiteralTypes.SQLITE;
  }

  @Override
  Fragment trueDivision(ElementCompiler c, BinaryExpression binary) {
    return Fragment.of(c.compile(binary.left()), " / (", c.compile(binary.right()), " + 0.0)");
  }

  @Override
  Fragment isDistinctFrom(ElementCompiler c, BinaryExpression binary, boolean negated) {
    return Fragment.of(
        c.compileApart(binary.left()),
        negated ? " IS " : " IS NOT ",
        c.compileApart(binary.right()));
  }

  /** SQLite has no such operator: {@code a ^ b} is {@code (a | b) - (a & b)}. */
  @Override
  Fragment bitwiseXor(ElementCompiler c, BinaryExpression binary) {
    return Fragment.of(
        "(",
        c.eagerlyGroupedBinary(binary, " | "),
        " - ",
        c.eagerlyGroupedBinary(binary, " & "),
        ")");
  }

  @Override
  Fragment regexpMatch(ElementCompiler c, BinaryExpression binary, boolean negated) {
    return c.binary(binary, negated ? " NOT REGEXP " : " REGEXP ");
  }

  @Override
  Fragment jsonItem(ElementCompiler c, BinaryExpression binary, boolean byPath) {
    Fragment item =
        Fragment.of(
            "JSON_EXTRACT(", c.compile(binary.left()), ", ", c.compile(binary.right()), ")");
    return binary.type().affinity() == TypeName.JSON_
        ? Fragment.of("JSON_QUOTE(", item, ")")
        : item;
  }

  @Override
  Fragment extract(ElementCompiler c, Extract extract) {
    String format = TIME_FORMATS.get(extract.field());
    if (format == null) {
      throw new CompileException(
          extract.field() + " is not a valid extract argument.",
          "compile for a dialect that has it, or call strftime()");
    }
    return Fragment.of(
        "CAST(STRFTIME('" + format + "', ", c.compile(extract.element()), ") AS INTEGER)");
  }

  @Override
  @Nullable Fragment function(ElementCompiler c, FunctionCall call) {
    return switch (FunctionCompiler.lowerName(call)) {
      case "now" -> Fragment.of("CURRENT_TIMESTAMP");
      case "localtimestamp" -> Fragment.of("DATETIME(CURRENT_TIMESTAMP, 'localtime')");
      case "char_length" -> Fragment.of("length", FunctionCompiler.argumentsApart(c, call));
      case "aggregate_strings" ->
          Fragment.of("group_concat", FunctionCompiler.argumentsApart(c, call));
      default -> null;
    };
  }

  @Override
  Fragment orderedStrings(ElementCompiler c, FunctionCall call, ClauseList order) {
    return FunctionCompiler.stringsOrdered(c, "group_concat", call, order);
  }

  @Override
  String emptyList(List<SqlType> types, @Nullable Operator operator) {
    return emptySet(types);
  }

  @Override
  String emptySet(List<SqlType> types) {
    String ones = String.join(", ", Collections.nCopies(Math.max(types.size(), 1), "1"));
    return "SELECT " + ones + " FROM (SELECT " + ones + ") WHERE 1!=1";
  }

  @Override
  Fragment limit(ElementCompiler c, @Nullable ColumnElement limit, @Nullable ColumnElement offset) {
    Fragment first =
        limit == null
            ? offset == null ? Fragment.EMPTY : Fragment.of("\n LIMIT ", c.compileApart(number(-1)))
            : Fragment.of("\n LIMIT ", c.compile(limit));
    Fragment second = offset == null ? c.compile(number(0)) : c.compile(offset);
    return Fragment.of(first, " OFFSET ", second);
  }

  /** SQLite locks the whole database. */
  @Override
  Fragment forUpdate(ElementCompiler c, ForUpdate lock) {
    return Fragment.EMPTY;
  }

  private static BindParameter number(long value) {
    return BindParameter.unique("param", value, Types.INTEGER);
  }
}
