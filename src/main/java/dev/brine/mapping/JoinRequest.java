package dev.brine.mapping;

import dev.brine.expr.ColumnElement;
import dev.brine.expr.FromClause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a relationship's join before it is worked out.
 *
 * @param name the relationship as messages name it
 * @param foreignKeys the columns to be taken for foreign keys; empty to go by the tables
 * @param remoteSide the columns of the far side; empty to work them out
 * @param viewonly whether nothing is ever written along it, which allows for more
 */
record JoinRequest(
    String name,
    Mapper parent,
    Mapper target,
    @Nullable MarkedCondition primaryjoin,
    @Nullable FromClause secondary,
    @Nullable MarkedCondition secondaryjoin,
    List<ColumnElement> foreignKeys,
    List<ColumnElement> remoteSide,
    boolean viewonly) {}
