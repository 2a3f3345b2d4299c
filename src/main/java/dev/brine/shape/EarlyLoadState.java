package dev.brine.shape;

import dev.brine.pickle.PyGlobal;

/** What a loader option is from 0.9 to 1.4 (rel_1_4_54, {@code orm/strategy_options.py}). */
public final class EarlyLoadState {

  public static final PyGlobal UNBOUND = OrmClasses.strategy("_UnboundLoad");

  public static final String CONTEXT = "context";
  public static final String TO_BIND = "_to_bind";
  public static final String IS_CLASS = "is_class_strategy";
  public static final String IS_OPTIONS_ONLY = "is_opts_only";
  public static final String IS_CHAIN_LINK = "_is_chain_link";

  private EarlyLoadState() {}
}
