package dev.brine.expr;

import dev.brine.schema.Name;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    implements ColumnElement, WindowFunction {

  public FunctionCall {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    packageNames = List.copyOf(packageNames);
    arguments = List.copyOf(arguments);
  }

  /** The function that SQLAlchemy has a class for; null if it has none. */
  public @Nullable GenericFunction generic() {
    return isGeneric ? GenericFunction.byExactName(name.text()) : null;
  }

  /** {@code within_group(…)}: the values it picks from, in their order. */
  public WithinGroup withinGroup(Object... orderBy) {
    return WithinGroup.of(this, orderBy);
  }

  /** An array is put in parentheses before an index. */
  @Override
  public ColumnElement selfGroup(Operator against) {
    return against == StandardOperator.GETITEM && type.affinity() == TypeName.ARRAY
        ? Grouping.of(this)
        : Groups.plain(this, against);
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
