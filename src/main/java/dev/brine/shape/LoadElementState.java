package dev.brine.shape;

import dev.brine.expr.LoadElement.Kind;
import dev.brine.pickle.PyGlobal;

/** What a part of a loader option is in 2.0 (rel_2_0_58, {@code orm/strategy_options.py}). */
public final class LoadElementState {

  public static final String PATH = "path";
  public static final String STRATEGY = "strategy";
  public static final String OPTIONS = "local_opts";
  public static final String CRITERIA = "_extra_criteria";
  public static final String PROPAGATES = "propagate_to_loaders";
  public static final String RECONCILE = "_reconcile_to_other";
  public static final String OF_TYPE = "_of_type";
  public static final String POLYMORPHIC_PATH = "_path_with_polymorphic_path";

  /** The strategy of {@code with_expression()}, and the option in which up to 2.0.24 it is. */
  public static final String QUERY_EXPRESSION = "query_expression";

  public static final String EXPRESSION = "expression";

  private LoadElementState() {}

  /** The class of a kind of element. */
  public static PyGlobal classOf(Kind kind) {
    return OrmClasses.strategy(
        switch (kind) {
          case ATTRIBUTE -> "_AttributeStrategyLoad";
          case TOKEN -> "_TokenStrategyLoad";
          case CLASS -> "_ClassStrategyLoad";
        });
  }
}
