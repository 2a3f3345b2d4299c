package dev.brine.expr;

import dev.brine.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Some of a table's rows: {@code users AS name TABLESAMPLE bernoulli(10) REPEATABLE (7)}.
 *
 * @param sampling the function that picks them
 * @param seed what makes it pick the same ones again; null for none
 */
public record TableSample(
    FromClause element, Name name, FunctionCall sampling, @Nullable ColumnElement seed)
    implements AliasedReturnsRows {

  public TableSample {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sampling, "sampling");
  }

  /** The same, giving the same rows each time: {@code tablesample(…, seed=seed)}. */
  public TableSample seed(ColumnElement number) {
    return new TableSample(element, name, sampling, number);
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(List.of(element, sampling));
    if (seed != null) {
      children.add(seed);
    }
    return List.copyOf(children);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitTableSample(this);
  }
}
