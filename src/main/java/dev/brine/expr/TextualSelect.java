package dev.brine.expr;

import dev.brine.schema.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A SELECT that somebody wrote, with the columns it gives: {@code text("…").columns(…)}.
 * SQLAlchemy's {@code TextualSelect}.
 *
 * @param columns what it gives, so that it can be selected from and values be decoded
 * @param isPositional whether the columns are those of the text in this order; else they are found
 *     by their names
 */
public record TextualSelect(TextClause element, List<ColumnElement> columns, boolean isPositional)
    implements SelectBase {

  public TextualSelect {
    Objects.requireNonNull(element, "element");
    columns = List.copyOf(columns);
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
    return new TextualSelect(text, all, !columns.isEmpty() && left.isEmpty());
  }

  /** {@code bindparams(bindparam(…), …)}. */
  public TextualSelect bindparams(BindParameter... given) {
    return new TextualSelect(element.bindparams(given), columns, isPositional);
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
    return List.copyOf(children);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitTextualSelect(this);
  }
}
