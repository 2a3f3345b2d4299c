/**
 * Expressions to SQL text and binds, exactly as SQLAlchemy 2.0's compiler prints them (rel_2_0_52):
 * {@link dev.brine.sql.SqlCompiler} makes a {@link dev.brine.sql.Compiled} for a {@link
 * dev.brine.sql.Dialect}. A dialect is a small overlay over the default one.
 */
@NullMarked
package dev.brine.sql;

import org.jspecify.annotations.NullMarked;
