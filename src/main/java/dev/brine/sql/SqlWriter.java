package dev.brine.sql;

import dev.brine.expr.ClauseElement;
import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the SQL that a {@link CustomRenderer} writes, piece by piece. Not thread-safe; good for one
 * rendering.
 */
public final class SqlWriter {

  private final StatementCompiler compiler;
  private final Compilation compilation;
  private final List<Object> pieces = new ArrayList<>();

  SqlWriter(StatementCompiler compiler, Compilation compilation) {
    this.compiler = compiler;
    this.compilation = compilation;
  }

  /** What the SQL is for. */
  public Dialect dialect() {
    return compilation.dialect();
  }

  /** Text as the database is to see it; never to be made of user input. */
  public SqlWriter text(String sql) {
    pieces.add(sql);
    return this;
  }

  /** An element, as it is written where this one stands: {@code compiler.process(element)}. */
  public SqlWriter element(ClauseElement element) {
    pieces.add(compiled(element));
    return this;
  }

  /**
   * A FROM element as it is written behind FROM: {@code compiler.process(element, asfrom=True)}.
   */
  public SqlWriter from(ClauseElement element) {
    pieces.add(compiler.within(compiler.scope().from(true), () -> compiled(element)));
    return this;
  }

  /** Elements with a separator between them. */
  public SqlWriter elements(String separator, List<? extends ClauseElement> elements) {
    pieces.add(Fragment.join(separator, elements, this::compiled));
    return this;
  }

  /** A name, in quotes where the dialect needs them. */
  public SqlWriter identifier(String name) {
    return text(compilation.rules().identifiers().quote(Name.of(name)));
  }

  /** A value as SQL text: {@code render_literal_value(value, type)}. */
  public SqlWriter literal(@Nullable Object value, SqlType type) {
    return text(compiler.literal(value, type));
  }

  /** A type as it is written in a CAST. */
  public SqlWriter type(SqlType type) {
    return text(compilation.rules().types().compile(type));
  }

  /** What is in a custom element was not measured with the statement. */
  private Fragment compiled(ClauseElement element) {
    return SqlCompiler.withinStack(element, () -> compiler.compile(element));
  }

  Fragment fragment() {
    return Fragment.of(pieces.toArray());
  }
}
