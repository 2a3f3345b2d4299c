package dev.brine.expr;

import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives the labels and parameters in an element that have made-up names others that none has yet.
 * Names that two dumps hold may be the same, so what is to stand in a statement of another dump
 * needs names of its own. Not thread-safe; one for each element.
 */
public final class FreshNames extends Rewriter {

  private final Map<String, AnonymousName> names = new HashMap<>();

  private Name fresh(Name name) {
    return name instanceof AnonymousName anonymous
        ? names.computeIfAbsent(
            anonymous.template(), template -> AnonymousName.fresh(anonymous.base()))
        : name;
  }

  @Override
  public ClauseElement visitLabel(Label label) {
    Label changed = (Label) super.visitLabel(label);
    return changed.name() instanceof AnonymousName
        ? new Label(fresh(changed.name()), changed.element(), changed.type())
        : changed;
  }

  @Override
  public ClauseElement visitBindParameter(BindParameter bind) {
    if (!(bind.key() instanceof AnonymousName)) {
      return bind;
    }
    return new BindParameter(
        fresh(bind.key()),
        bind.value(),
        bind.type(),
        bind.isRequired(),
        bind.isUnique(),
        bind.isExpanding(),
        bind.expandOperator(),
        bind.isLiteralExecute(),
        bind.isOutParameter(),
        bind.isLimitOrOffset());
  }
}
