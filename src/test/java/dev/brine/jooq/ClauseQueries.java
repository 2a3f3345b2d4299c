package dev.brine.jooq;

import static dev.brine.jooq.KindSamples.ACTIVE;
import static dev.brine.jooq.KindSamples.AGE;
import static dev.brine.jooq.KindSamples.ID;
import static dev.brine.jooq.KindSamples.NAME;
import static dev.brine.jooq.KindSamples.USERS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.orderBy;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.WindowDefinition;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Queries with windows, filters, joins and all other clauses of a SELECT. */
final class ClauseQueries {

  private static final Table<Record> ADDRESSES = table(name("addresses"));
  private static final Field<Integer> USER_ID =
      field(name("addresses", "user_id"), SQLDataType.INTEGER);
  private static final Field<String> EMAIL = field(name("addresses", "email"), SQLDataType.VARCHAR);

  private ClauseQueries() {}

  private static Select<?> value(Field<?> value) {
    return select(ID, value.as("v")).from(USERS).orderBy(ID);
  }

  static Map<String, Select<?>> taken() {
    Map<String, Select<?>> all = new LinkedHashMap<>();
    frames(all);
    windows(all);
    joins(all);
    all.put("hint", select(ID).hint("/* fast */").from(USERS).orderBy(ID));
    all.put("option", select(ID).from(USERS).orderBy(ID).option("/* fast */"));
    all.put("dual", select(inline(1)).from(DSL.dual()));
    all.put("not between", select(ID).from(USERS).where(ID.notBetween(2, 3)).orderBy(ID));
    all.put("order by place", select(NAME, ID).from(USERS).orderBy(inline(2)));
    all.put(
        "filter", select(count().filterWhere(ID.gt(1)), sum(AGE).filterWhere(ACTIVE)).from(USERS));
    all.put(
        "distinct in aggregates",
        select(
                DSL.sumDistinct(AGE),
                DSL.avgDistinct(AGE),
                DSL.minDistinct(AGE),
                DSL.maxDistinct(AGE))
            .from(USERS));
    all.put(
        "custom aggregate", select(DSL.aggregate("total", SQLDataType.NUMERIC, ID)).from(USERS));
    all.put(
        "custom aggregate of distinct values",
        select(DSL.aggregateDistinct("total", SQLDataType.NUMERIC, AGE)).from(USERS));
    all.put(
        "rows compared",
        select(ID)
            .from(USERS)
            .where(row(ID, NAME).eq(row(2, "ed")).or(row(ID, AGE).gt(row(2, 30))))
            .orderBy(ID));
    conditions(all);
    all.put(
        "limit by an expression",
        select(ID).from(USERS).orderBy(ID).limit(DSL.field(select(inline(2)))));
    return all;
  }

  /** Conditions of rows that jOOQ has no kind for. */
  private static void conditions(Map<String, Select<?>> all) {
    var user = row(ID, AGE);
    var pairs = select(USER_ID, inline(30)).from(ADDRESSES);
    put(all, "row in", user.in(List.of(row(1, 30), row(2, 40))));
    put(all, "row in of expressions", user.in(List.of(row(ID, ID.plus(29)), row(inline(2), AGE))));
    put(all, "row not in", user.notIn(List.of(row(1, 30), row(2, 40))));
    put(all, "row in a subquery", user.in(pairs));
    put(all, "row not in a subquery", user.notIn(pairs));
    put(all, "row between", user.between(row(1, 20)).and(row(2, 50)));
    put(all, "row not between", user.notBetween(row(1, 20)).and(row(2, 50)));
    put(all, "row distinct", user.isDistinctFrom(row(1, 30)));
    put(all, "row not distinct", user.isNotDistinctFrom(row(1, 30)));
  }

  private static void put(Map<String, Select<?>> all, String name, Condition condition) {
    all.put(name, select(ID).from(USERS).where(condition).orderBy(ID));
  }

