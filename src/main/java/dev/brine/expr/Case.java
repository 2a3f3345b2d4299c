package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code CASE WHEN … THEN … ELSE … END}; with a value, {@code CASE value WHEN …}.
 *
 * @param value what each condition is compared with; null where each is a condition of its own
 * @param otherwise the result where none holds; null for NULL
 */
public record Case(
    @Nullable ColumnElement value,
    List<When> whens,
    @Nullable ColumnElement otherwise,
    SqlType type)
    implements ColumnElement {

  /** One condition, or value to be equal to, and the result if it holds. */
  public record When(ColumnElement condition, ColumnElement result) {

    public When {
      Objects.requireNonNull(condition, "condition");
      Objects.requireNonNull(result, "result");
    }
  }

  public Case {
    whens = List.copyOf(whens);
    Objects.requireNonNull(type, "type");
  }

  static Case of(@Nullable Object value, Object condition, @Nullable Object result) {
    ColumnElement compared = value == null ? null : Coercions.expression(value);
    return of(compared, List.of(whenOf(condition, result)), null);
  }

  private static Case of(
      @Nullable ColumnElement value, List<When> whens, @Nullable ColumnElement otherwise) {
    return new Case(value, whens, otherwise, typeOf(whens, otherwise));
  }

  private static When whenOf(@Nullable Object condition, @Nullable Object result) {
    return new When(Coercions.expression(condition).selfGroup(), Coercions.expression(result));
  }

  /** One more condition and its result. */
  public Case when(@Nullable Object condition, @Nullable Object result) {
    return of(value, Coercions.append(whens, Stream.of(whenOf(condition, result))), otherwise);
  }

  /** {@code else_=…}: the result where no condition holds; null for none. */
  public Case else_(@Nullable Object result) {
    return of(value, whens, result == null ? null : Coercions.expression(result));
  }

  /** The type of the last result whose type is known. */
  public static SqlType typeOf(List<When> whens, @Nullable ColumnElement otherwise) {
    for (int i = whens.size() - 1; i >= 0; i--) {
      SqlType type = whens.get(i).result().type();
      if (!type.isNull()) {
        return type;
      }
    }
    return otherwise == null ? Types.NULL : otherwise.type();
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>();
    if (value != null) {
      children.add(value);
    }
    for (When when : whens) {
      children.add(when.condition());
      children.add(when.result());
    }
    if (otherwise != null) {
      children.add(otherwise);
    }
    return children;
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitCase(this);
  }
}
