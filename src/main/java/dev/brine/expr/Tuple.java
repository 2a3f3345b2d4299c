package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.List;

/** Values in parentheses that are compared as one: {@code (a, b) IN ((1, 2), (3, 4))}. */
public record Tuple(List<ColumnElement> clauses) implements ColumnElement {

  public Tuple {
    clauses = List.copyOf(clauses);
  }

  @Override
  public SqlType type() {
    return SqlType.of(TypeName.TUPLE_TYPE)
        .with("types", clauses.stream().map(ColumnElement::type).toList());
  }

  /** It has its parentheses already. */
  @Override
  public ColumnElement selfGroup(Operator against) {
    return this;
  }

  @Override
  public List<ClauseElement> children() {
    return List.copyOf(clauses);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitTuple(this);
  }
}
