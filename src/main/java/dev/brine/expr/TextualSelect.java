package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT that somebody wrote, with the columns it gives: {@code text("…").columns(…)}.
 * SQLAlchemy's {@code TextualSelect}.
 *
 * @param columns what it gives, so that it can be selected from and values be decoded
 * @param isPositional whether the columns are those of the text in this order; else they are found
 *     by their names
 * @param options CTEs of its own and execution options; it has no others
 */
public record TextualSelect(
    TextClause element, List<ColumnElement> columns, boolean isPositional, StatementOptions options)
    implements SelectBase {

  public TextualSelect {
    Objects.requireNonNull(element, "element");
    columns = List.copyOf(columns);
    Objects.requireNonNull(options, "options");
  }

  /** {@code text.columns(*columns, **types)}: a type replaces that of a column of the same key. */
  static TextualSelect of(
      TextClause text, List<? extends ColumnElement> columns, Map<String, SqlType> types) {
    Map<String, SqlType> left = new LinkedHashMap<>(types);
    List<ColumnElement> all = new ArrayList<>();
    for (ColumnElement column : columns) {
      SqlType type = column instanceof ColumnRef ref ? left.remove(ref.key()) : null;
      all.add(type == null ? column : Sql.column(((ColumnRef) column).key(), type));
    }
    left.forEach((name, type) -> all.add(Sql.column(name, type)));
    return new TextualSelect(
        text, all, !columns.isEmpty() && left.isEmpty(), StatementOptions.NONE);
  }

  /** {@code bindparams(bindparam(…), …)}. */
  public TextualSelect bindparams(BindParameter... given) {
    return new TextualSelect(element.bindparams(given), columns, isPositional, options);
  }

  /** {@code add_cte(cte, …)}: CTEs that the text refers to. */
  public TextualSelect addCte(Cte... ctes) {
    IndependentCte[] added =
        Stream.of(ctes).map(cte -> new IndependentCte(cte, false)).toArray(IndependentCte[]::new);
    return withOptions(options.withCtes(added));
  }

  /** {@code execution_options(…)}. */
  public TextualSelect executionOptions(Map<String, ? extends @Nullable Object> added) {
    return withOptions(options.withExecutionOptions(added));
  }

  private TextualSelect withOptions(StatementOptions changed) {
    return new TextualSelect(element, columns, isPositional, changed);
  }

  @Override
  public List<ColumnElement> selectedColumns() {
    return columns;
  }

  @Override
  public LabelStyle labelStyle() {
    return LabelStyle.NONE;
  }

  /** The text names its columns itself. */
  @Override
  public TextualSelect setLabelStyle(LabelStyle style) {
    return this;
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(columns);
    children.add(element);
    options.ctes().forEach(each -> children.add(each.cte()));
    return List.copyOf(children);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitTextualSelect(this);
  }
}
