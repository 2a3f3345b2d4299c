package dev.brine.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * SELECTs put together: {@code a UNION b}. SQLAlchemy's {@code CompoundSelect}.
 *
 * @param selects at least one, in parentheses where they need them
 * @param labelStyle how the columns of the first are named, unless it is the default
 */
public record CompoundSelect(
    CompoundKeyword keyword,
    List<Statement> selects,
    SelectTail tail,
    LabelStyle labelStyle,
    StatementOptions options)
    implements GenerativeSelect<CompoundSelect> {

  public CompoundSelect {
    Objects.requireNonNull(keyword, "keyword");
    selects = List.copyOf(selects);
    Objects.requireNonNull(tail, "tail");
    Objects.requireNonNull(labelStyle, "labelStyle");
    Objects.requireNonNull(options, "options");
    if (selects.isEmpty()) {
      throw new IllegalArgumentException("a compound select has at least one select");
    }
  }

  static CompoundSelect of(CompoundKeyword keyword, SelectBase first, SelectBase... others) {
    List<Statement> selects = new ArrayList<>();
    selects.add(operand(first));
    for (SelectBase other : others) {
      selects.add(operand(other));
    }
    return new CompoundSelect(
        keyword, selects, SelectTail.EMPTY, LabelStyle.DISAMBIGUATE_ONLY, StatementOptions.NONE);
  }

  /** A plain SELECT without an order or a limit needs no parentheses. */
  private static SelectBase operand(SelectBase select) {
    boolean isPlain =
        select instanceof Select plain && !plain.tail().limitsRows() && plain.orderBy().isEmpty();
    return isPlain ? select : select.selfGroup();
  }

  @Override
  public List<ColumnElement> selectedColumns() {
    return selects.get(0).selectedColumns();
  }

  /** {@code set_label_style(style)}: it is the first SELECT that names the columns. */
  @Override
  public CompoundSelect setLabelStyle(LabelStyle style) {
    if (style == labelStyle || !(selects.get(0) instanceof SelectBase first)) {
      return this;
    }
    List<Statement> changed = new ArrayList<>(selects);
    changed.set(0, first.setLabelStyle(style));
    return new CompoundSelect(keyword, changed, tail, labelStyle, options);
  }

  @Override
  public CompoundSelect withTail(SelectTail other) {
    return new CompoundSelect(keyword, selects, other, labelStyle, options);
  }

  @Override
  public CompoundSelect withOptions(StatementOptions other) {
    return new CompoundSelect(keyword, selects, tail, labelStyle, other);
  }

  @Override
  public List<ClauseElement> children() {
    List<ClauseElement> children = new ArrayList<>(selects);
    children.addAll(tail.children());
    children.addAll(options.children());
    return List.copyOf(children);
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitCompoundSelect(this);
  }
}
