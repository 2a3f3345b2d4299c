package dev.brine.jooq;

import static dev.brine.jooq.KindSamples.AGE;
import static dev.brine.jooq.KindSamples.ID;
import static dev.brine.jooq.KindSamples.NAME;
import static dev.brine.jooq.KindSamples.USERS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Queries put together of several: set operations and WITH. */
final class SetQueries {

  private static final Table<Record> ADDRESSES = table(name("addresses"));
  private static final Field<Integer> USER_ID =
      field(name("addresses", "user_id"), SQLDataType.INTEGER);

  private SetQueries() {}

  private static SelectConditionStep<Record1<Integer>> younger() {
    return select(ID).from(USERS).where(AGE.lt(41));
  }

  private static SelectConditionStep<Record1<Integer>> older() {
    return select(ID).from(USERS).where(AGE.gt(20));
  }

  /** Those that SQLite can run as SQLAlchemy writes them. */
  static Map<String, Select<?>> taken() {
    Map<String, Select<?>> all = new LinkedHashMap<>();
    all.put("union", younger().union(older()).orderBy(ID));
    all.put("union all", younger().unionAll(older()).orderBy(ID.desc()));
    all.put("intersect", younger().intersect(older()).orderBy(ID));
    all.put("except", younger().except(older()).orderBy(ID));
    all.put(
        "union of three",
        younger().union(older()).union(select(USER_ID).from(ADDRESSES)).orderBy(ID));
    all.put("union, limited", younger().union(older()).orderBy(ID).limit(2).offset(1));
    all.put("union in an order by its name", younger().union(older()).orderBy(field(name("id"))));
    all.put(
        "union as a table",
        select(field(name("both", "id")))
            .from(younger().union(older()).asTable("both"))
            .orderBy(field(name("both", "id"))));
    all.put(
        "union in a condition",
        select(NAME).from(USERS).where(ID.in(younger().union(older()))).orderBy(NAME));
    all.put(
        "union that refers to the query around it",
        select(ID)
            .from(USERS)
            .where(
                DSL.exists(
                    select(USER_ID)
                        .from(ADDRESSES)
                        .where(USER_ID.eq(ID))
                        .unionAll(select(val(1)).where(AGE.gt(40)))))
            .orderBy(ID));
    with(all);
    recursive(all);
    return all;
  }

  private static void with(Map<String, Select<?>> all) {
    Field<Integer> id = field(name("q", "id"), SQLDataType.INTEGER);
    all.put("with", DSL.with("q").as(younger()).select(id).from(table(name("q"))).orderBy(id));
    all.put(
        "with columns",
        DSL.with("q", "n")
            .as(younger())
            .select(field(name("q", "n")))
            .from(table(name("q")))
            .orderBy(field(name("q", "n"))));
    all.put(
        "with union",
        DSL.with("q").as(younger().union(older())).select(id).from(table(name("q"))).orderBy(id));
    all.put(
        "with that nothing refers to",
        DSL.with("q").as(younger()).select(ID).from(USERS).orderBy(ID));
    all.put(
        "with one of another",
        DSL.with("q")
            .as(younger())
            .with("r")
            .as(select(id.as("twice")).from(table(name("q"))).where(id.gt(1)))
            .select(field(name("r", "twice")), NAME)
            .from(table(name("r")))
            .join(USERS)
            .on(ID.eq(field(name("r", "twice"), SQLDataType.INTEGER)))
            .orderBy(ID));
    all.put(
        "with under two names",
        DSL.with("q")
            .as(younger())
            .select(id, field(name("p", "id")))
            .from(table(name("q")))
            .join(table(name("q")).as("p"))
            .on(id.eq(field(name("p", "id"), SQLDataType.INTEGER)))
            .orderBy(id));
    all.put(
        "with in a subquery",
        select(NAME)
            .from(USERS)
            .where(ID.in(DSL.with("q").as(younger()).select(id).from(table(name("q")))))
            .orderBy(NAME));
    CommonTableExpression<Record1<Integer>> object = name("q").as(younger());
    all.put("with an object", DSL.with(object).select(id).from(object).orderBy(id));
    all.put(
        "with materialized",
        DSL.with(name("q").asMaterialized(younger()))
            .select(id)
            .from(table(name("q")))
            .orderBy(id));
    all.put(
        "with not materialized",
        DSL.with(name("q").asNotMaterialized(younger()))
            .select(id)
            .from(table(name("q")))
            .orderBy(id));
  }

  private static void recursive(Map<String, Select<?>> all) {
    Field<Integer> n = field(name("t", "n"), SQLDataType.INTEGER);
    all.put(
        "with recursive",
        DSL.withRecursive("t", "n")
            .as(select(inline(1)).unionAll(select(n.plus(1)).from(table(name("t"))).where(n.lt(5))))
            .select(n)
            .from(table(name("t")))
            .orderBy(n));
    all.put(
        "with recursive union",
        DSL.withRecursive("t", "n")
            .as(
                select(ID)
                    .from(USERS)
                    .where(ID.eq(1))
                    .union(select(n.plus(1)).from(table(name("t"))).where(n.lt(4))))
            .select(n, NAME)
            .from(table(name("t")))
            .join(USERS)
            .on(ID.eq(n))
            .orderBy(n));
    all.put(
        "with recursive that is not",
        DSL.withRecursive("t", "n")
            .as(younger().unionAll(older()))
            .select(n)
            .from(table(name("t")))
            .orderBy(n));
  }

  /** Those that SQLAlchemy writes in a way that SQLite does not take. */
  static Map<String, Select<?>> onPostgresql() {
    Map<String, Select<?>> all = new LinkedHashMap<>();
    all.put("intersect all", younger().intersectAll(older()).orderBy(ID));
    all.put("except all", younger().exceptAll(older()).orderBy(ID));
    all.put("two operations", younger().union(older()).except(select(inline(2))).orderBy(ID));
    all.put("except of except", younger().except(select(inline(1)).except(older())).orderBy(ID));
    all.put("excepts in a row", younger().except(older()).except(select(inline(1))).orderBy(ID));
    all.put(
        "nested on the right", younger().union(older().intersect(select(inline(3)))).orderBy(ID));
    all.put(
        "limited arms",
        younger().orderBy(ID).limit(1).unionAll(older().orderBy(ID.desc()).limit(1)).orderBy(ID));
    all.put(
        "limited first arm",
        younger().orderBy(ID).limit(1).offset(1).unionAll(older()).orderBy(ID));
    return all;
  }
}