  /** What only SQLAlchemy 2.1 can say. */
  static Map<String, Select<?>> newer() {
    Map<String, Select<?>> all = new LinkedHashMap<>();
    all.put(
        "the current row excluded",
        value(sum(AGE).over(orderBy(ID).rowsUnboundedPreceding().excludeCurrentRow())));
    all.put(
        "a group excluded",
        value(sum(AGE).over(orderBy(ACTIVE).groupsPreceding(1).excludeGroup())));
    all.put("ties excluded", value(sum(AGE).over(orderBy(ACTIVE).rangeCurrentRow().excludeTies())));
    return all;
  }

  private static void frames(Map<String, Select<?>> all) {
    var by = orderBy(ID);
    all.put("rows", value(sum(AGE).over(by.rowsUnboundedPreceding())));
    all.put("rows, so many", value(sum(AGE).over(orderBy(ID).rowsPreceding(1))));
    all.put("rows, the current", value(sum(AGE).over(orderBy(ID).rowsCurrentRow())));
    all.put(
        "rows between", value(sum(AGE).over(orderBy(ID).rowsBetweenPreceding(1).andFollowing(1))));
    all.put(
        "rows up to the end",
        value(sum(AGE).over(orderBy(ID).rowsBetweenCurrentRow().andUnboundedFollowing())));
    all.put(
        "rows before",
        value(sum(AGE).over(orderBy(ID).rowsBetweenUnboundedPreceding().andPreceding(1))));
    all.put(
        "rows after", value(sum(AGE).over(orderBy(ID).rowsBetweenFollowing(1).andFollowing(2))));
    all.put(
        "all rows",
        value(sum(AGE).over(orderBy(ID).rowsBetweenUnboundedPreceding().andUnboundedFollowing())));
    all.put("range", value(sum(AGE).over(orderBy(AGE).rangeUnboundedPreceding())));
    all.put(
        "range between",
        value(sum(AGE).over(orderBy(AGE).rangeBetweenPreceding(5).andFollowing(5))));
    all.put(
        "range to the current",
        value(sum(AGE).over(orderBy(AGE).rangeBetweenUnboundedPreceding().andCurrentRow())));
    all.put("groups", value(sum(AGE).over(orderBy(AGE).groupsBetweenPreceding(1).andCurrentRow())));
    all.put("groups alone", value(sum(AGE).over(orderBy(AGE).groupsPreceding(1))));
    all.put(
        "no others excluded",
        value(sum(AGE).over(orderBy(ID).rowsUnboundedPreceding().excludeNoOthers())));
  }

  private static void windows(Map<String, Select<?>> all) {
    all.put("over nothing", select(ID, count().over()).from(USERS).orderBy(ID));
    all.put("filter and over", value(count().filterWhere(ACTIVE).over(orderBy(ID))));
    all.put("nth value", value(DSL.nthValue(NAME, 2).over(orderBy(ID))));
    all.put(
        "window by name",
        select(ID, DSL.rowNumber().over(name("w")), sum(AGE).over(name("w")))
            .from(USERS)
            .window(name("w").as(orderBy(ID)))
            .orderBy(ID));
    WindowDefinition window = name("w").as(DSL.partitionBy(ACTIVE));
    all.put(
        "window by itself",
        select(ID, count().over(window)).from(USERS).window(window).orderBy(ID));
    all.put(
        "window from another",
        select(ID, sum(AGE).over(window.orderBy(ID))).from(USERS).window(window).orderBy(ID));
    all.put("window that nothing refers to", select(ID).from(USERS).window(window).orderBy(ID));
  }

