package dev.brine.sql;

import dev.brine.expr.BinaryExpression;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.schema.SqlType;
import org.jspecify.annotations.Nullable;

/** What a dialect's own spellings are made with. */
interface ElementCompiler {

  /** An element where the one that is being compiled stands. */
  Fragment compile(ClauseElement element);

  /** An element as if it stood by itself; for the places where SQLAlchemy forgets the scope. */
  Fragment compileApart(ClauseElement element);

  /** An element where values are put into the text just before it is run. */
  Fragment compileLiterally(ClauseElement element);

  /** Left operand, text, right operand. */
  Fragment binary(BinaryExpression binary, String operator);

  /** Like {@link #binary}, but in parentheses where it is an operand itself. */
  Fragment eagerlyGroupedBinary(BinaryExpression binary, String operator);

  Fragment cast(ColumnElement element, SqlType type);

  /** A FROM element, or a column, as it is named elsewhere in the statement. */
  Fragment nameOf(ClauseElement from);

  /** Whether the statement that is being compiled stands within another. */
  boolean isSubquery();

  /** Whether a server of today is going to run it: {@link CompileOptions#forServer}. */
  boolean isForServer();

  /** A value as SQL text. */
  String literal(@Nullable Object value, SqlType type);
}
