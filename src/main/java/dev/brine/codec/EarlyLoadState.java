package dev.brine.codec;

import dev.brine.pickle.PyGlobal;

/** What a loader option is from 0.9 to 1.4 (rel_1_4_54, {@code orm/strategy_options.py}). */
final class EarlyLoadState {

  static final PyGlobal UNBOUND = OrmClasses.strategy("_UnboundLoad");

  static final String CONTEXT = "context";
  static final String TO_BIND = "_to_bind";
  static final String IS_CLASS = "is_class_strategy";
  static final String IS_OPTIONS_ONLY = "is_opts_only";
  static final String IS_CHAIN_LINK = "_is_chain_link";

  private EarlyLoadState() {}
}