  private static void joins(Map<String, Select<?>> all) {
    Table<Record> other = USERS.as("other");
    all.put(
        "semi join", select(ID).from(USERS).leftSemiJoin(ADDRESSES).on(USER_ID.eq(ID)).orderBy(ID));
    all.put(
        "anti join", select(ID).from(USERS).leftAntiJoin(ADDRESSES).on(USER_ID.eq(ID)).orderBy(ID));
    all.put(
        "derived table with other columns",
        select(field(name("q", "n")))
            .from(select(ID).from(USERS).asTable("q", "n"))
            .orderBy(field(name("q", "n"))));
    all.put(
        "alias of a table in a join",
        select(ID, field(name("other", "name")))
            .from(USERS)
            .join(other)
            .on(ID.eq(field(name("other", "age"), SQLDataType.INTEGER).minus(40)))
            .orderBy(ID));
  }

  /** Those that are known with metadata alone. */
  static Map<String, Select<?>> withMetadata() {
    Map<String, Select<?>> all = new LinkedHashMap<>();
    all.put(
        "using",
        select(ID, EMAIL).from(USERS).join(ADDRESSES).using(field(name("id"))).orderBy(ID));
    all.put(
        "left join using",
        select(ID, EMAIL).from(USERS).leftJoin(ADDRESSES).using(field(name("id"))).orderBy(ID));
    all.put("natural join", select(ID, EMAIL).from(USERS).naturalJoin(ADDRESSES).orderBy(ID));
    all.put(
        "natural left join",
        select(ID, EMAIL).from(USERS).naturalLeftOuterJoin(ADDRESSES).orderBy(ID));
    all.put(
        "natural right join",
        select(EMAIL).from(USERS).naturalRightOuterJoin(ADDRESSES).orderBy(EMAIL));
    all.put(
        "natural full join",
        select(EMAIL, NAME).from(USERS).naturalFullOuterJoin(ADDRESSES).orderBy(EMAIL, NAME));
    return all;
  }

  /** Those that SQLite lacks. */
  static Map<String, Select<?>> onPostgresql() {
    Map<String, Select<?>> all = new LinkedHashMap<>();
    grouping(all);
    locks(all);
    tables(all);
    all.put("distinct on", select(AGE, ID).distinctOn(AGE).from(USERS).orderBy(AGE, ID));
    all.put("with ties", select(ID, AGE).from(USERS).orderBy(AGE).limit(1).withTies());
    all.put(
        "offset, with ties",
        select(ID, AGE).from(USERS).orderBy(AGE).limit(1).withTies().offset(1));
    all.put(
        "not between symmetric",
        select(ID).from(USERS).where(ID.notBetweenSymmetric(3, 2)).orderBy(ID));
    all.put(
        "between symmetric", select(ID).from(USERS).where(ID.betweenSymmetric(3, 2)).orderBy(ID));
    all.put(
        "percentiles",
        select(
                DSL.percentileCont(0.5).withinGroupOrderBy(AGE),
                DSL.percentileDisc(0.25).withinGroupOrderBy(AGE.desc()))
            .from(USERS));
    all.put(
        "hypothetical ranks",
        select(
                DSL.rank(inline(40)).withinGroupOrderBy(AGE),
                DSL.denseRank(inline(40)).withinGroupOrderBy(AGE),
                DSL.percentRank(inline(40)).withinGroupOrderBy(AGE),
                DSL.cumeDist(inline(40)).withinGroupOrderBy(AGE))
            .from(USERS));
    all.put(
        "percentile with a filter",
        select(DSL.percentileCont(0.5).withinGroupOrderBy(AGE).filterWhere(ID.gt(1))).from(USERS));
    all.put(
        "array aggregates",
        select(
                DSL.arrayAgg(NAME).orderBy(NAME.desc(), ID),
                DSL.arrayAggDistinct(AGE),
                DSL.arrayAgg(ID).orderBy(ID).filterWhere(ACTIVE))
            .from(USERS));
    all.put(
        "eq any of an array",
        select(ID).from(USERS).where(ID.eq(DSL.any(DSL.array(inline(1), inline(3))))).orderBy(ID));
    return all;
  }

