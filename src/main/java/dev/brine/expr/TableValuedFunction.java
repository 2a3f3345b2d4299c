package dev.brine.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A call of a function that gives a table: SQLAlchemy's {@code Function} where its type is a {@code
 * TableValueType}. It stands under a {@link TableValuedAlias}.
 *
 * @param declared the columns of the table, as they were named when it was made
 * @param hasOrdinality whether the last of them counts the rows: {@code WITH ORDINALITY}
 */
public record TableValuedFunction(
    FunctionCall call, List<ColumnRef> declared, boolean hasOrdinality) implements FromClause {

  public TableValuedFunction {
    Objects.requireNonNull(call, "call");
    declared = List.copyOf(declared);
  }

  TableValuedFunction withOrdinality(String column) {
    List<ColumnRef> all = new ArrayList<>(declared);
    all.add(Sql.column(column));
    return new TableValuedFunction(call, all, true);
  }

  @Override
  public List<ColumnRef> columns() {
    return declared;
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(List.of(call));
    children.addAll(declared);
    return List.copyOf(children);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitTableValuedFunction(this);
  }
}
