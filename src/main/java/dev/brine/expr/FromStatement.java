package dev.brine.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Entities from the rows of a statement of any kind, {@code select(User).from_statement(text)}:
 * SQLAlchemy's {@code FromStatement} (rel_2_0_58, {@code orm/context.py}).
 *
 * @param columns the entities and values that a row holds
 * @param element what gives the rows
 * @param adaptsOnNames whether columns are found in it by their names
 * @param options what it carries beside
 */
public record FromStatement(
    List<ClauseElement> columns, Statement element, boolean adaptsOnNames, StatementOptions options)
    implements Statement {

  public FromStatement {
    columns = List.copyOf(columns);
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(options, "options");
  }

  /** {@code options(…)}: how attributes are loaded. */
  public FromStatement options(ExecutableOption... added) {
    return new FromStatement(columns, element, adaptsOnNames, options.withLoaderOptions(added));
  }

  @Override
  public List<ColumnElement> selectedColumns() {
    return SelectIterable.of(columns);
  }

  @Override
  public LabelStyle labelStyle() {
    return element.labelStyle();
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(columns);
    children.add(element);
    children.addAll(options.children());
    return children;
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitFromStatement(this);
  }
}