  private static void grouping(Map<String, Select<?>> all) {
    all.put(
        "rollup",
        select(AGE, count())
            .from(USERS)
            .groupBy(DSL.rollup(AGE))
            .orderBy(AGE.nullsLast(), count()));
    all.put(
        "cube",
        select(AGE, ACTIVE, count())
            .from(USERS)
            .groupBy(DSL.cube(AGE, ACTIVE))
            .orderBy(AGE.nullsLast(), ACTIVE.nullsLast(), count()));
    all.put(
        "grouping sets",
        select(AGE, ACTIVE, count())
            .from(USERS)
            .groupBy(
                DSL.groupingSets(
                    new Field<?>[] {AGE, ACTIVE}, new Field<?>[] {ACTIVE}, new Field<?>[] {}))
            .orderBy(AGE.nullsLast(), ACTIVE.nullsLast(), count()));
    all.put(
        "rollup of rows",
        select(AGE, ACTIVE, count())
            .from(USERS)
            .groupBy(DSL.rollup(row(AGE, ACTIVE), ID))
            .orderBy(AGE.nullsLast(), ACTIVE.nullsLast(), count()));
    all.put("no grouping at all", select(count()).from(USERS).groupBy(DSL.emptyGroupingSet()));
  }

  private static void locks(Map<String, Select<?>> all) {
    all.put("for update", select(ID).from(USERS).orderBy(ID).forUpdate());
    all.put("for share", select(ID).from(USERS).orderBy(ID).forShare());
    all.put("for no key update", select(ID).from(USERS).orderBy(ID).forNoKeyUpdate());
    all.put("for key share", select(ID).from(USERS).orderBy(ID).forKeyShare());
    all.put("for update nowait", select(ID).from(USERS).orderBy(ID).forUpdate().noWait());
    all.put("for update skip locked", select(ID).from(USERS).orderBy(ID).forUpdate().skipLocked());
    all.put(
        "for update of a table",
        select(ID)
            .from(USERS)
            .join(ADDRESSES)
            .on(USER_ID.eq(ID))
            .orderBy(ID)
            .forUpdate()
            .of(USERS)
            .noWait());
  }

  private static void tables(Map<String, Select<?>> all) {
    Field<Integer> v = field(name("v", "a"), SQLDataType.INTEGER);
    all.put(
        "values",
        select(v, field(name("v", "b")))
            .from(DSL.values(row(1, "one"), row(2, "two")).as("v", "a", "b"))
            .orderBy(v));
    all.put(
        "values joined",
        select(v, NAME)
            .from(DSL.values(row(1, "one"), row(2, "two")).as("v", "a", "b"))
            .join(USERS)
            .on(ID.eq(v))
            .orderBy(v));
    all.put("series", select(field(name("g", "n"))).from(DSL.generateSeries(1, 5).as("g", "n")));
    all.put(
        "series, counted",
        select(field(name("g", "n")), field(name("g", "o")))
            .from(DSL.generateSeries(3, 5).withOrdinality().as("g", "n", "o")));
    all.put(
        "series by steps",
        select(field(name("g", "n"))).from(DSL.generateSeries(1, 9, 2).as("g", "n")));
    Table<?> newest =
        select(EMAIL).from(ADDRESSES).where(USER_ID.eq(ID)).orderBy(EMAIL).limit(1).asTable("a");
    all.put(
        "lateral",
        select(ID, field(name("a", "email"))).from(USERS, DSL.lateral(newest)).orderBy(ID));
    all.put(
        "left join lateral",
        select(ID, field(name("a", "email")))
            .from(USERS)
            .leftJoin(DSL.lateral(newest))
            .on(DSL.trueCondition())
            .orderBy(ID));
    all.put(
        "cross apply",
        select(ID, field(name("a", "email"))).from(USERS.crossApply(newest)).orderBy(ID));
    all.put(
        "outer apply",
        select(ID, field(name("a", "email"))).from(USERS.outerApply(newest)).orderBy(ID));
  }
}
