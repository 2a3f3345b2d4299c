package dev.brine.orm.compile;

import dev.brine.expr.Select;
import dev.brine.sql.ColumnAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The SELECT of Core that one of the ORM became.
 *
 * @param adapter what adapts the columns of the entities to the subquery that they were wrapped in;
 *     null if they were not
 */
record SelectResult(Select select, @Nullable ColumnAdapter adapter) {}
