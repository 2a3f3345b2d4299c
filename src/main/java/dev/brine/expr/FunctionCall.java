package dev.brine.expr;

import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * A call of a SQL function: SQLAlchemy's {@code Function} and {@code GenericFunction}.
 *
 * @param packageNames the packages before its name: {@code ["pkg"]} of {@code func.pkg.f()}
 * @param arguments what stands between the parentheses, commas aside
 * @param isGeneric whether it is one of the functions that SQLAlchemy has a class for, such as
 *     {@code count}
 */
public record FunctionCall(
    Name name,
    List<String> packageNames,
    List<ColumnElement> arguments,
    SqlType type,
    boolean isGeneric)
    implements ColumnElement {

  public FunctionCall {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    packageNames = List.copyOf(packageNames);
    arguments = List.copyOf(arguments);
  }

  @Override
  public List<ClauseElement> children() {
    return List.copyOf(arguments);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitFunction(this);
  }
}
