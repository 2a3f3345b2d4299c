package dev.brine.expr;

import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An ordered-set aggregate: {@code percentile_cont(0.5) WITHIN GROUP (ORDER BY x)}. */
public record WithinGroup(ColumnElement element, List<ColumnElement> orderBy)
    implements ColumnElement, WindowFunction {

  public WithinGroup {
    Objects.requireNonNull(element, "element");
    orderBy = List.copyOf(orderBy);
  }

  static WithinGroup of(ColumnElement function, Object... orderBy) {
    return new WithinGroup(function, Coercions.byList(orderBy));
  }

  /** That of the first value it orders by, if the function is one that picks a value. */
  @Override
  public SqlType type() {
    GenericFunction picking = element instanceof FunctionCall call ? call.generic() : null;
    if (picking == null || !picking.isOrderedSet() || orderBy.isEmpty()) {
      return element.type();
    }
    SqlType value = ordered(orderBy.get(0)).type();
    boolean picksMany =
        picking != GenericFunction.MODE && ((FunctionCall) element).arguments().size() > 1;
    return picksMany ? SqlType.of(TypeName.ARRAY).with("item_type", value) : value;
  }

  /** A value without the DESC and the like behind it. */
  private static ColumnElement ordered(ColumnElement entry) {
    ColumnElement bare = entry;
    while (bare instanceof UnaryExpression unary && unary.modifier() != null) {
      bare = unary.element();
    }
    return bare;
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(List.of(element));
    children.addAll(orderBy);
    return children;
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitWithinGroup(this);
  }
}
