package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object of a Python class that this library does not know, or knows only without one of the
 * things it holds. It is carried along whole; whoever must understand it fails by name.
 *
 * @param className the dotted path of the Python class
 * @param reason what exactly is not understood, such as a state key; null if it is the class itself
 * @param graph the object as it was read, for the codec alone
 */
public record Opaque(String className, @Nullable String reason, Object graph)
    implements ColumnElement, FromClause, Statement {

  public Opaque {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(graph, "graph");
  }

  /** The arguments of a function, in their parentheses; none where it is no function. */
  public List<ClauseElement> arguments() {
    return graph instanceof Holder holder ? holder.arguments(this) : List.of();
  }

  /** What an object was read as, if it tells of the elements in it. */
  public interface Holder {
    /** The arguments of a function; none where it is no function. */
    List<ClauseElement> arguments(Opaque element);
  }

  @Override
  public SqlType type() {
    return Types.NULL;
  }

  @Override
  public List<ColumnRef> columns() {
    return List.of();
  }

  @Override
  public List<ClauseElement> children() {
    return List.of();
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitOpaque(this);
  }

  @Override
  public String toString() {
    return reason == null ? className : className + " (" + reason + ")";
  }
}
