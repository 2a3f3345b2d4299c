package dev.brine.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a statement that changes rows is going to be run.
 *
 * @param isTopLevel whether it stands in no other statement
 * @param isInCte whether it stands in a CTE, where parameters have names of their own
 * @param isForMany whether it is run for many sets of parameters
 * @param columnKeys the names of the parameters it is run with; null if it is only looked at
 */
record CrudContext(
    boolean isTopLevel, boolean isInCte, boolean isForMany, @Nullable List<String> columnKeys) {}
