package dev.brine.codec;

import dev.brine.expr.LoadElement.Kind;
import dev.brine.pickle.PyGlobal;

/** What a part of a loader option is in 2.0 (rel_2_0_58, {@code orm/strategy_options.py}). */
final class LoadElementState {

  static final String PATH = "path";
  static final String STRATEGY = "strategy";
  static final String OPTIONS = "local_opts";
  static final String CRITERIA = "_extra_criteria";
  static final String PROPAGATES = "propagate_to_loaders";
  static final String RECONCILE = "_reconcile_to_other";
  static final String OF_TYPE = "_of_type";
  static final String POLYMORPHIC_PATH = "_path_with_polymorphic_path";

  private LoadElementState() {}

  /** The class of a kind of element. */
  static PyGlobal classOf(Kind kind) {
    return OrmClasses.strategy(
        switch (kind) {
          case ATTRIBUTE -> "_AttributeStrategyLoad";
          case TOKEN -> "_TokenStrategyLoad";
          case CLASS -> "_ClassStrategyLoad";
        });
  }
}
